extension Prelude {
    /// The module `warnings`.
    static let warningsText = #"""
        import re
        import sys

        # Each filter is (action, message pattern, category); the first that fits decides.
        _DEFAULT_FILTERS = [
            ("default", "", DeprecationWarning),
            ("ignore", "", PendingDeprecationWarning),
            ("ignore", "", ImportWarning),
            ("ignore", "", ResourceWarning),
        ]
        _ACTIONS = ("error", "ignore", "always", "default", "module", "once")

        filters = list(_DEFAULT_FILTERS)
        _seen = set()
        _seen_once = set()
        _records = []


        class WarningMessage:
            """One recorded warning; where it was given is not known."""

            def __init__(self, message, category):
                self.message = message
                self.category = category

            def __str__(self):
                return "{{message : {!r}, category : {!r}}}".format(self.message, self.category.__name__)


        def warn(message, category=None, stacklevel=1, source=None):
            """Give a warning; since places are not known, stacklevel can name none."""
            if not isinstance(stacklevel, int):
                raise TypeError("'" + type(stacklevel).__name__ + "' object cannot be interpreted as an integer")
            if isinstance(message, Warning):
                category = type(message)
            elif category is None:
                category = UserWarning
            if not isinstance(category, type) or not issubclass(category, Warning):
                kind = type(category).__name__
                raise TypeError("category must be a Warning subclass, not '" + kind + "'")
            text = str(message)
            warning = message if isinstance(message, Warning) else category(message)
            action = _action_for(text, category)
            if action == "error":
                raise warning
            if action == "always" or _is_first(action, text, category):
                _show(warning, category)


        def _action_for(text, category):
            for action, pattern, base in filters:
                if issubclass(category, base) and re.match(pattern, text, re.IGNORECASE):
                    return action
            return "default"


        def _is_first(action, text, category):
            if action == "ignore":
                return False
            # "once" is for the whole run; the others start anew when the filters change.
            seen = _seen_once if action == "once" else _seen
            key = (text, category.__name__)
            if key in seen:
                return False
            seen.add(key)
            return True


        def _show(warning, category):
            if _records:
                _records[-1].append(WarningMessage(warning, category))
            else:
                sys.stderr.write("{}: {}\n".format(category.__name__, warning))


        def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
            """Put a filter before the others, or with append=True after them."""
            assert action in _ACTIONS, "invalid action: {!r}".format(action)
            assert isinstance(message, str), "message must be a string"
            assert isinstance(category, type), "category must be a class"
            assert issubclass(category, Warning), "category must be a Warning subclass"
            assert isinstance(module, str), "module must be a string"
            _check_line(lineno)
            if lineno:
                raise NotImplementedError("in which line a warning is given is not known here: leave out lineno")
            re.compile(message, re.IGNORECASE)
            # All warnings are the script's own.
            if not module or re.compile(module).match("__main__"):
                _add((action, message, category), append)


        def simplefilter(action, category=Warning, lineno=0, append=False):
            """Put a filter for any message before the others, or with append=True after them."""
            assert action in _ACTIONS, "invalid action: {!r}".format(action)
            _check_line(lineno)
            if lineno:
                raise NotImplementedError("where a warning is given is not known here: leave out lineno")
            _add((action, "", category), append)


        def resetwarnings():
            """Forget all filters."""
            filters.clear()
            _seen.clear()


        class catch_warnings:
            """Keep the filters as they are now for the end of a with block; record=True lists what is given."""

            def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
                if module is not None:
                    raise NotImplementedError("only the warnings of this module can be caught")
                self._record = record
                self._filter = None if action is None else (action, category, lineno, append)
                self._entered = False

            def __enter__(self):
                if self._entered:
                    raise RuntimeError("Cannot enter {!r} twice".format(self))
                self._entered = True
                self._saved = list(filters)
                _seen.clear()
                if self._filter:
                    simplefilter(*self._filter)
                if not self._record:
                    return None
                log = []
                _records.append(log)
                return log

            def __exit__(self, kind, value, trace):
                if not self._entered:
                    raise RuntimeError("Cannot exit {!r} without entering first".format(self))
                filters[:] = self._saved
                _seen.clear()
                if self._record:
                    _records.pop()


        def _add(item, append):
            if append:
                if item not in filters:
                    filters.append(item)
            else:
                if item in filters:
                    filters.remove(item)
                filters.insert(0, item)
            _seen.clear()


        def _check_line(lineno):
            assert isinstance(lineno, int) and lineno >= 0, "lineno must be an int >= 0"
        """#
}
