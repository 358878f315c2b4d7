import CKernels

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Work spread over the cores. `CONVSH_THREADS` says how many threads there are; the default is the number of cores.
///
/// Whoever uses it divides the work into chunks by the size of the problem alone, never by the number of threads, and
/// lets each chunk write its own part of the result: so results do not depend on the number of threads.
public enum Parallel {
    /// Set by tests and benchmarks.
    @TaskLocal static var forced: Int?

    /// The number of threads in use, the calling one included.
    public static var threads: Int { forced ?? configured }

    /// Runs a body with another number of threads.
    public static func withThreads<R>(_ count: Int, _ body: () throws -> R) rethrows -> R {
        try $forced.withValue(max(count, 1), operation: body)
    }

    /// Calls `work` for each of `0..<chunks`, on several threads; returns when all are done. After an interrupt the
    /// chunks that have not begun are left out: the caller checks `Interrupt` when this returns.
    public static func forEach(chunks: Int, work: (Int) -> Void) {
        run(chunks: chunks) { chunk, _ in work(chunk) }
    }

    /// As `forEach`, and tells the work which worker it runs on, `0..<threads`, so that it can use that worker's buffers.
    /// - Parameter operations: about how many arithmetic operations the whole takes; a little work stays on one thread.
    static func run(chunks: Int, operations: Int = .max, work: (_ chunk: Int, _ worker: Int) -> Void) {
        let count = min(threads, chunks)
        if count > 1 && operations >= smallestShare && ThreadPool.shared.run(chunks: chunks, threads: count, work) {
            return
        }
        for chunk in 0..<max(chunks, 0) {
            if Interrupt.isRequested { return }
            work(chunk, 0)
        }
    }

    /// Below this many operations, waking another thread costs more than it gains.
    private static let smallestShare = 400_000

    private static let configured: Int = {
        if let text = getenv("CONVSH_THREADS"), let wanted = Int(String(cString: text)), wanted > 0 {
            return min(wanted, ThreadPool.mostThreads)
        }
        return min(max(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1), ThreadPool.mostThreads)
    }()
}
