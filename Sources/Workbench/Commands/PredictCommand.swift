extension Command {
    /// `%predict on`: every layer's shape is asked for before it is shown.
    static var predict: Command {
        Command(
            name: "predict", usage: "%predict [on | off]",
            summary: "Asks for the shape of every layer's output before it is shown, and keeps score.",
            argument: .words(["on", "off"])
        ) { text, session in
            switch text {
            case "on":
                session.predicts = true
                session.receive(
                    .message("predict: on · type the shape of each layer's output; %predict off stops asking"))
            case "off":
                session.predicts = false
                session.prediction = nil
                session.receive(.message("predict: off · \(session.score.text) right"))
            case "":
                let state = session.predicts ? "on" : "off"
                session.receive(.message("predict: \(state) · \(session.score.text) right"))
                for (reason, count) in session.score.reasons.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
                    session.receive(.message("  \(count)× \(reason)"))
                }
            default: return session.refuse("%predict is on or off, not '\(text)'")
            }
            return .finished
        }
    }
}
