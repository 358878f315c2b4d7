import CKernels

/// A flag that stops long computations. The engine looks at it at least every few milliseconds and then throws
/// `EngineError.interrupted`.
public enum Interrupt {
    /// Asks the running computation to stop. May be called from a signal handler.
    public static func request() { ck_interrupt_set(1) }

    /// Forgets an earlier request; whoever handles the interruption calls this.
    public static func clear() { ck_interrupt_set(0) }

    /// Whether an interrupt was requested.
    public static var isRequested: Bool { ck_interrupt_get() != 0 }

    /// Throws if an interrupt was requested.
    public static func check() throws(EngineError) {
        if isRequested { throw .interrupted }
    }
}
