import Interpreter

extension Command {
    /// `%record FILE`: writes a transcript: what was typed so far, then what follows with its results.
    static var record: Command {
        Command(
            name: "record", usage: "%record FILE | off",
            summary:
                "Makes a script of what was typed so far, and what follows with its results as #> lines; failures are left out.",
            argument: .file
        ) { text, session in
            switch text {
            case "":
                let state =
                    session.recorder.map { "recording to \($0.path)" } ?? "nothing is recorded; %record FILE begins"
                session.receive(.message(state))
                return .finished
            case "off", "stop":
                guard let recorder = session.recorder else { return session.refuse("nothing is recorded") }
                session.recorder = nil
                session.receive(.message("\(recorder.path) is complete; convsh test \(recorder.path) replays it"))
                return .finished
            default:
                do throws(RaisedError) {
                    try session.library.write([], to: text)
                    session.receive(.message("recording to \(text); %record off ends it"))
                    session.recorder = Recorder(path: text, after: session.entries)
                    return .finished
                } catch { return session.fail(error) }
            }
        }
    }
}
