#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Changes of files and folders; each answers the system's error number, 0 where it is done.
public enum FileChange {
    /// Makes a folder.
    /// - Parameter mode: the permissions, of which the process's mask is taken away.
    public static func makeFolder(_ path: String, mode: Int) -> Int32 {
        mkdir(path, mode_t(truncatingIfNeeded: mode)) == 0 ? 0 : errno
    }

    /// Removes a file or a link.
    public static func removeFile(_ path: String) -> Int32 { unlink(path) == 0 ? 0 : errno }

    /// Removes an empty folder.
    public static func removeFolder(_ path: String) -> Int32 { rmdir(path) == 0 ? 0 : errno }

    /// Gives a file or folder another name, in place of a file that has it.
    public static func move(_ path: String, to target: String) -> Int32 { rename(path, target) == 0 ? 0 : errno }

    /// Whether what is at a path may be read (4), written (2), run (1), or is there (0), as `access` says.
    public static func mayUse(_ path: String, mode: Int) -> Bool { access(path, Int32(truncatingIfNeeded: mode)) == 0 }

    /// Size, time of the last change in seconds since 1970, and mode of what is at a path; nil where there is nothing.
    public static func facts(_ path: String) -> (size: Int, modified: Double, mode: Int)? {
        var information = stat()
        guard stat(path, &information) == 0 else { return nil }
        #if canImport(Darwin)
            let time = information.st_mtimespec
        #else
            let time = information.st_mtim
        #endif
        return (
            Int(information.st_size), Double(time.tv_sec) + Double(time.tv_nsec) / 1e9, Int(information.st_mode)
        )
    }
}
