extension Prelude {
    /// The module `getpass`.
    static let getpassText = #"""
        """Who uses this computer."""
        import os

        __all__ = ["GetPassWarning", "getpass", "getuser"]


        class GetPassWarning(UserWarning):
            pass


        def getuser():
            for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
                if os.environ.get(name):
                    return os.environ[name]
            # Without these variables CPython asks the list of users.
            return os.path.basename(os.path.expanduser("~")) or "root"


        def getpass(prompt="Password: ", stream=None):
            raise NotImplementedError("getpass.getpass() would ask at the terminal; it is not implemented")
        """#
}
