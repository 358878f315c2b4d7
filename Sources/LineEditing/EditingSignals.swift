#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif
import CReadline

/// How signals are treated while a line is edited.
///
/// They are blocked except while waiting for a key. Those that stop or end the process first give the terminal back
/// as it was, then do what they always do; a change of the window's size makes readline measure it again.
struct EditingSignals {
    private static let ending = [SIGTSTP, SIGTERM, SIGHUP, SIGQUIT]

    private var oldMask = sigset_t()
    private var oldActions: [(signal: Int32, action: sigaction)] = []

    /// What waiting yielded.
    enum Wait {
        case readable
        case signal
        case failure
    }

    /// Blocks the signals and takes over those that nobody else handles.
    init() {
        _ = SignalBox.editing.take()
        var blocked = sigset_t()
        sigemptyset(&blocked)
        for signal in EditingSignals.ending + [SIGINT, SIGWINCH] { sigaddset(&blocked, signal) }
        pthread_sigmask(SIG_BLOCK, &blocked, &oldMask)
        for signal in EditingSignals.ending + [SIGWINCH] {
            oldActions.append((signal, SignalDisposition.set(signal, to: { SignalBox.editing.note($0) })))
        }
    }

    /// Waits for a key or a signal.
    func wait(for descriptor: Int32) -> Wait {
        var mask = waitingMask
        switch cr_wait(descriptor, &mask) {
        case 1: return .readable
        case 0: return .signal
        default: return .failure
        }
    }

    /// Deals with the signals that came while waiting.
    func dealWithPending() {
        let pending = SignalBox.editing.take()
        if pending & (1 << UInt64(SIGWINCH)) != 0 { rl_resize_terminal() }
        for signal in EditingSignals.ending where pending & (1 << UInt64(signal)) != 0 { obey(signal) }
    }

    /// Puts everything back as it was before `init`.
    func restore() {
        for (signal, action) in oldActions { SignalDisposition.restore(signal, action) }
        var mask = oldMask
        pthread_sigmask(SIG_SETMASK, &mask, nil)
    }

    /// Gives the terminal back and lets the signal act; after a stop, goes on with the line.
    private func obey(_ signal: Int32) {
        rl_cleanup_after_signal()
        cr_flush()
        let action = SignalDisposition.setDefault(signal)
        raise(signal)
        var mask = waitingMask
        var blocked = sigset_t()
        pthread_sigmask(SIG_SETMASK, &mask, &blocked)
        // Here the process has been stopped and continued, or has ended.
        pthread_sigmask(SIG_SETMASK, &blocked, nil)
        SignalDisposition.restore(signal, action)
        rl_reset_after_signal()
        rl_forced_update_display()
    }

    /// The mask from before, without the signals that are waited for.
    private var waitingMask: sigset_t {
        var mask = oldMask
        for signal in EditingSignals.ending + [SIGINT, SIGWINCH] { sigdelset(&mask, signal) }
        return mask
    }
}
