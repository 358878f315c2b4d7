extension Prelude {
    /// The module `concurrent.futures`: calls that are made at once.
    static let futuresText = #"""
        """Executors that run each call when it is submitted."""

        __all__ = [
            "ALL_COMPLETED", "CancelledError", "FIRST_COMPLETED", "FIRST_EXCEPTION", "Executor", "Future",
            "InvalidStateError", "ProcessPoolExecutor", "ThreadPoolExecutor", "TimeoutError", "as_completed", "wait"]

        FIRST_COMPLETED = "FIRST_COMPLETED"
        FIRST_EXCEPTION = "FIRST_EXCEPTION"
        ALL_COMPLETED = "ALL_COMPLETED"


        class Error(Exception):
            pass


        class CancelledError(Error):
            pass


        class InvalidStateError(Error):
            pass


        TimeoutError = TimeoutError


        class Future:
            """The result of a call."""

            def __init__(self):
                self._state = "PENDING"
                self._result = None
                self._exception = None
                self._callbacks = []

            def cancel(self):
                if self._state in ("RUNNING", "FINISHED"):
                    return False
                if self._state == "PENDING":
                    self._end("CANCELLED")
                return True

            def cancelled(self):
                return self._state == "CANCELLED"

            def running(self):
                return self._state == "RUNNING"

            def done(self):
                return self._state in ("CANCELLED", "FINISHED")

            def result(self, timeout=None):
                self._wait()
                if self._exception is not None:
                    raise self._exception
                return self._result

            def exception(self, timeout=None):
                self._wait()
                return self._exception

            def _wait(self):
                if self._state == "CANCELLED":
                    raise CancelledError()
                if self._state != "FINISHED":
                    raise NotImplementedError("nothing will finish this Future while it is waited for")

            def add_done_callback(self, fn):
                if self.done():
                    fn(self)
                else:
                    self._callbacks.append(fn)

            def set_running_or_notify_cancel(self):
                if self._state == "CANCELLED":
                    return False
                self._state = "RUNNING"
                return True

            def set_result(self, result):
                self._check_open()
                self._result = result
                self._end("FINISHED")

            def set_exception(self, exception):
                self._check_open()
                self._exception = exception
                self._end("FINISHED")

            def _check_open(self):
                if self.done():
                    raise InvalidStateError(f"{self._state}: {self!r}")

            def _end(self, state):
                self._state = state
                for callback in self._callbacks:
                    callback(self)

            def __repr__(self):
                words = self._state.lower()
                if self._state == "FINISHED" and self._exception is not None:
                    words += f" raised {type(self._exception).__name__}"
                elif self._state == "FINISHED":
                    words += f" returned {type(self._result).__name__}"
                return f"<Future at 0x{id(self):x} state={words}>"


        class Executor:
            def submit(self, fn, /, *args, **kwargs):
                raise NotImplementedError()

            def map(self, fn, *iterables, timeout=None, chunksize=1):
                futures = [self.submit(fn, *arguments) for arguments in zip(*iterables)]
                return (future.result() for future in futures)

            def shutdown(self, wait=True, *, cancel_futures=False):
                pass

            def __enter__(self):
                return self

            def __exit__(self, *error):
                self.shutdown(wait=True)
                return False


        class _PoolExecutor(Executor):
            """An executor whose calls run at once.

            Args:
                max_workers: how many calls would run side by side
                initializer, initargs: what is called before the first of them
            """

            def __init__(self, max_workers=None, initializer=None, initargs=()):
                if max_workers is not None and max_workers <= 0:
                    raise ValueError("max_workers must be greater than 0")
                if initializer is not None and not callable(initializer):
                    raise TypeError("initializer must be a callable")
                self._max_workers = max_workers
                self._initializer = initializer
                self._initargs = initargs
                self._shutdown = False

            def submit(self, fn, /, *args, **kwargs):
                if self._shutdown:
                    raise RuntimeError("cannot schedule new futures after shutdown")
                if self._initializer is not None:
                    initializer, self._initializer = self._initializer, None
                    initializer(*self._initargs)
                future = Future()
                future.set_running_or_notify_cancel()
                try:
                    result = fn(*args, **kwargs)
                except Exception as error:
                    future.set_exception(error)
                else:
                    future.set_result(result)
                return future

            def shutdown(self, wait=True, *, cancel_futures=False):
                self._shutdown = True


        class ThreadPoolExecutor(_PoolExecutor):
            def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
                super().__init__(max_workers, initializer, initargs)


        class ProcessPoolExecutor(_PoolExecutor):
            def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
                super().__init__(max_workers, initializer, initargs)


        class DoneAndNotDoneFutures(tuple):
            """The futures that are done and those that are not."""

            @property
            def done(self):
                return self[0]

            @property
            def not_done(self):
                return self[1]

            def __repr__(self):
                return f"DoneAndNotDoneFutures(done={self[0]!r}, not_done={self[1]!r})"


        def wait(fs, timeout=None, return_when=ALL_COMPLETED):
            futures = set(fs)
            done = {future for future in futures if future.done()}
            return DoneAndNotDoneFutures((done, futures - done))


        def as_completed(fs, timeout=None):
            seen = []
            for future in fs:
                if future not in seen:
                    seen.append(future)
                    yield future
        """#
}
