#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif
import CReadline

/// A line that tells how far a long computation is, and about how long it will yet take.
///
/// It is shown by a thread of its own, since whoever computes has no time for it, and only from half a second on. It is
/// gone before anything else is written.
public final class ProgressLine: @unchecked Sendable {
    // What both threads use is in `state`, under the lock; the rest belongs to whoever computes.

    private struct State {
        /// When the statement began, in nanoseconds; nil while none runs.
        var start: UInt64?
        /// When the work that is reported began, and how far it is.
        var workStart: UInt64 = 0
        var done = 0
        var total = 0
        var isShown = false
    }

    private var state = State()
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private var hasThread = false

    private static let firstAfter: UInt64 = 500_000_000
    private static let interval: UInt32 = 100_000
    /// Work done in a second before anything is known of it.
    private static let usualRate = 20e9

    /// A line on standard error, which must be a terminal.
    public init() { pthread_mutex_init(lock, nil) }

    /// A statement begins.
    public func begin() { locked { $0.start = ProgressLine.now } }

    /// A statement has ended.
    public func end() {
        erase()
        locked {
            $0.start = nil; $0.total = 0
        }
    }

    /// So much of the work is done.
    public func update(done: Int, total: Int) {
        let needsThread = locked { state in
            guard state.start != nil else { return false }
            if done == 0 { state.workStart = ProgressLine.now }
            (state.done, state.total) = (done, total)
            return Double(total) > ProgressLine.usualRate / 100
        }
        if needsThread, !hasThread { startThread() }
    }

    /// Takes the line away, if it is there.
    public func erase() {
        locked { state in
            if state.isShown { FileOutput.write("\r\u{1B}[K", to: STDERR_FILENO) }
            state.isShown = false
        }
    }

    private func locked<Result>(_ body: (inout State) -> Result) -> Result {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        return body(&state)
    }

    private static var now: UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }

    // MARK: The thread

    private func startThread() {
        hasThread = true
        // Signals are for the thread that works.
        var (all, old) = (sigset_t(), sigset_t())
        sigfillset(&all)
        pthread_sigmask(SIG_BLOCK, &all, &old)
        #if canImport(Darwin)
            var thread: pthread_t?
        #else
            var thread = pthread_t()
        #endif
        if pthread_create(&thread, nil, progressMain, Unmanaged.passRetained(self).toOpaque()) == 0 {
            #if canImport(Darwin)
                if let thread { pthread_detach(thread) }
            #else
                pthread_detach(thread)
            #endif
        }
        pthread_sigmask(SIG_SETMASK, &old, nil)
    }

    /// Shows the line again and again, as long as the program runs.
    fileprivate func watch() {
        while true {
            usleep(ProgressLine.interval)
            locked { state in
                guard let start = state.start, state.total > 0, state.done < state.total,
                    ProgressLine.now - start > ProgressLine.firstAfter
                else { return }
                state.isShown = true
                let elapsed = Double(ProgressLine.now - state.workStart) / 1e9
                let text = ProgressLine.text(done: state.done, total: state.total, elapsed: elapsed)
                FileOutput.write("\r\u{1B}[K\(text)", to: STDERR_FILENO)
            }
        }
    }

    /// `computing 43 % · about 12 s left`
    static func text(done: Int, total: Int, elapsed: Double) -> String {
        let share = Double(done) / Double(max(1, total))
        // Until something is done, the usual rate tells most.
        let whole = share > 0.02 ? elapsed / share : Double(total) / usualRate
        let left = max(0, whole - elapsed)
        let time =
            left < 1 ? "less than 1 s" : left < 100 ? "about \(Int(left.rounded())) s" : "about \(Int(left / 60)) min"
        return "computing \(Int(share * 100)) % · \(time) left"
    }
}

private func progressMain(_ line: ProgressPointer) -> ProgressResult {
    #if canImport(Darwin)
        Unmanaged<ProgressLine>.fromOpaque(line).takeUnretainedValue().watch()
    #else
        if let line { Unmanaged<ProgressLine>.fromOpaque(line).takeUnretainedValue().watch() }
    #endif
    return nil
}

#if canImport(Darwin)
    private typealias ProgressPointer = UnsafeMutableRawPointer
#else
    private typealias ProgressPointer = UnsafeMutableRawPointer?
#endif
private typealias ProgressResult = UnsafeMutableRawPointer?
