import Interpreter

extension Command {
    /// `%record FILE`: writes a transcript: what was typed so far, then what follows with its results.
    static var record: Command {
        Command(
            name: "record", usage: "%record [-f] FILE | off",
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
                let (path, isForced) = TypedPath.forced(text)
                guard isForced || session.mayWrite(path) else {
                    return session.refuseToReplace(path, "%record -f \(path)")
                }
                do throws(RaisedError) {
                    let recorder = Recorder(path: path, after: session.entries)
                    try session.library.write(Array(recorder.text.utf8), to: path)
                    if let earlier = session.recorder { session.receive(.message("\(earlier.path) is complete")) }
                    session.ownFiles.insert(path)
                    session.receive(.message("recording to \(path); %record off ends it"))
                    session.recorder = recorder
                    return .finished
                } catch { return session.fail(error) }
            }
        }
    }
}
