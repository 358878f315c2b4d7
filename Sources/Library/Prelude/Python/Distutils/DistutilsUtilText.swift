extension Prelude {
    /// The module `distutils.util`.
    static let distutilsUtilText = #"""
        """Small helpers."""

        _TRUE = ("y", "yes", "t", "true", "on", "1")
        _FALSE = ("n", "no", "f", "false", "off", "0")


        def strtobool(val):
            """1 for a word that says yes, 0 for one that says no."""
            val = val.lower()
            if val not in _TRUE + _FALSE:
                raise ValueError(f"invalid truth value {val!r}")
            return int(val in _TRUE)
        """#
}
