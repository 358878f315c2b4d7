#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The stack of the main thread, which grows on demand: room for values that hold each other many levels deep.
enum StackSize {
    /// 100 MB: as much as Linux keeps free below the stack of every program.
    private static let wanted = rlim_t(100 << 20)

    /// Raises the limit, if that is allowed. To be called before anything asks for it.
    static func raise() {
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0, limit.rlim_cur < wanted else { return }
        limit.rlim_cur = min(wanted, limit.rlim_max)
        setrlimit(resource, &limit)
    }

    #if canImport(Glibc)
        private static let resource = __rlimit_resource_t(RLIMIT_STACK.rawValue)
    #else
        private static let resource = RLIMIT_STACK
    #endif
}
