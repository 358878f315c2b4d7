extension Command {
    /// `%history`: what was typed, with numbers.
    static var history: Command {
        Command(
            name: "history", usage: "%history [RANGE]",
            summary: "Lists what was typed, numbered; ranges are 3, 2-5 or 2-."
        ) { text, session in
            guard let numbers = EntryRange.numbers(text, count: session.entries.count) else {
                return session.refuse(
                    EntryRange.refusal(text, count: session.entries.count), hint: "for example %history 2-5 7")
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
    /// Why a text names no entries: it is no range, or the entries are fewer.
    static func refusal(_ text: String, count: Int) -> String {
        guard numbers(text, count: Int.max >> 1, isOpen: false) != nil else {
            return "'\(text)' is not a range of entries"
        }
        return count == 0 ? "there are no entries yet" : "there is no entry \(text): the last one is \(count)"
    }

    /// The numbers that a text names, from 1 to `count`; all of them for an empty text. Nil if the text is not a range.
    /// - Parameter isOpen: whether the numbers are wanted, and not only whether the text is a range.
    static func numbers(_ text: String, count: Int, isOpen: Bool = true) -> [Int]? {
        let parts = text.split { $0 == " " || $0 == "," }
        guard !parts.isEmpty else { return isOpen ? Array(1..<(count + 1)) : [] }
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
            if isOpen { numbers += Array(first...min(last, count)) }
        }
        return numbers
    }
}
