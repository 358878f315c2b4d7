#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file of records that several programs may add to at once: each record is appended under a lock.
public struct SharedFile: Sendable {
    /// Where the file is.
    public let path: String
    /// What the file is, for errors: `the history`.
    let purpose: String

    /// A file at `path`, which need not exist.
    /// - Parameter purpose: what it is, for errors.
    public init(path: String, purpose: String) {
        self.path = path
        self.purpose = purpose
    }

    /// The text of the file. No file means no text.
    public func load() throws(LineError) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 {
            if errno == ENOENT || errno == ENOTDIR { return "" }
            throw SharedFile.failure("cannot read \(purpose) \(path)")
        }
        defer { close(descriptor) }
        return try readAll(descriptor)
    }

    /// Adds text at the end, making the file and its folders if they are missing.
    public func append(_ text: String) throws(LineError) {
        try makeFolders()
        let descriptor = try openLocked()
        defer { close(descriptor) }
        // A program that was killed, or a full disk, may have left half a record.
        let lineBreak = endsInMidLine(descriptor) ? "\n" : ""
        if !FileOutput.write(lineBreak + text, to: descriptor) {
            throw SharedFile.failure("cannot write \(purpose) \(path)")
        }
    }

    /// Opens the file for appending and locks it. Another shell may have replaced the file while this one waited for
    /// the lock; then the new file is opened.
    func openLocked() throws(LineError) -> Int32 {
        while true {
            let descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
            if descriptor < 0 { throw SharedFile.failure("cannot write \(purpose) \(path)") }
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
            guard mkdir(folder, 0o700) != 0, errno != EEXIST, errno != EISDIR else { continue }
            let reason = errno
            if access(folder, X_OK) != 0 {
                // Of a folder that could not be made, `access` only says that there is none.
                errno = reason
                throw SharedFile.failure("cannot make the folder \(folder)")
            }
        }
    }

    func readAll(_ descriptor: Int32) throws(LineError) -> String {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(descriptor, &piece, piece.count)
            if count > 0 {
                bytes += piece[..<count]
            } else if count == 0 {
                return String(decoding: bytes, as: UTF8.self)
            } else if errno != EINTR {
                throw SharedFile.failure("cannot read \(purpose) \(path)")
            }
        }
    }

    static func failure(_ action: String) -> LineError { .system(action, reason: systemMessage(errno)) }
}
