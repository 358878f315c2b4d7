import Language

extension Command {
    /// `%rerun [RANGE]`: runs entries again.
    static var rerun: Command {
        Command(
            name: "rerun", usage: "%rerun [RANGE]",
            summary: "Runs the last entry again, or the numbered ones: 3, 2-5 or 2-."
        ) { text, session in
            let range = text.isEmpty ? String(session.entries.count) : text
            guard !session.entries.isEmpty else { return session.refuse("nothing was typed yet") }
            guard let numbers = EntryRange.numbers(range, count: session.entries.count) else {
                return session.refuse(
                    EntryRange.refusal(text, count: session.entries.count), hint: "%history numbers them")
            }
            // The entries that run are new ones at the end.
            let code = numbers.map { session.entries[$0 - 1].code }
            for code in code {
                session.receive(.message(code))
                let ending = session.run(SourceText(name: "<rerun>", code))
                if ending != .finished { return ending }
            }
            return .finished
        }
    }
}
