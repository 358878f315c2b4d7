import CKernels
#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The memory of the machine.
public enum Memory {
    /// Lets all threads allocate from one heap: the language runs on a thread that is not the first and allocates most.
    /// To be called before threads are started.
    public static func useOneHeap() { ck_use_one_heap() }

    /// Bytes that can be allocated without swapping: `MemAvailable` on Linux, but no more than a control group leaves;
    /// the physical memory elsewhere.
    public static func available() -> Int {
        let machine = min(meminfoAvailable() ?? physical(), addressSpace())
        guard let limit = number(inFile: "/sys/fs/cgroup/memory.max"),
            let used = number(inFile: "/sys/fs/cgroup/memory.current")
        else { return machine }
        return min(machine, max(limit - used, 0))
    }

    /// A number of bytes as a person reads it: "1.5 GB". Powers of ten.
    public static func describe(bytes: Int) -> String {
        let units = ["bytes", "kB", "MB", "GB", "TB", "PB", "EB"]
        var value = Double(bytes)
        var unit = 0
        while value >= 999.5 && unit < units.count - 1 {
            value /= 1000
            unit += 1
        }
        let tenths = Int((value * 10).rounded())
        let text = tenths % 10 == 0 || tenths >= 1000 ? "\(Int(value.rounded()))" : "\(tenths / 10).\(tenths % 10)"
        return "\(text) \(units[unit])"
    }

    /// Refuses a buffer that does not fit. Small ones are not worth asking the system about.
    /// - Throws: `outOfMemory`.
    public static func check(bytes: Int) throws(EngineError) {
        guard bytes > 32 << 20 else { return }
        let free = available() + StorageCache.bytesHeld
        if bytes > free { throw .outOfMemory(needed: bytes, available: free) }
    }

    /// What `ulimit -v` leaves, less a reserve for small things; Int.max where there is no such limit.
    private static func addressSpace() -> Int {
        #if canImport(Darwin)
            return .max
        #else
            var limit = rlimit()
            guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0, limit.rlim_cur < 1 << 48,
                let pages = number(inFile: "/proc/self/statm")
            else { return .max }
            return max(Int(limit.rlim_cur) - pages * sysconf(Int32(_SC_PAGESIZE)) - 300_000_000, 0)
        #endif
    }

    private static func physical() -> Int {
        let pages = sysconf(Int32(_SC_PHYS_PAGES))
        return pages > 0 ? pages * sysconf(Int32(_SC_PAGESIZE)) : Int.max
    }

    /// The `MemAvailable` line of /proc/meminfo, which counts in units of 1024 bytes.
    private static func meminfoAvailable() -> Int? {
        guard let text = contents(ofFile: "/proc/meminfo") else { return nil }
        for line in text.split(separator: "\n") where line.hasPrefix("MemAvailable:") {
            let digits = line.filter { $0.isNumber }
            return Int(String(digits)).map { $0 * 1024 }
        }
        return nil
    }

    /// The number a small file holds; nil where there is no such file or no number ("max").
    private static func number(inFile path: String) -> Int? {
        contents(ofFile: path).flatMap { text in Int(String(text.prefix { $0.isNumber })) }
    }

    /// The first 4 KiB of a file.
    private static func contents(ofFile path: String) -> String? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let length = read(file, &bytes, bytes.count)
        guard length > 0 else { return nil }
        return String(decoding: bytes.prefix(length), as: UTF8.self)
    }
}
