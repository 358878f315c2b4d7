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

    /// `%pwd`: the folder from which paths count.
    static var pwd: Command {
        Command(name: "pwd", usage: "%pwd", summary: "Shows the folder from which paths count.") { _, session in
            session.receive(.message(session.library.files.folder()))
            return .finished
        }
    }

    /// `%ls [FOLDER]`: what is in a folder.
    static var ls: Command {
        Command(name: "ls", usage: "%ls [FOLDER]", summary: "Lists what is in a folder.", argument: .folder) {
            path, session in
            let folder = path.isEmpty ? "." : path
            let files = session.library.files
            guard let names = files.names(folder) else { return session.refuse("there is no folder '\(folder)'") }
            let visible = names.filter { !$0.hasPrefix(".") }.sorted()
            session.receive(
                .report(NameList(names: visible.map { files.kind("\(folder)/\($0)") == .folder ? $0 + "/" : $0 })))
            return .finished
        }
    }
}
