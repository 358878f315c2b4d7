#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif
import CReadline

/// The title of the terminal's window, which scripts and other programs change: it is kept at the start and put back at the
/// end, whatever ends the program.
public enum TerminalTitle {
    /// Written before any handler may read it.
    nonisolated(unsafe) private static var isKept = false

    /// Has the terminal keep its title until the program ends.
    public static func keep() {
        guard !isKept, Terminal.canRedraw else { return }
        FileOutput.write("\u{1B}[22;0t")
        isKept = true
        atexit { TerminalTitle.restore() }
    }

    /// Puts the title back; safe in a signal handler.
    static func restore() {
        guard isKept else { return }
        isKept = false
        cr_restore_title()
    }
}
