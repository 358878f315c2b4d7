import Interpreter
import Language
import Presentation
import TensorEngine

extension Command {
    /// `%timeit [-n RUNS] STATEMENT`: runs a statement many times and says how long that takes.
    static var timeit: Command {
        Command(
            name: "timeit", usage: "%timeit [-n RUNS] STATEMENT",
            summary:
                "Runs a statement again and again, or so many times; shows the least and the median time, how often it ran, and GFLOP/s.",
            argument: .statement
        ) { text, session in
            guard let (runs, text) = counted(text) else {
                return session.refuse("-n and -r take a number of runs", hint: "%timeit -n 10 c1.numpy()")
            }
            guard !text.isEmpty else { return session.refuse("%timeit needs a statement", hint: "%timeit c1.numpy()") }
            do throws(RaisedError) {
                let statements = try statements(text, session)
                let timing = try Timing(statements, runs: runs, in: session)
                session.receive(.message(timing.text))
                return .finished
            } catch { return session.fail(error) }
        }
    }

    /// The number of runs that the options ask for, nil for none, and the statement behind them; nil where no number follows.
    ///
    /// As in IPython, `-r 3 -n 10` are three times ten runs.
    private static func counted(_ text: String) -> (runs: Int?, statement: String)? {
        var (runs, rest): (Int?, Substring) = (nil, text[...])
        while let option = rest.prefixMatch(of: /-[nr](?![A-Za-z_(.\[])/) {
            rest = rest[option.range.upperBound...]
            guard let count = rest.prefixMatch(of: /\s*(\d{1,9})(?:\s+|$)/), let number = Int(count.1), number > 0,
                let product = checkedProduct([runs ?? 1, number])
            else { return nil }
            rest = rest[count.range.upperBound...]
            runs = product
        }
        return (runs, String(rest))
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
    /// - Parameter runs: how many runs to time; nil for as many as there is time for.
    init(_ statements: [TopLevelStatement], runs: Int?, in session: Session) throws(RaisedError) {
        let (network, before) = (session.library.network, session.library.snapshot)
        defer {
            network.multiplyAccumulatesDone = nil
            session.library.restore(before)
        }
        var total = 0.0
        // The first run, in which weights are made, counts only where it is the only one there is time for.
        var first: Double?
        func isDone() -> Bool {
            if let runs { return seconds.count >= runs }
            return seconds.count >= Timing.fewest && (total >= Timing.budget || seconds.count >= Timing.most)
        }
        while !isDone() {
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
            if runs == nil, total > 10 * Timing.budget { break }
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
