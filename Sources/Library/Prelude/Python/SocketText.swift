extension Prelude {
    /// The module `socket`: the name of the machine.
    static let socketText = #"""
        """The name of this computer; connections are outside this program."""
        import platform

        error = OSError


        class timeout(OSError):
            pass


        class gaierror(OSError):
            pass


        def gethostname():
            return platform.node()


        def getfqdn(name=""):
            return name or gethostname()


        def _refuse(name):
            raise NotImplementedError(f"socket.{name}() is not implemented: this program makes no connections")


        def socket(*args, **kwargs):
            _refuse("socket")


        def create_connection(*args, **kwargs):
            _refuse("create_connection")


        def gethostbyname(hostname):
            _refuse("gethostbyname")


        def setdefaulttimeout(timeout):
            pass


        def getdefaulttimeout():
            return None
        """#
}
