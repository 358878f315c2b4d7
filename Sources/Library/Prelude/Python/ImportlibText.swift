extension Prelude {
    /// The module `importlib`: modules by name.
    static let importlibText = #"""
        """Modules by name."""
        from keras import _host

        __all__ = ["import_module", "reload"]


        def import_module(name, package=None):
            """The module of that dotted name; a name that begins with dots is one beside or above a package."""
            if not name.startswith("."):
                return _module(name)
            if not package:
                raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
            dots = len(name) - len(name.lstrip("."))
            parts = package.split(".")
            if dots > len(parts):
                raise ImportError("attempted relative import beyond top-level package")
            base = ".".join(parts[:len(parts) - dots + 1])
            return _module(base + "." + name[dots:] if name[dots:] else base)


        def reload(module):
            return module


        def invalidate_caches():
            pass


        def _module(name):
            found = _host.module(name)
            if found is None:
                raise ModuleNotFoundError(f"No module named {name!r}")
            return found
        """#
}
