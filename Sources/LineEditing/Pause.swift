#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Waits for a time.
public enum Pause {
    /// Waits for some milliseconds, in short steps, or until it is to end.
    public static func wait(milliseconds: Int, unless isEnded: () -> Bool) {
        var left = milliseconds
        while left > 0, !isEnded() {
            usleep(UInt32(min(left, 10)) * 1000)
            left -= 10
        }
    }
}
