import Interpreter
import Language

extension Command {
    /// `%run FILE`: replays a script in this session.
    static var run: Command {
        Command(
            name: "run", usage: "%run FILE", summary: "Replays a script in this session.", belongsInScripts: true,
            argument: .file
        ) { path, session in
            guard !path.isEmpty else { return session.refuse("%run needs a file", hint: "%run FILE") }
            guard session.openScripts.count < 16, !session.openScripts.contains(path) else {
                return session.refuse("the script \(path) runs itself")
            }
            do throws(RaisedError) {
                let text = try session.library.text(of: path)
                session.openScripts.append(path)
                defer { session.openScripts.removeLast() }
                return session.run(SourceText(name: path, text))
            } catch { return session.fail(error) }
        }
    }
}

extension Session {
    /// Says why a command cannot be done.
    func refuse(_ message: String, hint: String? = nil) -> Ending {
        fail(RaisedError(.valueError, message, hint: hint))
    }
}
