extension Command {
    /// `%last`: the last result, all of it.
    static var last: Command {
        Command(name: "last", usage: "%last", summary: "Shows the last result in full, however long it is.") {
            _, session in
            guard let last = session.lastShown else { return session.refuse("there is no result yet") }
            session.receive(.whole(last()))
            return .finished
        }
    }
}
