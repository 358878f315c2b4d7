#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

import CReadline

/// What the process does when a signal comes.
enum SignalDisposition {
    /// Installs a handler, without SA_RESTART, and returns what stood before.
    @discardableResult
    static func set(
        _ signal: Int32, flags: Int32 = 0, _ handler: @escaping @convention(c) (Int32) -> Void
    ) -> sigaction {
        var new = sigaction()
        new.sa_flags = flags
        #if canImport(Glibc)
            new.__sigaction_handler.sa_handler = handler
        #else
            new.__sigaction_u.__sa_handler = handler
        #endif
        sigemptyset(&new.sa_mask)
        var old = sigaction()
        sigaction(signal, &new, &old)
        return old
    }

    /// Puts back what `set` returned.
    static func restore(_ signal: Int32, _ old: sigaction) {
        var action = old
        sigaction(signal, &action, nil)
    }

    /// Lets nothing come of the signal, and returns what stood before.
    static func ignore(_ signal: Int32) -> sigaction {
        let old = setDefault(signal)
        _ = cr_ignore_signal(signal)
        return old
    }

    /// Lets the signal do what it does in a program that never heard of it.
    @discardableResult
    static func setDefault(_ signal: Int32) -> sigaction {
        var new = sigaction()
        sigemptyset(&new.sa_mask)
        var old = sigaction()
        sigaction(signal, &new, &old)
        return old
    }
}
