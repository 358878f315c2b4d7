#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif
import CReadline

/// Other programs that a person runs from the shell, in the same terminal.
public enum OutsideProgram {
    /// Runs a command of the system's shell; returns its exit status, 128 and the signal where one ended it.
    public static func run(_ command: String) -> Int32 {
        let status = system(command)
        if status == -1 { return 127 }
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }

    /// Opens the person's editor on a file; false if it could not be run or failed.
    public static func edit(_ path: String) -> Bool {
        let editor = [Terminal.variable("VISUAL"), Terminal.variable("EDITOR")].compactMap { $0 }.first { !$0.isEmpty }
        return run("\(editor ?? "vi") \(quoted(path))") == 0
    }

    /// Opens the person's editor on a text; nil if it could not be run or failed.
    public static func edit(text: String) -> String? {
        var template = Array("\(Terminal.variable("TMPDIR") ?? "/tmp")/convsh-XXXXXX.conv".utf8CString)
        let descriptor = mkstemps(&template, 5)
        guard descriptor >= 0 else { return nil }
        let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { unlink(path) }
        let isWritten = FileOutput.write(text, to: descriptor)
        close(descriptor)
        guard isWritten, edit(path) else { return nil }
        return try? ScriptFile.read(path: path)
    }

    /// Shows a text page by page, by $PAGER or less; false where there is no such program.
    public static func page(_ text: String) -> Bool {
        guard let pager = pager else { return false }
        fflush(nil)
        // A pager that is left early is no reason to end.
        let old = SignalDisposition.ignore(SIGPIPE)
        defer { SignalDisposition.restore(SIGPIPE, old) }
        guard let pipe = popen(pager, "w") else { return false }
        _ = FileOutput.write(text, to: fileno(pipe))
        // The status by which a shell says that there is no such program.
        return pclose(pipe) >> 8 != 127
    }

    /// The command of the pager. Like git, it asks less to keep colours and to leave short texts on the screen; and to say how it is left.
    private static var pager: String? {
        let less = "LESS=\"${LESS-RFXPsq goes back, space goes on}\" less"
        if let own = Terminal.variable("PAGER"), !own.isEmpty { return own == "less" ? less : own }
        return exists("less") ? less : nil
    }

    private static func exists(_ program: String) -> Bool {
        (Terminal.variable("PATH") ?? "").split(separator: ":").contains { access("\($0)/\(program)", X_OK) == 0 }
    }

    private static func quoted(_ path: String) -> String {
        "'" + path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}
