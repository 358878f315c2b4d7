extension Command {
    /// `%undo [COUNT]`: takes statements back.
    static var undo: Command {
        Command(
            name: "undo", usage: "%undo [COUNT]",
            summary:
                "Takes back the last statement that changed something, or the last few: begins anew and runs the others again, without showing them or writing their files."
        ) { text, session in
            guard let count = text.isEmpty ? 1 : Int(text), count > 0 else {
                return session.refuse("'\(text)' is not a number of statements", hint: "for example %undo 2")
            }
            let changes = session.entries.indices.filter { session.entries[$0].changedSomething }
            guard count <= changes.count else {
                let plural = changes.count == 1 ? "" : "s"
                return session.refuse(
                    changes.isEmpty
                        ? "there is nothing to take back" : "there are only \(changes.count) statement\(plural)")
            }
            guard session.recorder == nil else {
                return session.refuse("what is recorded cannot be taken back", hint: "%record off, then %undo")
            }
            return session.takeBack(Set(changes.suffix(count)))
        }
    }
}
