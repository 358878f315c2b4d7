#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The file that keeps the entries of earlier sessions.
///
/// Each entry stands below a line `#SECONDS`, its time, so that one of several lines comes back as one; bash writes
/// its history in the same form. Several shells may use the file at once: entries are appended under a lock.
public final class HistoryFile {
    /// The most entries that are kept.
    public static let defaultLimit = 10_000

    /// Where the file is.
    public let path: String
    private let limit: Int

    /// A history at `path`, which need not exist.
    public init(path: String, limit: Int = HistoryFile.defaultLimit) {
        self.path = path
        self.limit = limit
    }

    /// The user's own history: `$XDG_STATE_HOME/convsh/history`, else `~/.local/state/convsh/history`.
    ///
    /// Returns nil where neither folder is known. As the XDG rules say, a relative XDG_STATE_HOME counts as not set.
    public static func defaultPath(variable: (String) -> String? = Terminal.variable) -> String? {
        if let state = variable("XDG_STATE_HOME"), state.hasPrefix("/") { return state + "/convsh/history" }
        guard let home = variable("HOME"), !home.isEmpty else { return nil }
        return home + "/.local/state/convsh/history"
    }

    /// The entries of the file, the oldest first. No file means no entries.
    public func load() throws(LineError) -> [String] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 {
            if errno == ENOENT || errno == ENOTDIR { return [] }
            throw failure("cannot read the history \(path)")
        }
        defer { close(descriptor) }
        return HistoryFormat.entries(try readAll(descriptor)).suffix(limit)
    }

    /// Adds an entry at the end, making the file and its folders if they are missing.
    public func append(_ entry: String, time: Int = HistoryFile.now) throws(LineError) {
        try makeFolders()
        let descriptor = try openLocked()
        defer { close(descriptor) }
        // A shell that was killed, or a full disk, may have left half a record.
        let lineBreak = endsInMidLine(descriptor) ? "\n" : ""
        if !FileOutput.write(lineBreak + HistoryFormat.record(entry, time: time), to: descriptor) {
            throw failure("cannot write the history \(path)")
        }
    }

    /// Drops the oldest entries when the file holds more than the limit. It is replaced as a whole.
    public func truncate() throws(LineError) {
        if access(path, F_OK) != 0 { return }
        let descriptor = try openLocked()
        defer { close(descriptor) }
        let records = HistoryFormat.records(try readAll(descriptor))
        if records.count <= limit { return }
        let temporary = path + ".\(getpid())"
        let output = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        if output < 0 { throw failure("cannot write \(temporary)") }
        let complete = FileOutput.write(records.suffix(limit).joined(), to: output)
        close(output)
        if !complete || rename(temporary, path) != 0 {
            let error = failure("cannot shorten the history \(path)")
            unlink(temporary)
            throw error
        }
    }

    /// Seconds since 1970.
    public static var now: Int { Int(time(nil)) }

    // MARK: Files

    /// Opens the file for appending and locks it. Another shell may have replaced the file while this one waited for
    /// the lock; then the new file is opened.
    private func openLocked() throws(LineError) -> Int32 {
        while true {
            let descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
            if descriptor < 0 { throw failure("cannot write the history \(path)") }
            while flock(descriptor, LOCK_EX) != 0 {
                if errno == EINTR { continue }
                // A file system without locks is no reason to lose the entry.
                return descriptor
            }
            var opened = stat()
            var named = stat()
            if fstat(descriptor, &opened) == 0, stat(path, &named) == 0, opened.st_ino == named.st_ino {
                fchmod(descriptor, 0o600)
                return descriptor
            }
            close(descriptor)
        }
    }

    private func endsInMidLine(_ descriptor: Int32) -> Bool {
        var last = UInt8(ascii: "\n")
        let end = lseek(descriptor, 0, SEEK_END)
        return end > 0 && pread(descriptor, &last, 1, end - 1) == 1 && last != UInt8(ascii: "\n")
    }

    private func makeFolders() throws(LineError) {
        var folder = ""
        for part in path.split(separator: "/").dropLast() {
            folder += (path.hasPrefix("/") || !folder.isEmpty ? "/" : "") + part
            if mkdir(folder, 0o700) != 0, errno != EEXIST, errno != EISDIR, access(folder, X_OK) != 0 {
                throw failure("cannot make the folder \(folder)")
            }
        }
    }

    private func readAll(_ descriptor: Int32) throws(LineError) -> String {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(descriptor, &piece, piece.count)
            if count > 0 {
                bytes += piece[..<count]
            } else if count == 0 {
                return String(decoding: bytes, as: UTF8.self)
            } else if errno != EINTR {
                throw failure("cannot read the history \(path)")
            }
        }
    }

    private func failure(_ action: String) -> LineError { .system(action, reason: systemMessage(errno)) }
}
