#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif
import CReadline

/// How signals are treated while a line is edited.
///
/// Those that stop or end the process first give the terminal back as it was, then do what they always do; a change
/// of the window's size makes readline measure it again.
struct EditingSignals {
    private static let ending = [SIGTSTP, SIGTERM, SIGHUP, SIGQUIT]

    private var oldActions: [(signal: Int32, action: sigaction)] = []

    /// Takes the signals over.
    init() {
        _ = SignalBox.editing.take()
        _ = WakePipe.shared
        for signal in EditingSignals.ending + [SIGWINCH] {
            let old = SignalDisposition.set(signal) { signal in
                SignalBox.editing.note(signal)
                WakePipe.shared.wake()
            }
            oldActions.append((signal, old))
        }
    }

    /// Whether a signal came in that stops or ends the process.
    static var mustAct: Bool { ending.contains { SignalBox.editing.contains($0) } }

    /// Deals with the signals that came in.
    func dealWithPending() {
        let pending = SignalBox.editing.take()
        if pending & (1 << UInt64(SIGWINCH)) != 0 {
            InstalledEditor.current?.painter.forget()
            rl_reset_screen_size()
            InstalledEditor.draw(cr_draw_anew)
        }
        for signal in EditingSignals.ending where pending & (1 << UInt64(signal)) != 0 { obey(signal) }
    }

    /// Puts everything back as it was before `init`.
    func restore() {
        for (signal, action) in oldActions { SignalDisposition.restore(signal, action) }
    }

    /// Gives the terminal back and lets the signal act; after a stop, goes on with the line.
    private func obey(_ signal: Int32) {
        InstalledEditor.current?.painter.erase()
        rl_cleanup_after_signal()
        cr_flush()
        if signal != SIGTSTP { TerminalTitle.restore() }
        let action = SignalDisposition.setDefault(signal)
        raise(signal)
        // Here the process has been stopped and continued, or has ended.
        SignalDisposition.restore(signal, action)
        rl_reset_after_signal()
        rl_forced_update_display()
    }
}
