extension Command {
    /// `%pwd`: the folder from which paths count.
    static var pwd: Command {
        Command(name: "pwd", usage: "%pwd", summary: "Shows the folder from which paths count.") { _, session in
            session.receive(.message(session.library.files.folder()))
            return .finished
        }
    }
}
