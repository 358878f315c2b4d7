import Interpreter
import Language
import Layers
import Library
import Network

extension Session {
    /// Runs the statements that depend on what a statement defined again, and shows what changed.
    /// - Parameter lines: the statements, each after those that it depends on.
    func follow(_ lines: [FollowedScript.Line]) -> Ending {
        let now = library.snapshot
        // What comes next gets the names and the random numbers that it would have got.
        defer { library.restore(now) }
        var rows: [FollowReport.Row] = []
        var missing: Set<String> = []
        let old = lines.reduce(into: [String: FollowedValue]()) { values, line in
            for name in line.made { values[name] = FollowedValue(interpreter.globals[name]) }
        }
        for (place, line) in lines.enumerated() {
            let names = line.made.sorted()
            let shown = line.names.bound.isEmpty ? [line.statement.text] : names
            guard line.names.used.isDisjoint(with: missing) else {
                missing.formUnion(line.made)
                rows += shown.map { FollowReport.Row(name: $0, change: .skipped) }
                continue
            }
            do throws(RaisedError) {
                library.restore(line.before)
                _ = try silently { () throws(RaisedError) in try interpreter.run(line.statement) }
            } catch {
                if error.exception.type === ExceptionType.keyboardInterrupt { return fail(error) }
                missing.formUnion(line.made)
                let text = "\(error.exception.type.name): \(error.exception.message)"
                rows += shown.map { FollowReport.Row(name: $0, change: .failed(text)) }
                continue
            }
            // A name is shown once, when no later line makes something else of it.
            for name in names where !lines[(place + 1)...].contains(where: { $0.made.contains(name) }) {
                guard let after = FollowedValue(interpreter.globals[name]) else { continue }
                rows.append(FollowReport.Row(name: name, change: .changed(from: old[name], to: after)))
            }
        }
        if !rows.isEmpty { receive(.report(FollowReport(rows: rows))) }
        return .finished
    }
}
