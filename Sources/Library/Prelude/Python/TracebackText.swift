extension Prelude {
    /// The module `traceback`: errors as text.
    static let tracebackText = #"""
        import sys


        def format_exception_only(exc, value=None):
            """The last line of a traceback, as a list of one string."""
            error = exc if value is None and isinstance(exc, BaseException) else value
            if error is None:
                return ["NoneType: None\n"]
            text = str(error)
            name = _full_name(type(error))
            return [(name + ": " + text if text else name) + "\n"]


        def format_exc(limit=None, chain=True):
            """The exception being handled as text: its last line, since no places are known."""
            _check(limit, chain)
            return "".join(format_exception(sys.exc_info()[1]))


        def format_exception(exc, value=None, tb=None, limit=None, chain=True):
            """An exception as a list of lines: the last one only, since no places are known."""
            _check(limit, chain)
            last = format_exception_only(exc, value)
            return last if last == ["NoneType: None\n"] else ["Traceback (most recent call last):\n"] + last


        def print_exc(limit=None, file=None, chain=True):
            """Print the exception being handled, to standard error or another file."""
            (sys.stderr if file is None else file).write(format_exc(limit, chain))


        def print_exception(exc, value=None, tb=None, limit=None, file=None, chain=True):
            """Print an exception, to standard error or another file."""
            (sys.stderr if file is None else file).write("".join(format_exception(exc, value, tb, limit, chain)))


        def _check(limit, chain):
            if limit is not None or not chain:
                raise NotImplementedError("only the last line of a traceback is known here")


        def _full_name(kind):
            # The exceptions of the language and those of the program itself carry no module.
            module = getattr(kind, "__module__", None)
            return kind.__name__ if module in ("builtins", "__main__", None) else module + "." + kind.__name__
        """#
}
