extension Command {
    /// `%history`: what was typed, with numbers.
    static var history: Command {
        Command(
            name: "history", usage: "%history [RANGE]",
            summary: "Lists what was typed, numbered; ranges are 3, 2-5 or 2-."
        ) { text, session in
            guard let numbers = EntryRange.numbers(text, count: session.entries.count) else {
                return session.refuse("'\(text)' is not a range of entries", hint: "for example %history 2-5 7")
            }
            let width = String(session.entries.count).count
            for number in numbers {
                let entry = session.entries[number - 1]
                let label = String(repeating: " ", count: width - String(number).count) + String(number)
                let lines = entry.code.split(separator: "\n", omittingEmptySubsequences: false)
                let indent = "\n" + String(repeating: " ", count: width + 3)
                session.receive(
                    .message("\(label)\(entry.hasFailed ? " ✗ " : "   ")\(lines.joined(separator: indent))"))
            }
            return .finished
        }
    }
}

/// Ranges of entries as they are typed: `3`, `2-5 7`, `4-`.
enum EntryRange {
    /// The numbers that a text names, from 1 to `count`; all of them for an empty text. Nil if the text is not a range.
    static func numbers(_ text: String, count: Int) -> [Int]? {
        let parts = text.split { $0 == " " || $0 == "," }
        guard !parts.isEmpty else { return Array(1..<(count + 1)) }
        var numbers: [Int] = []
        for part in parts {
            let ends = part.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
            guard let first = ends.first.flatMap({ Int($0) }), first >= 1 else { return nil }
            var last = first
            if ends.count == 2 {
                guard let end = ends[1].isEmpty ? count : Int(ends[1]), end >= first else { return nil }
                last = end
            }
            guard first <= count else { return nil }
            numbers += Array(first...min(last, count))
        }
        return numbers
    }
}
