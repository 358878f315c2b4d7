#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Loads and stores files of bytes.
public enum DataFile {
    /// The most bytes that a file may have.
    public static let limit = 4 << 30

    /// Whether there is a file, or something like one, at `path`.
    public static func isFile(_ path: String) -> Bool {
        var information = stat()
        return stat(path, &information) == 0 && !information.isFolder
    }

    /// Whether there is a folder at `path`.
    public static func isFolder(_ path: String) -> Bool {
        var information = stat()
        return stat(path, &information) == 0 && information.isFolder
    }

    /// The names of what is in a folder, sorted; nil where it cannot be read.
    public static func names(inFolder path: String) -> [String]? {
        guard let folder = opendir(path) else { return nil }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            names.append(
                withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                })
        }
        return names.filter { $0 != "." && $0 != ".." }.sorted()
    }

    /// All bytes of the file at `path`; refuses what the system refuses, and what is above the limit.
    /// - Parameter limit: the most bytes it may have.
    public static func load(path: String, limit: Int = limit) throws(LineError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { throw failure("read", path) }
        defer { close(descriptor) }
        var information = stat()
        guard fstat(descriptor, &information) == 0 else { throw failure("read", path) }
        guard information.isRegular else { throw .system("cannot read \(path)", reason: "it is not a file") }
        guard information.st_size <= limit else { throw .textTooLong(limit: limit) }
        var bytes = [UInt8](repeating: 0, count: Int(information.st_size))
        var count = 0
        while count < bytes.count {
            let piece = bytes.withUnsafeMutableBytes {
                read(descriptor, $0.baseAddress.map { $0 + count }, $0.count - count)
            }
            if piece < 0, errno == EINTR { continue }
            if piece < 0 { throw failure("read", path) }
            if piece == 0 { break }
            count += piece
        }
        return Array(bytes.prefix(count))
    }

    /// Stores bytes at `path`. A file that is there keeps its permissions, and readers never see a partly written one.
    public static func store(_ bytes: [UInt8], path: String) throws(LineError) {
        var information = stat()
        let exists = lstat(path, &information) == 0
        // A link or a device is written through, not replaced.
        if exists, !information.isRegular { return try put(bytes, at: path, path, mode: 0o666) }
        let temporary = "\(path).\(getpid()).new"
        do throws(LineError) {
            try put(bytes, at: temporary, path, mode: exists ? information.st_mode & 0o7777 : 0o666)
            if rename(temporary, path) != 0 { throw failure("write", path) }
        } catch {
            unlink(temporary)
            throw error
        }
    }

    private static func put(
        _ bytes: [UInt8], at place: String, _ path: String, mode: mode_t
    ) throws(LineError) {
        let descriptor = open(place, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
        if descriptor < 0 { throw failure("write", path) }
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let piece = bytes.withUnsafeBytes {
                write(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written)
            }
            if piece < 0, errno == EINTR { continue }
            if piece <= 0 { throw failure("write", path) }
            written += piece
        }
    }

    private static func failure(_ action: String, _ path: String) -> LineError {
        .system("cannot \(action) \(path)", reason: systemMessage(errno))
    }
}

extension stat {
    fileprivate var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
    fileprivate var isRegular: Bool { st_mode & S_IFMT == S_IFREG }
}
