extension Prelude {
    /// The module `threading`: threads that run one after another.
    static let threadingText = #"""
        """Threads that run at once: start() runs the target to its end, so that nothing is ever waited for."""
        import sys
        import traceback

        __all__ = [
            "Barrier", "BoundedSemaphore", "Condition", "Event", "ExceptHookArgs", "Lock", "RLock", "Semaphore", "Thread",
            "ThreadError", "Timer", "active_count", "current_thread", "enumerate", "excepthook", "get_ident", "local",
            "main_thread"]

        ThreadError = RuntimeError
        TIMEOUT_MAX = 9223372036.0


        # What would wait for another thread would wait for ever.
        def _refuse_to_wait(what):
            raise NotImplementedError(f"{what} would wait for another thread; threads run one after another here")


        class _Lock:
            def __init__(self):
                self._held = False

            def acquire(self, blocking=True, timeout=-1):
                if not blocking and timeout != -1:
                    raise ValueError("can't specify a timeout for a non-blocking call")
                if not self._held:
                    self._held = True
                    return True
                if blocking and timeout == -1:
                    _refuse_to_wait("Lock.acquire()")
                return False

            def release(self):
                if not self._held:
                    raise RuntimeError("release unlocked lock")
                self._held = False

            def locked(self):
                return self._held

            def __enter__(self):
                return self.acquire()

            def __exit__(self, *error):
                self.release()


        class _RLock:
            def __init__(self):
                self._count = 0

            def acquire(self, blocking=True, timeout=-1):
                self._count += 1
                return True

            def release(self):
                if self._count == 0:
                    raise RuntimeError("cannot release un-acquired lock")
                self._count -= 1

            def __enter__(self):
                return self.acquire()

            def __exit__(self, *error):
                self.release()


        # In CPython these are functions, too.
        def Lock():
            return _Lock()


        def RLock():
            return _RLock()


        class Condition:
            def __init__(self, lock=None):
                self._lock = RLock() if lock is None else lock

            def acquire(self, *arguments):
                return self._lock.acquire(*arguments)

            def release(self):
                self._lock.release()

            def __enter__(self):
                return self._lock.__enter__()

            def __exit__(self, *error):
                self._lock.release()

            def wait(self, timeout=None):
                if timeout is None:
                    _refuse_to_wait("Condition.wait()")
                return False

            def wait_for(self, predicate, timeout=None):
                result = predicate()
                if not result and timeout is None:
                    _refuse_to_wait("Condition.wait_for()")
                return result

            def notify(self, n=1):
                pass

            def notify_all(self):
                pass


        class Semaphore:
            def __init__(self, value=1):
                if value < 0:
                    raise ValueError("semaphore initial value must be >= 0")
                self._value = value

            def acquire(self, blocking=True, timeout=None):
                if not blocking and timeout is not None:
                    raise ValueError("can't specify timeout for non-blocking acquire")
                if self._value > 0:
                    self._value -= 1
                    return True
                if blocking and timeout is None:
                    _refuse_to_wait("Semaphore.acquire()")
                return False

            def release(self, n=1):
                if n < 1:
                    raise ValueError("n must be one or more")
                self._value += n

            def __enter__(self):
                return self.acquire()

            def __exit__(self, *error):
                self.release()


        class BoundedSemaphore(Semaphore):
            def __init__(self, value=1):
                super().__init__(value)
                self._initial_value = value

            def release(self, n=1):
                if n < 1:
                    raise ValueError("n must be one or more")
                if self._value + n > self._initial_value:
                    raise ValueError("Semaphore released too many times")
                self._value += n


        class Event:
            def __init__(self):
                self._flag = False

            def is_set(self):
                return self._flag

            isSet = is_set

            def set(self):
                self._flag = True

            def clear(self):
                self._flag = False

            def wait(self, timeout=None):
                if not self._flag and timeout is None:
                    _refuse_to_wait("Event.wait()")
                return self._flag


        class Barrier:
            def __init__(self, parties, action=None, timeout=None):
                raise NotImplementedError("threading.Barrier needs threads that run side by side")


        class local:
            """Attributes that each thread has for itself."""

            def __init__(self):
                object.__setattr__(self, "_by_thread", {})

            def _own(self):
                return self._by_thread.setdefault(get_ident(), {})

            def __getattr__(self, name):
                own = {} if name == "_by_thread" else self._own()
                if name not in own:
                    raise AttributeError(f"'_thread._local' object has no attribute '{name}'")
                return own[name]

            def __setattr__(self, name, value):
                self._own()[name] = value

            def __delattr__(self, name):
                own = self._own()
                if name not in own:
                    raise AttributeError(f"'_thread._local' object has no attribute '{name}'")
                del own[name]


        class Thread:
            """A call that start() makes.

            Args:
                target: what is called
                name: the thread's name; None for Thread-1, Thread-2 and so on
                args, kwargs: what the target is called with
                daemon: whether the program would end without it
            """

            def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
                assert group is None, "group argument must be None for now"
                self.name = str(name) if name else self._next_name(target)
                self._target = target
                self._args = args
                self._kwargs = {} if kwargs is None else kwargs
                self._daemon = current_thread().daemon if daemon is None else daemon
                self._state = "initial"
                self.ident = None
                self.native_id = None

            def _next_name(self, target):
                _counts["named"] += 1
                of = f" ({target.__name__})" if hasattr(target, "__name__") else ""
                return f"Thread-{_counts['named']}{of}"

            @property
            def daemon(self):
                return self._daemon

            @daemon.setter
            def daemon(self, value):
                if self.ident is not None:
                    raise RuntimeError("cannot set daemon status of active thread")
                self._daemon = value

            def isDaemon(self):
                return self._daemon

            def setDaemon(self, daemonic):
                self.daemon = daemonic

            def getName(self):
                return self.name

            def setName(self, name):
                self.name = name

            def is_alive(self):
                return self._state == "started"

            def run(self):
                if self._target is not None:
                    self._target(*self._args, **self._kwargs)

            def start(self):
                if self.ident is not None:
                    raise RuntimeError("threads can only be started once")
                _counts["started"] += 1
                self.ident = self.native_id = _MAIN_IDENT + _counts["started"]
                self._state = "started"
                _running.append(self)
                try:
                    self.run()
                except NotImplementedError:
                    # What this program lacks is not an affair of the thread.
                    raise
                except SystemExit:
                    pass
                except Exception as error:
                    excepthook(ExceptHookArgs(type(error), error, None, self))
                finally:
                    _running.pop()
                    self._state = "stopped"

            def join(self, timeout=None):
                if self.ident is None:
                    raise RuntimeError("cannot join thread before it is started")
                if self is current_thread():
                    raise RuntimeError("cannot join current thread")

            def __repr__(self):
                words = self._state + (" daemon" if self._daemon else "") + ("" if self.ident is None else f" {self.ident}")
                return f"<{type(self).__name__}({self.name}, {words})>"


        class _MainThread(Thread):
            def __init__(self):
                self.name = "MainThread"
                self._daemon = False
                self._state = "started"
                self.ident = self.native_id = _MAIN_IDENT


        class Timer(Thread):
            def __init__(self, interval, function, args=None, kwargs=None):
                raise NotImplementedError("threading.Timer needs a thread that runs later; call the function itself")


        class ExceptHookArgs:
            def __init__(self, exc_type, exc_value, exc_traceback, thread):
                self.exc_type = exc_type
                self.exc_value = exc_value
                self.exc_traceback = exc_traceback
                self.thread = thread


        def excepthook(args):
            name = args.thread.name if args.thread else get_ident()
            print(f"Exception in thread {name}:", file=sys.stderr)
            print("".join(traceback.format_exception_only(args.exc_type, args.exc_value)), end="", file=sys.stderr)


        _MAIN_IDENT = 1
        _counts = {"named": 0, "started": 0}
        _main = _MainThread()
        _running = [_main]


        def main_thread():
            return _main


        def current_thread():
            return _running[-1]


        currentThread = current_thread


        def get_ident():
            return current_thread().ident


        get_native_id = get_ident


        def enumerate():
            return list(_running)


        def active_count():
            return len(_running)


        activeCount = active_count


        def settrace(func):
            pass


        def setprofile(func):
            pass


        def stack_size(size=0):
            return 0
        """#
}
