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
        for line in lines {
            let names = line.names.bound.sorted()
            let shown = names.isEmpty ? [line.statement.text] : names
            guard line.names.used.isDisjoint(with: missing) else {
                missing.formUnion(line.names.bound)
                rows += shown.map { FollowReport.Row(name: $0, change: .skipped) }
                continue
            }
            let old = names.map { FollowedValue(interpreter.globals[$0]) }
            do throws(RaisedError) {
                library.restore(line.before)
                _ = try silently { () throws(RaisedError) in try interpreter.run(line.statement) }
            } catch {
                if error.exception.type === ExceptionType.keyboardInterrupt { return fail(error) }
                missing.formUnion(line.names.bound)
                let text = "\(error.exception.type.name): \(error.exception.message)"
                rows += shown.map { FollowReport.Row(name: $0, change: .failed(text)) }
                continue
            }
            for (name, before) in zip(names, old) {
                guard let after = FollowedValue(interpreter.globals[name]) else { continue }
                rows.append(FollowReport.Row(name: name, change: .changed(from: before, to: after)))
            }
        }
        if !rows.isEmpty { receive(.report(FollowReport(rows: rows))) }
        return .finished
    }
}
