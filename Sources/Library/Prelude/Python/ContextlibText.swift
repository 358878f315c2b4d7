extension Prelude {
    /// What the module `contextlib` has that is written in the language: more contexts.
    static let contextlibText = #"""
        import os as _os
        import sys as _sys
        from abc import ABC as _ABC
        from abc import abstractmethod as _abstractmethod
        from contextlib import closing, contextmanager, nullcontext, suppress
        from functools import wraps as _wraps


        class AbstractContextManager(_ABC):
            """A base of context managers, whose entry returns the manager itself."""

            def __enter__(self):
                return self

            @_abstractmethod
            def __exit__(self, exc_type, exc_value, traceback):
                return None


        class ContextDecorator:
            """A base that lets a context manager decorate functions."""

            def _recreate_cm(self):
                return self

            def __call__(self, func):
                @_wraps(func)
                def inner(*args, **kwds):
                    with self._recreate_cm():
                        return func(*args, **kwds)

                return inner


        class _Redirection(AbstractContextManager):
            def __init__(self, new_target):
                self._new_target = new_target
                self._old_targets = []

            def __enter__(self):
                self._old_targets.append(getattr(_sys, self._stream))
                setattr(_sys, self._stream, self._new_target)
                return self._new_target

            def __exit__(self, exc_type, exc_value, traceback):
                setattr(_sys, self._stream, self._old_targets.pop())


        class redirect_stdout(_Redirection):
            """Send what is printed to another file."""

            _stream = "stdout"


        class redirect_stderr(_Redirection):
            """Send what is written to the error stream to another file."""

            _stream = "stderr"


        class chdir(AbstractContextManager):
            """Work in another directory."""

            def __init__(self, path):
                self.path = path
                self._old_cwd = []

            def __enter__(self):
                self._old_cwd.append(_os.getcwd())
                _os.chdir(self.path)

            def __exit__(self, *excinfo):
                _os.chdir(self._old_cwd.pop())


        def _manager_methods(cm):
            """Return the methods of entry and exit of a context manager."""
            cls = type(cm)
            if not hasattr(cls, "__enter__") or not hasattr(cls, "__exit__"):
                raise TypeError(
                    f"'{cls.__module__}.{cls.__qualname__}' object does not support the context manager protocol"
                )
            return cm.__enter__, cm.__exit__


        class _BaseExitStack:
            def __init__(self):
                self._exits = []

            def pop_all(self):
                """Move the stack to a new one, and return that."""
                other = type(self)()
                other._exits, self._exits = self._exits, []
                return other

            def push(self, exit):
                """Register a context manager that has been entered, or a function with the signature of __exit__."""
                self._exits.append(exit.__exit__ if hasattr(type(exit), "__exit__") else exit)
                return exit

            def enter_context(self, cm):
                """Enter a context manager, register its exit, and return what the entry returns."""
                enter, leave = _manager_methods(cm)
                result = enter()
                self._exits.append(leave)
                return result

            def callback(self, callback, /, *args, **kwds):
                """Register a function and its arguments."""
                self._exits.append(lambda exc_type, exc, tb: _ignored(callback(*args, **kwds)))
                return callback


        class ExitStack(_BaseExitStack, AbstractContextManager):
            """A stack of things to do at the end of a with block, the last pushed first."""

            def close(self):
                """Do all that is on the stack now."""
                self.__exit__(None, None, None)

            def __exit__(self, *exc_details):
                original = pending = exc_details[1]
                while self._exits:
                    leave = self._exits.pop()
                    try:
                        if leave(*_details(pending)):
                            pending = None
                    except BaseException as error:
                        _join(error, pending, original)
                        pending = error
                if pending is not None and pending is not original:
                    raise pending
                return original is not None and pending is None


        def _ignored(result):
            return None


        def _details(error):
            if error is None:
                return None, None, None
            return type(error), error, error.__traceback__


        def _join(error, earlier, outer):
            """Put the earlier error in the place of the outer one, at the end of the chain of contexts."""
            while error.__context__ is not outer:
                if error.__context__ is None or error.__context__ is earlier:
                    return
                error = error.__context__
            if outer is not None and error is not earlier:
                error.__context__ = earlier
        """#
}
