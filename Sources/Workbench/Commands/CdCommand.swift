import Interpreter

extension Command {
    /// `%cd FOLDER`: goes to a folder; `%cd -` goes back.
    static var cd: Command {
        Command(
            name: "cd", usage: "%cd [FOLDER | -]",
            summary: "Goes to a folder, from which paths then count; without one, home; with -, where you were before.",
            belongsInScripts: true, isSetting: true, argument: .folder
        ) { path, session in
            do throws(RaisedError) {
                let now = session.library.files.folder()
                guard path != "-" || session.beginning.folderBefore != nil else {
                    return session.refuse("there is no folder to go back to")
                }
                let target = path == "-" ? session.beginning.folderBefore ?? now : path.isEmpty ? "~" : path
                let reached = try session.library.changeFolder(target)
                session.beginning.folderBefore = now
                session.receive(.message(reached))
                return .finished
            } catch { return session.fail(error) }
        }
    }
}
