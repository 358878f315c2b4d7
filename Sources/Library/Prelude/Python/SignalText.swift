extension Prelude {
    /// The module `signal`: its numbers; nothing is sent.
    static let signalText = #"""
        """The numbers of signals, and handlers that are noted: no signal reaches a script here."""
        from enum import IntEnum

        NSIG = 65


        class Signals(IntEnum):
            SIGHUP = 1
            SIGINT = 2
            SIGQUIT = 3
            SIGILL = 4
            SIGTRAP = 5
            SIGABRT = 6
            SIGBUS = 7
            SIGFPE = 8
            SIGKILL = 9
            SIGUSR1 = 10
            SIGSEGV = 11
            SIGUSR2 = 12
            SIGPIPE = 13
            SIGALRM = 14
            SIGTERM = 15
            SIGCHLD = 17
            SIGCONT = 18
            SIGSTOP = 19
            SIGTSTP = 20
            SIGTTIN = 21
            SIGTTOU = 22
            SIGWINCH = 28


        class Handlers(IntEnum):
            SIG_DFL = 0
            SIG_IGN = 1


        SIGHUP, SIGINT, SIGQUIT, SIGILL = Signals.SIGHUP, Signals.SIGINT, Signals.SIGQUIT, Signals.SIGILL
        SIGTRAP, SIGABRT, SIGBUS, SIGFPE = Signals.SIGTRAP, Signals.SIGABRT, Signals.SIGBUS, Signals.SIGFPE
        SIGKILL, SIGUSR1, SIGSEGV, SIGUSR2 = Signals.SIGKILL, Signals.SIGUSR1, Signals.SIGSEGV, Signals.SIGUSR2
        SIGPIPE, SIGALRM, SIGTERM, SIGCHLD = Signals.SIGPIPE, Signals.SIGALRM, Signals.SIGTERM, Signals.SIGCHLD
        SIGCONT, SIGSTOP, SIGTSTP, SIGTTIN = Signals.SIGCONT, Signals.SIGSTOP, Signals.SIGTSTP, Signals.SIGTTIN
        SIGTTOU, SIGWINCH = Signals.SIGTTOU, Signals.SIGWINCH
        SIG_DFL, SIG_IGN = Handlers.SIG_DFL, Handlers.SIG_IGN


        def default_int_handler(signalnum, frame):
            raise KeyboardInterrupt


        _handlers = {2: default_int_handler, 13: SIG_IGN}


        def _checked(signalnum):
            if not isinstance(signalnum, int):
                raise TypeError(f"'{type(signalnum).__name__}' object cannot be interpreted as an integer")
            if not 1 <= signalnum < NSIG:
                raise ValueError("signal number out of range")
            return int(signalnum)


        def signal(signalnum, handler):
            number = _checked(signalnum)
            if not callable(handler) and handler not in (SIG_DFL, SIG_IGN):
                raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
            if number in (9, 19):
                raise OSError("[Errno 22] Invalid argument")
            former = getsignal(number)
            _handlers[number] = Handlers(handler) if isinstance(handler, int) else handler
            return former


        def getsignal(signalnum):
            return _handlers.get(_checked(signalnum), SIG_DFL)


        def raise_signal(signalnum):
            handler = getsignal(signalnum)
            if handler == SIG_IGN:
                return
            if handler == SIG_DFL:
                raise NotImplementedError(f"signal {int(signalnum)} would end the program; it is not sent here")
            handler(int(signalnum), None)


        def strsignal(signalnum):
            words = {
                1: "Hangup", 2: "Interrupt", 3: "Quit", 4: "Illegal instruction", 6: "Aborted", 8: "Floating point exception",
                9: "Killed", 10: "User defined signal 1", 11: "Segmentation fault", 12: "User defined signal 2",
                13: "Broken pipe", 14: "Alarm clock", 15: "Terminated"}
            return words.get(_checked(signalnum))


        def alarm(seconds):
            if seconds:
                raise NotImplementedError("signal.alarm() would interrupt the script later; that is not implemented")
            return 0
        """#
}
