extension Prelude {
    /// The module `platform`: the machine.
    static let platformText = #"""
        _SYSTEM = "Linux"
        _NODE = "localhost"
        _RELEASE = "5.15.0"
        _VERSION = "#1 SMP"
        _MACHINE = "x86_64"
        _PROCESSOR = ""
        _LIBC = ("glibc", "2.35")


        def system():
            """The name of the system."""
            return _SYSTEM


        def node():
            """The name of the machine in its network."""
            return _NODE


        def release():
            """The release of the system."""
            return _RELEASE


        def version():
            """The version of the release."""
            return _VERSION


        def machine():
            """The kind of machine."""
            return _MACHINE


        def processor():
            """The kind of processor, empty where it is not known."""
            return _PROCESSOR


        def architecture():
            """The bits of an address and the format of programs."""
            return ("64bit", "ELF")


        def platform(aliased=False, terse=False):
            """One string for the system and machine; there are no other names here that aliased could give."""
            if terse:
                return "-".join([_SYSTEM, _RELEASE, "".join(_LIBC)])
            return "-".join([_SYSTEM, _RELEASE, _MACHINE, "with", "".join(_LIBC)])


        def python_version():
            """The version of Python."""
            return "3.11.7"


        def python_version_tuple():
            """The version of Python in its three parts."""
            return ("3", "11", "7")


        def python_implementation():
            """The program that runs Python."""
            return "CPython"
        """#
}
