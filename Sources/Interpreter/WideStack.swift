#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A thread with room for values that hold each other a million levels deep, which are released level by level.
public enum WideStack {
    /// Bytes that its stack may grow to; memory is taken only for what is used of them.
    public static let size = 1 << 30

    /// Bytes of stack that the thread under way was given; nil where there is none. Set before it starts.
    nonisolated(unsafe) private(set) static var granted: Int?

    /// Runs the body on such a thread and returns when it is done; where no such thread can be had, on this one.
    public static func run(_ body: () -> Void) {
        withoutActuallyEscaping(body) { body in
            var attributes = pthread_attr_t()
            pthread_attr_init(&attributes)
            let bytes = permitted
            pthread_attr_setstacksize(&attributes, bytes)
            defer { pthread_attr_destroy(&attributes) }
            granted = bytes
            let errand = Unmanaged.passRetained(Errand(body))
            #if canImport(Darwin)
                var thread: pthread_t?
            #else
                var thread = pthread_t()
            #endif
            guard pthread_create(&thread, &attributes, errandMain, errand.toOpaque()) == 0 else {
                granted = nil
                errand.release()
                return body()
            }
            // Signals are for the thread that works.
            var all = sigset_t()
            sigfillset(&all)
            pthread_sigmask(SIG_BLOCK, &all, nil)
            #if canImport(Darwin)
                if let thread { pthread_join(thread, nil) }
            #else
                pthread_join(thread, nil)
            #endif
        }
    }

    /// The size, or where `ulimit -v` counts addresses, no more than an eighth of them.
    private static var permitted: Int {
        #if canImport(Darwin)
            return size
        #else
            var limit = rlimit()
            guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0, limit.rlim_cur < 1 << 48 else {
                return size
            }
            return min(size, max(Int(limit.rlim_cur) / 8, 8 << 20) & ~0xFFFF)
        #endif
    }

    /// What the thread is passed.
    fileprivate final class Errand {
        let body: () -> Void

        init(_ body: @escaping () -> Void) { self.body = body }
    }
}

#if canImport(Darwin)
    private func errandMain(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
        Unmanaged<WideStack.Errand>.fromOpaque(context).takeRetainedValue().body()
        return nil
    }
#else
    private func errandMain(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        if let context { Unmanaged<WideStack.Errand>.fromOpaque(context).takeRetainedValue().body() }
        return nil
    }
#endif
