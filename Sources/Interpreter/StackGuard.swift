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

    /// Three quarters of the stack that the thread has, but no more than 75 MB: what is nested deeper is not looked through.
    private static let budget: UInt = {
        #if canImport(Darwin)
            let size = UInt(pthread_get_stacksize_np(pthread_self()))
        #else
            let size = WideStack.granted.map { UInt($0) } ?? limit
        #endif
        return min(size / 4 * 3, 75 << 20)
    }()

    #if !canImport(Darwin)
        /// Bytes that the system gives a thread of which nothing else is said.
        private static var limit: UInt {
            var limit = rlimit()
            let isKnown = getrlimit(__rlimit_resource_t(RLIMIT_STACK.rawValue), &limit) == 0
            // Where the limit is "unlimited", glibc gives a thread 2 MB.
            return isKnown && limit.rlim_cur < 1 << 32 ? UInt(limit.rlim_cur) : 2 << 20
        }
    #endif

    /// Whether one more call fits.
    @inline(__always)
    var hasRoom: Bool {
        var marker: UInt8 = 0
        return withUnsafeMutablePointer(to: &marker) { UInt(bitPattern: $0) > lowest }
    }
}
