#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Single keys, read as they are pressed.
public struct KeyReader {
    /// What was read beyond the last key.
    private var bytes: [UInt8] = []

    /// A reader of standard input.
    public init() {}

    /// Waits for a key; nil at the end of the input. Ctrl-C comes as a key.
    public mutating func read() -> TerminalKey? {
        while true {
            if let (key, count) = TerminalKey.first(of: bytes, isAll: true) {
                bytes.removeFirst(count)
                return key
            }
            guard let more = KeyReader.readBytes() else { return nil }
            bytes += more
        }
    }

    private static func readBytes() -> [UInt8]? {
        TerminalRescue.install()
        var old = termios()
        guard tcgetattr(STDIN_FILENO, &old) == 0 else { return nil }
        var raw = old
        raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
        tcsetattr(STDIN_FILENO, TCSADRAIN, &raw)
        defer { tcsetattr(STDIN_FILENO, TCSADRAIN, &old) }
        var bytes = [UInt8](repeating: 0, count: 16)
        while true {
            #if canImport(Glibc)
                let count = Glibc.read(STDIN_FILENO, &bytes, bytes.count)
            #else
                let count = Darwin.read(STDIN_FILENO, &bytes, bytes.count)
            #endif
            if count > 0 { return Array(bytes[..<count]) }
            if count == 0 || errno != EINTR { return nil }
        }
    }
}

/// Keeps the terminal from showing keys that are typed before somebody reads them.
public final class EchoOff {
    private var old = termios()
    private var isOff = false

    /// Turns the echo off, where standard input is a terminal.
    public init() {
        guard tcgetattr(STDIN_FILENO, &old) == 0 else { return }
        var quiet = old
        quiet.c_lflag &= ~tcflag_t(ECHO)
        isOff = tcsetattr(STDIN_FILENO, TCSADRAIN, &quiet) == 0
    }

    /// Gives the terminal back as it was.
    public func end() {
        if isOff { tcsetattr(STDIN_FILENO, TCSADRAIN, &old) }
        isOff = false
    }
}
