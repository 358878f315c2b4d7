extension Prelude {
    /// The module `distutils.spawn`.
    static let distutilsSpawnText = #"""
        """Where programs are."""
        import os


        def find_executable(executable, path=None):
            """The path of a program; None where it is not found."""
            if os.path.isfile(executable):
                return executable
            folders = os.environ.get("PATH", os.defpath) if path is None else path
            for folder in folders.split(os.pathsep) if folders else []:
                found = os.path.join(folder, executable)
                if os.path.isfile(found):
                    return found
            return None
        """#
}
