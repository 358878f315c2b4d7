#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif
import CReadline

/// Gives the terminal back as it was when the program ends by a signal: after a crash, and after SIGTERM or SIGHUP while
/// no line is being edited.
enum TerminalRescue {
    /// The terminal's settings as they were at first. Written once, before any handler is installed.
    nonisolated(unsafe) private static var settings: UnsafeMutablePointer<termios>?
    /// What stood before for each signal, by its number.
    nonisolated(unsafe) private static var oldActions: UnsafeMutablePointer<sigaction>?

    private static let signals = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGTERM, SIGHUP]
    private static let stackSize = 64 << 10

    /// Remembers the terminal's settings and installs the handlers, once.
    static func install() { installed }

    private static let installed: Void = {
        let memory = UnsafeMutablePointer<termios>.allocate(capacity: 1)
        guard tcgetattr(STDIN_FILENO, memory) == 0 else { return memory.deallocate() }
        settings = memory
        let actions = UnsafeMutablePointer<sigaction>.allocate(capacity: 64)
        actions.initialize(repeating: sigaction(), count: 64)
        oldActions = actions
        // A crash may come because there is no more stack.
        var stack = stack_t()
        stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: stackSize, alignment: 16)
        stack.ss_size = stackSize
        sigaltstack(&stack, nil)
        for signal in signals {
            actions[Int(signal)] = SignalDisposition.set(signal, flags: Int32(SA_ONSTACK), handler)
        }
    }()

    /// Async-signal-safe: it only calls the system.
    private static let handler: @convention(c) (Int32) -> Void = { signal in
        if let settings { tcsetattr(STDIN_FILENO, TCSANOW, settings) }
        cr_end_paste_marks()
        TerminalTitle.restore()
        if let oldActions { sigaction(signal, &oldActions[Int(signal)], nil) }
        raise(signal)
    }
}
