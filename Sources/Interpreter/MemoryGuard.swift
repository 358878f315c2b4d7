#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Knows how much memory the values of the language may take, so that an absurd size is an error and never a crash.
struct MemoryGuard {
    /// Bytes that the whole process may hold before a large collection is refused.
    private static let budget = 900_000_000
    /// Bytes that are not worth asking the system about.
    private static let small = 16_000_000

    /// Bytes granted since the system was asked the last time.
    private var granted = 0

    /// Whether a collection of so many bytes fits.
    mutating func hasRoom(bytes: Int) -> Bool {
        guard bytes <= MemoryGuard.budget else { return false }
        granted += bytes
        if granted <= MemoryGuard.small { return true }
        granted = 0
        return bytes <= MemoryGuard.budget - MemoryGuard.resident
    }

    /// Bytes of the process that are in memory now; 0 where the system does not tell.
    private static var resident: Int {
        guard let file = fopen("/proc/self/statm", "r") else { return 0 }
        defer { fclose(file) }
        var buffer = [CChar](repeating: 0, count: 128)
        let count = fread(&buffer, 1, buffer.count - 1, file)
        let text = String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
        let fields = text.split(separator: " ")
        return fields.count > 1 ? (Int(fields[1]) ?? 0) * sysconf(Int32(_SC_PAGESIZE)) : 0
    }
}
