#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif
import CReadline

/// The flag that Ctrl-C sets.
///
/// There is one flag for the whole program, and it belongs to whoever computes: the signal handler sets it, long
/// computations look at it, and the line editor looks at it when its waiting is cut short. LineEditing therefore
/// takes the flag's owner as three functions:
///
/// ```swift
/// let interrupts = InterruptSource(
///     handler: { _ in Interrupt.request() }, isRequested: { Interrupt.isRequested }, clear: { Interrupt.clear() })
/// interrupts.install()
/// ```
public struct InterruptSource: Sendable {
    /// Runs as the handler of SIGINT. It must be async-signal-safe: set an atomic flag, nothing else.
    public var handler: @convention(c) (Int32) -> Void
    /// Whether the flag is set.
    public var isRequested: @Sendable () -> Bool
    /// Takes the flag back.
    public var clear: @Sendable () -> Void

    /// A source over a flag with another owner.
    public init(
        handler: @escaping @convention(c) (Int32) -> Void, isRequested: @escaping @Sendable () -> Bool,
        clear: @escaping @Sendable () -> Void
    ) {
        self.handler = handler
        self.isRequested = isRequested
        self.clear = clear
    }

    /// A source with a flag of its own, for programs without a tensor engine.
    public static let own = InterruptSource(
        handler: { SignalBox.interrupts.note($0) },
        isRequested: { SignalBox.interrupts.contains(SIGINT) },
        clear: { _ = SignalBox.interrupts.take() })

    /// Makes SIGINT call the handler from now on. Waiting system calls return with EINTR.
    public func install() {
        // Everything that the handler touches exists before a signal can come: it must not create anything.
        _ = SignalBox.interrupts.take()
        _ = isRequested()
        _ = WakePipe.shared
        InterruptSource.installedHandler = handler
        SignalDisposition.set(SIGINT) { signal in
            InterruptSource.installedHandler?(signal)
            WakePipe.shared.wake()
        }
    }

    /// What SIGINT calls. Written by `install` only.
    private nonisolated(unsafe) static var installedHandler: (@convention(c) (Int32) -> Void)?
}

/// Signals that came in and were not yet dealt with: a set in memory of its own, changed atomically.
struct SignalBox: @unchecked Sendable {
    private let bits: UnsafeMutablePointer<UInt64>

    private init() {
        bits = .allocate(capacity: 1)
        bits.initialize(to: 0)
    }

    /// The flag of `InterruptSource.own`.
    static let interrupts = SignalBox()
    /// The signals that the line editor deals with while it waits.
    static let editing = SignalBox()

    /// Adds a signal; async-signal-safe.
    func note(_ signal: Int32) { cr_note_signal(bits, signal) }

    /// Whether a signal is in the set.
    func contains(_ signal: Int32) -> Bool { cr_has_signal(bits, signal) != 0 }

    /// Empties the set and returns what was in it.
    func take() -> UInt64 { cr_take_signals(bits) }
}
