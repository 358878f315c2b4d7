import CKernels

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A few threads that wait for chunks of work. They are started when first needed, watch for the next job for a moment
/// after each one (a layer follows a layer), then sleep.
final class ThreadPool: @unchecked Sendable {
    static let shared = ThreadPool()
    static let mostThreads = 256

    /// One call of `run`: the threads take chunk after chunk until there are none.
    private struct Job {
        let chunks: Int
        let helpers: Int
        let work: (Int, Int) -> Void
    }

    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let wake = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    /// Shared counters, a cache line apart.
    private let counters = UnsafeMutablePointer<Int64>.allocate(capacity: 40)
    /// The number of the latest job.
    private var jobNumber: UnsafeMutablePointer<Int64> { counters }
    /// The job's next chunk.
    private var nextChunk: UnsafeMutablePointer<Int64> { counters + 8 }
    /// The helpers that have entered the job; below zero when no more may enter. A helper that wakes late finds the gate
    /// closed, and nobody has waited for it.
    private var gate: UnsafeMutablePointer<Int64> { counters + 16 }
    /// The helpers that have left the job.
    private var left: UnsafeMutablePointer<Int64> { counters + 24 }
    /// Whether the pool is at work.
    private var taken: UnsafeMutablePointer<Int64> { counters + 32 }
    private static let closed: Int64 = 1 << 40
    private var job: Job?
    private var started = 0

    private init() {
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(wake, nil)
        counters.initialize(repeating: 0, count: 40)
        ck_atomic_store(gate, -Self.closed)
    }

    /// Runs the chunks on `threads` threads. False, with nothing done, if the pool is at work already (a nested call).
    func run(chunks: Int, threads: Int, _ work: (Int, Int) -> Void) -> Bool {
        guard ck_atomic_exchange(taken, 1) == 0 else { return false }
        defer { ck_atomic_store(taken, 0) }
        startHelpers(threads - 1)
        let helpers = min(threads - 1, started)
        withoutActuallyEscaping(work) { work in
            pthread_mutex_lock(mutex)
            job = Job(chunks: chunks, helpers: helpers, work: work)
            ck_atomic_store(nextChunk, 0)
            ck_atomic_store(left, 0)
            ck_atomic_store(gate, 0)
            ck_atomic_add(jobNumber, 1)
            pthread_cond_broadcast(wake)
            pthread_mutex_unlock(mutex)
            takeChunks(of: chunks, worker: 0, work)
            waitForHelpers()
            job = nil
        }
        return true
    }

    private func takeChunks(of chunks: Int, worker: Int, _ work: (Int, Int) -> Void) {
        while true {
            let chunk = Int(ck_atomic_add(nextChunk, 1))
            if chunk >= chunks || Interrupt.isRequested { return }
            work(chunk, worker)
        }
    }

    /// Closes the gate and waits until every helper that came in has gone. They are at their last chunk, so this is short.
    private func waitForHelpers() {
        let entered = ck_atomic_add(gate, -Self.closed)
        var turns = 0
        while ck_atomic_load(left) < entered {
            turns += 1
            if turns < 4000 { ck_pause() } else { sched_yield() }
        }
    }

    /// A helper's life: wait for a job with a new number, take part in it if the gate is open, leave.
    private func help(as worker: Int) {
        var seen: Int64 = 0
        while true {
            seen = awaitJob(after: seen)
            guard ck_atomic_add(gate, 1) >= 0 else { continue }
            takePart(as: worker)
            ck_atomic_add(left, 1)
        }
    }

    /// A function of its own, so that the job is released before the helper reports that it has left.
    @inline(never)
    private func takePart(as worker: Int) {
        guard let job, worker <= job.helpers else { return }
        takeChunks(of: job.chunks, worker: worker, job.work)
    }

    /// The number of the next job: watched for about 50 µs, then slept for.
    private func awaitJob(after seen: Int64) -> Int64 {
        for _ in 0..<1500 {
            let number = ck_atomic_load(jobNumber)
            if number != seen { return number }
            ck_pause()
        }
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while ck_atomic_load(jobNumber) == seen { pthread_cond_wait(wake, mutex) }
        return ck_atomic_load(jobNumber)
    }

    private func startHelpers(_ count: Int) {
        while started < min(count, Self.mostThreads) {
            guard startHelper(number: started + 1) else { return }
            started += 1
        }
    }

    private func startHelper(number: Int) -> Bool {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        defer { pthread_attr_destroy(&attributes) }
        let birth = Unmanaged.passRetained(Birth(pool: self, number: number))
        #if canImport(Darwin)
            var thread: pthread_t?
        #else
            var thread = pthread_t()
        #endif
        let status = pthread_create(&thread, &attributes, helperMain, birth.toOpaque())
        if status != 0 { birth.release() }
        return status == 0
    }

    /// What a new thread is passed.
    fileprivate final class Birth {
        let pool: ThreadPool
        let number: Int

        init(pool: ThreadPool, number: Int) {
            self.pool = pool
            self.number = number
        }

        func live() { pool.help(as: number) }
    }
}

#if canImport(Darwin)
    private func helperMain(_ argument: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
        Unmanaged<ThreadPool.Birth>.fromOpaque(argument).takeRetainedValue().live()
        return nil
    }
#else
    private func helperMain(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        if let argument { Unmanaged<ThreadPool.Birth>.fromOpaque(argument).takeRetainedValue().live() }
        return nil
    }
#endif
