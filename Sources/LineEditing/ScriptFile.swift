#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Reads script files.
public enum ScriptFile {
    /// The text of the file at `path`, without a byte order mark.
    ///
    /// Refuses what the system refuses, files above 64 MB, and text that is not UTF-8.
    public static func read(path: String) throws(LineError) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { throw .system("cannot read \(path)", reason: systemMessage(errno)) }
        defer { close(descriptor) }
        var information = stat()
        if fstat(descriptor, &information) == 0, information.st_mode & S_IFMT == S_IFDIR {
            throw .system("cannot read \(path)", reason: systemMessage(EISDIR))
        }
        return try PlainLineSource(descriptor: descriptor).readText()
    }

    /// The scripts below a folder, or the file itself: paths that end in `.conv`, sorted.
    public static func scripts(at path: String) throws(LineError) -> [String] {
        guard let names = DataFile.names(inFolder: path) else {
            if errno == ENOTDIR { return [path] }
            throw .system("cannot read \(path)", reason: systemMessage(errno))
        }
        var found: [String] = []
        for name in names where !name.hasPrefix(".") {
            let inner = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
            if name.hasSuffix(".conv") {
                found.append(inner)
            } else if isFolder(inner) {
                found += try scripts(at: inner)
            }
        }
        return found
    }

    private static func isFolder(_ path: String) -> Bool {
        var information = stat()
        return lstat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
    }
}
