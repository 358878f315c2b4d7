#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Facts about the terminal and the environment, asked anew each time.
public enum Terminal {
    /// Whether a file descriptor is a terminal.
    public static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

    /// Whether both standard input and standard output are terminals: only then a person can edit lines.
    public static var isInteractive: Bool { isTerminal(STDIN_FILENO) && isTerminal(STDOUT_FILENO) }

    /// The columns of the terminal's window, if it has one that says so.
    public static func columns(_ descriptor: Int32 = STDOUT_FILENO) -> Int? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    /// The rows of the terminal's window, if it has one that says so.
    public static func rows(_ descriptor: Int32 = STDOUT_FILENO) -> Int? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else { return nil }
        return Int(size.ws_row)
    }

    /// Whether a page can be drawn again in the same place: there is a person, and a cursor that moves.
    public static var canRedraw: Bool {
        guard isInteractive, let type = variable("TERM") else { return false }
        return !type.isEmpty && type != "dumb"
    }

    /// The pixels of one character of the terminal's window, if it says so.
    public static func cellSize(_ descriptor: Int32 = STDOUT_FILENO) -> (width: Int, height: Int)? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return nil }
        let (width, height) = (Int(size.ws_xpixel / size.ws_col), Int(size.ws_ypixel / size.ws_row))
        return width > 0 && height > 0 ? (width, height) : nil
    }

    /// Whether the locale's characters are UTF-8. `ProcessSetup.prepare()` must have been called.
    public static var usesUTF8: Bool { ProcessSetup.localeUsesUTF8 ?? readsUTF8 }

    /// Whether the system's functions, and with them readline, take bytes as UTF-8.
    static var readsUTF8: Bool {
        guard let name = nl_langinfo(nl_item(CODESET)) else { return false }
        return String(cString: name).uppercased() == "UTF-8"
    }

    /// One variable of the environment.
    public static func variable(_ name: String) -> String? {
        guard let value = getenv(name) else { return nil }
        return String(cString: value)
    }

    /// All variables of the environment.
    public static var allVariables: [String: String] {
        var result: [String: String] = [:]
        var place: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = environ
        while let entry = place?.pointee {
            let text = String(cString: entry)
            if let sign = text.firstIndex(of: "=") {
                result[String(text[..<sign])] = String(text[text.index(after: sign)...])
            }
            place = place?.advanced(by: 1)
        }
        return result
    }

    /// The variables that decide about the look of the output.
    public static var environment: [String: String] {
        let names = [
            "COLUMNS", "TERM", "COLORTERM", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLORFGBG", "TERM_PROGRAM",
            "KITTY_WINDOW_ID", "TMUX", "STY",
        ]
        var result: [String: String] = [:]
        for name in names { result[name] = variable(name) }
        return result
    }
}

/// Writes whole texts to file descriptors.
public enum FileOutput {
    /// Writes a line to standard error.
    public static func complain(_ message: String) { complain(text: message + "\n") }

    /// Writes to standard error what may be a part of a line.
    public static func complain(text: String) { write(text, to: STDERR_FILENO) }

    /// Why the last `write` failed, in the system's words; nil where the reader is gone, which is no fault.
    public static func failure() -> String? { errno == EPIPE ? nil : systemMessage(errno) }

    /// Writes all bytes of `text`, however often it takes. Returns false when the reader is gone or the disk is full.
    @discardableResult
    public static func write(_ text: String, to descriptor: Int32 = STDOUT_FILENO) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var written = 0
            while written < bytes.count {
                guard let start = bytes.baseAddress else { return true }
                #if canImport(Glibc)
                    let count = Glibc.write(descriptor, start + written, bytes.count - written)
                #else
                    let count = Darwin.write(descriptor, start + written, bytes.count - written)
                #endif
                if count > 0 {
                    written += count
                } else if count < 0, errno == EINTR || errno == EAGAIN {
                    continue
                } else {
                    return false
                }
            }
            return true
        }
    }
}
