#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Knows how much of the machine's stack may be used, so that deep recursion is an error and never a crash.
struct StackGuard {
    /// The lowest address that may be reached.
    private let lowest: UInt

    /// A guard for the thread that makes it, which has used little of its stack so far.
    init() {
        var marker: UInt8 = 0
        let here = withUnsafeMutablePointer(to: &marker) { UInt(bitPattern: $0) }
        lowest = here - min(StackGuard.budget, here)
    }

    /// Three quarters of the stack that a thread has.
    private static let budget: UInt = {
        #if canImport(Darwin)
            return UInt(pthread_get_stacksize_np(pthread_self())) / 4 * 3
        #else
            var limit = rlimit()
            let isKnown = getrlimit(__rlimit_resource_t(RLIMIT_STACK.rawValue), &limit) == 0
            // Where the limit is "unlimited", glibc gives a thread 2 MB.
            let size = isKnown && limit.rlim_cur < 1 << 32 ? UInt(limit.rlim_cur) : 2 << 20
            return size / 4 * 3
        #endif
    }()

    /// Whether one more call fits.
    @inline(__always)
    var hasRoom: Bool {
        var marker: UInt8 = 0
        return withUnsafeMutablePointer(to: &marker) { UInt(bitPattern: $0) > lowest }
    }
}
