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
    public var path: String { file.path }
    private let file: SharedFile
    private let limit: Int

    /// A history at `path`, which need not exist.
    public init(path: String, limit: Int = HistoryFile.defaultLimit) {
        file = SharedFile(path: path, purpose: "the history")
        self.limit = limit
    }

    /// The entries of the file, the oldest first. No file means no entries.
    public func load() throws(LineError) -> [String] {
        HistoryFormat.entries(try file.load()).suffix(limit)
    }

    /// Adds an entry at the end, making the file and its folders if they are missing.
    public func append(_ entry: String, time: Int = HistoryFile.now) throws(LineError) {
        try file.append(HistoryFormat.record(entry, time: time))
    }

    /// Drops the oldest entries when the file holds more than the limit. It is replaced as a whole.
    public func truncate() throws(LineError) {
        if access(path, F_OK) != 0 { return }
        let descriptor = try file.openLocked()
        defer { close(descriptor) }
        let records = HistoryFormat.records(try file.readAll(descriptor))
        if records.count <= limit { return }
        let temporary = path + ".\(getpid())"
        let output = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        if output < 0 { throw SharedFile.failure("cannot write \(temporary)") }
        let complete = FileOutput.write(records.suffix(limit).joined(), to: output)
        close(output)
        if !complete || rename(temporary, path) != 0 {
            let error = SharedFile.failure("cannot shorten the history \(path)")
            unlink(temporary)
            throw error
        }
    }

    /// Seconds since 1970.
    public static var now: Int { Int(time(nil)) }
}
