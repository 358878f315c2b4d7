import Interpreter
import Language
import Presentation

extension Command {
    /// `%timeit STATEMENT`: runs a statement many times and says how long that takes.
    static var timeit: Command {
        Command(
            name: "timeit", usage: "%timeit STATEMENT",
            summary:
                "Runs a statement again and again; shows the least and the median time, how often it ran, and GFLOP/s.",
            argument: .statement
        ) { text, session in
            guard !text.isEmpty else { return session.refuse("%timeit needs a statement", hint: "%timeit c1.numpy()") }
            do throws(RaisedError) {
                let statements = try statements(text, session)
                let timing = try Timing(statements, in: session)
                session.receive(.message(timing.text))
                return .finished
            } catch { return session.fail(error) }
        }
    }

    private static func statements(_ text: String, _ session: Session) throws(RaisedError) -> [TopLevelStatement] {
        let source = SourceText(name: "<timeit>", text)
        do { return try session.interpreter.parse(source) } catch { throw RaisedError(error, in: source) }
    }
}

/// How long statements take when they are run again and again.
struct Timing {
    /// Seconds of each run, in order.
    private(set) var seconds: [Double] = []
    /// Floating-point operations of one run, as far as they are layers' multiplications and additions.
    private var operations = 0

    /// What is spent on it, in seconds, and the runs there are at least.
    private static let (budget, fewest, most) = (1.0, 3, 10_000)

    /// Runs statements; nothing that they show is shown, and no name and no random number is used up.
    ///
    /// Kept feature maps are forgotten before each run, so that each computes them.
    init(_ statements: [TopLevelStatement], in session: Session) throws(RaisedError) {
        let (network, before) = (session.library.network, session.library.snapshot)
        defer {
            network.multiplyAccumulatesDone = nil
            session.library.restore(before)
        }
        var total = 0.0
        // The first run, in which weights are made, counts only where it is the only one there is time for.
        var first: Double?
        while seconds.count < Timing.fewest || (total < Timing.budget && seconds.count < Timing.most) {
            network.cache.removeAll()
            session.library.restore(before)
            network.multiplyAccumulatesDone = 0
            let start = ContinuousClock.now
            try session.unseen { () throws(RaisedError) in
                for statement in statements { _ = try session.interpreter.run(statement) }
            }
            let time = Timing.seconds(ContinuousClock.now - start)
            operations = 2 * (network.multiplyAccumulatesDone ?? 0)
            total += time
            if first == nil {
                first = time
            } else {
                seconds.append(time)
            }
            if total > 10 * Timing.budget { break }
        }
        if seconds.isEmpty, let first { seconds = [first] }
        seconds.sort()
    }

    private static func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
    }

    /// The time of the run in the middle.
    var median: Double {
        let middle = seconds.count / 2
        return seconds.count % 2 == 1 ? seconds[middle] : (seconds[middle - 1] + seconds[middle]) / 2
    }

    /// `min 1.23 ms · median 1.30 ms · 77 runs · 42.1 GFLOP/s`
    var text: String {
        let least = seconds.first ?? 0
        var parts = [
            "min \(NumberText.time(least))", "median \(NumberText.time(median))",
            "\(seconds.count) run\(seconds.count == 1 ? "" : "s")",
        ]
        if operations > 0, least > 0 {
            parts.append("\(NumberText.significant(Double(operations) / least / 1e9)) GFLOP/s")
        }
        return parts.joined(separator: " · ")
    }
}
