#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Runs many inputs in several workers, and counts and keeps those that fail.
struct Campaign {
    private let options: FuzzOptions
    private let maker: InputMaker
    /// Milliseconds that an input may take after it was asked to stop.
    private static let grace = 1000
    /// Milliseconds after which an input that uses no processor time counts as hung; long, for a busy machine.
    private static let longestWait = 180_000
    /// Inputs after which a worker begins anew, so that what scripts tie into rings does not add up.
    private static let inputsPerWorker = 500

    init(_ options: FuzzOptions) throws {
        self.options = options
        maker = InputMaker(seed: options.seed, seeds: try options.seedFolders.flatMap { try Files.scripts(in: $0) })
    }

    /// Runs what the options ask for; answers the exit status.
    func run() throws -> Int32 {
        if let shown = options.shown {
            Files.writeToOutput(maker.input(shown))
            return 0
        }
        let inputs: [[UInt8]]? = options.files.isEmpty ? nil : try options.files.map { try Files.read($0) }
        let count = inputs?.count ?? options.count
        var failures: [(input: Int, verdict: WorkerProcess.Verdict)] = []
        try judge(count, input: { inputs?[$0] ?? maker.input($0) }) { failures.append(($0, $1)) }
        for failure in failures.sorted(by: { $0.input < $1.input }) {
            try report(failure.input, failure.verdict, inputs?[failure.input] ?? maker.input(failure.input))
        }
        print("\(count - failures.count) passed, \(failures.count) failed")
        return failures.isEmpty ? 0 : 1
    }

    private func report(_ number: Int, _ verdict: WorkerProcess.Verdict, _ input: [UInt8]) throws {
        let smallest = try Minimizer(verdict: verdict).minimized(input)
        let name = options.files.isEmpty ? "input \(number) of seed \(options.seed)" : options.files[number]
        print("\(name): \(described(verdict))")
        for line in String(decoding: smallest, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
            print("    \(line)")
        }
        guard let folder = options.saveFolder, options.files.isEmpty else { return }
        let path = "\(folder)/seed\(options.seed)-input\(number).conv"
        try Files.write(smallest, to: path)
        print("  kept in \(path)")
    }

    private func described(_ verdict: WorkerProcess.Verdict) -> String {
        switch verdict {
        case .passed: "passed"
        case .crashed(let signal): "crashed with signal \(signal)"
        case .hung: "did not stop within a second of being asked to"
        case .tookTooMuchMemory: "took more than 1 GB of memory"
        }
    }

    // MARK: Workers

    /// A worker with the input it is at.
    private final class Seat {
        var worker: WorkerProcess
        var input: Int?
        var processorTime = 0
        var began = 0
        var inputs = 0

        init() throws { worker = try WorkerProcess() }
    }

    /// Runs inputs by their numbers and tells of those that fail.
    private func judge(
        _ count: Int, input: (Int) -> [UInt8], fail: (Int, WorkerProcess.Verdict) -> Void
    ) throws {
        let seats = try (0..<min(options.jobs, max(count, 1))).map { _ in try Seat() }
        var (next, done) = (0, 0)
        func give(_ seat: Seat) {
            guard next < count else {
                seat.input = nil
                return
            }
            (seat.input, seat.processorTime, seat.began) = (next, seat.worker.processorTime, Clock.milliseconds)
            seat.worker.send(input(next))
            next += 1
        }
        for seat in seats { give(seat) }
        while done < count {
            let busy = seats.filter { $0.input != nil }
            var descriptors = busy.map { pollfd(fd: $0.worker.fromWorker, events: Int16(POLLIN), revents: 0) }
            _ = poll(&descriptors, nfds_t(descriptors.count), 100)
            for (seat, descriptor) in zip(busy, descriptors) {
                guard let number = seat.input, let verdict = verdict(seat, hasAnswer: descriptor.revents != 0) else {
                    continue
                }
                done += 1
                if done % 10_000 == 0, done < count { Files.complain("\(done) of \(count)") }
                if verdict != .passed { fail(number, verdict) }
                seat.inputs += 1
                if verdict != .passed || seat.inputs % Campaign.inputsPerWorker == 0 {
                    seat.worker.end()
                    seat.worker = try WorkerProcess()
                }
                give(seat)
            }
        }
        for seat in seats { seat.worker.end() }
    }

    /// What became of the input of a seat; nil while it may go on.
    private func verdict(_ seat: Seat, hasAnswer: Bool) -> WorkerProcess.Verdict? {
        if hasAnswer { return seat.worker.verdict() }
        let passed = Clock.milliseconds - seat.began
        guard passed > Worker.patience + Campaign.grace else { return nil }
        // Processor time, so that a busy machine is not taken for a hang; and a limit for those that only wait.
        let used = seat.worker.processorTime - seat.processorTime
        return used > Worker.patience + Campaign.grace || passed > Campaign.longestWait ? .hung : nil
    }
}
