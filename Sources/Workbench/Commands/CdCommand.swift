import Interpreter

extension Command {
    /// `%cd FOLDER`: goes to a folder.
    static var cd: Command {
        Command(
            name: "cd", usage: "%cd [FOLDER]",
            summary: "Goes to a folder, from which paths then count; without one, home.",
            belongsInScripts: true, isSetting: true, argument: .folder
        ) { path, session in
            do throws(RaisedError) {
                session.beginning.folder = session.beginning.folder ?? session.library.files.folder()
                session.receive(.message(try session.library.changeFolder(path.isEmpty ? "~" : path)))
                return .finished
            } catch { return session.fail(error) }
        }
    }
}
