extension Command {
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
