#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The folder that the process works in.
public enum Folder {
    /// Its path.
    public static var current: String {
        guard let path = getcwd(nil, 0) else { return "." }
        defer { free(path) }
        return String(cString: path)
    }

    /// Goes to another folder; `~` at the beginning stands for home.
    public static func change(to path: String) throws(LineError) {
        let target = expanded(path)
        if chdir(target) != 0 { throw .system("cannot go to \(target)", reason: systemMessage(errno)) }
    }

    private static func expanded(_ path: String) -> String {
        guard path == "~" || path.hasPrefix("~/"), let home = Terminal.variable("HOME") else { return path }
        return home + path.dropFirst()
    }
}
