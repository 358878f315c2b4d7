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

    /// Three quarters of the stack that a thread has, but no more than 75 MB: what is nested deeper is not looked through.
    private static let budget: UInt = {
        #if canImport(Darwin)
            let size = UInt(pthread_get_stacksize_np(pthread_self()))
        #else
            var (attributes, known) = (pthread_attr_t(), 0)
            if pthread_getattr_np(pthread_self(), &attributes) == 0 {
                pthread_attr_getstacksize(&attributes, &known)
                pthread_attr_destroy(&attributes)
            }
            // The least that glibc gives a thread.
            let size = known > 0 && known < 1 << 32 ? UInt(known) : 2 << 20
        #endif
        return min(size / 4 * 3, 75 << 20)
    }()

    /// Whether one more call fits.
    @inline(__always)
    var hasRoom: Bool {
        var marker: UInt8 = 0
        return withUnsafeMutablePointer(to: &marker) { UInt(bitPattern: $0) > lowest }
    }
}
