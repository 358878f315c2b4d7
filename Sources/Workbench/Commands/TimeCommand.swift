import Interpreter
import Language

extension Command {
    /// `%time STATEMENT`: runs a statement and says how long it took.
    static var time: Command {
        Command(
            name: "time", usage: "%time STATEMENT", summary: "Runs a statement and says how long it took.",
            argument: .statement
        ) {
            text, session in
            guard !text.isEmpty else {
                return session.fail(RaisedError(.valueError, "%time needs a statement", hint: "%time show c1"))
            }
            let clock = ContinuousClock()
            let start = clock.now
            let ending = session.run(SourceText(name: "<time>", text))
            let (seconds, attoseconds) = (clock.now - start).components
            let milliseconds = Double(seconds) * 1000 + Double(attoseconds) * 1e-15
            let rounded = (milliseconds * 100).rounded() / 100
            if ending == .finished { session.receive(.message("\(rounded) ms")) }
            return ending
        }
    }
}
