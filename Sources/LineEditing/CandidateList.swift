#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif
import CReadline

extension ReadlineEditor {
    /// The candidates for a word of the line that is being edited, and what stands for the word meanwhile.
    func candidates(for word: String, at start: Int) -> CandidateList? {
        let line = String(cString: cr_line_buffer())
        let beforeCursor = Array(line.utf8).prefix(Int(cr_point()))
        if beforeCursor.allSatisfy({ $0 == UInt8(ascii: " ") }) {
            // At the beginning of a line the key indents.
            cr_finish_candidate(0, 0)
            return CandidateList(replacement: "    ", candidates: [])
        }
        guard let completer else { return nil }
        let offset = acceptedLines.utf8.count
        let entry = acceptedLines + line
        let cursor = offset + Int(cr_point())
        let completion = completer(entry, cursor)
        let found = CompletionWords.candidates(completion, line: entry, wordStart: offset + start, cursor: cursor)
        listing = CandidateListing(notes: completion.notes, entries: found.map { $0.shown ?? $0.text })
        guard let first = found.first else {
            if !completion.notes.isEmpty { showListing() }
            return nil
        }
        let suffix = first.suffix?.asciiValue.map(Int32.init) ?? 0
        // Readline closes an open quote itself, but not behind a folder's name and not where the suffix does.
        let closesQuote = suffix == 0 && !first.text.hasSuffix("/")
        cr_finish_candidate(found.count == 1 ? suffix : 0, closesQuote ? 1 : 0)
        return CandidateList(replacement: CompletionWords.replacement(word, found), candidates: found.map(\.text))
    }
}

extension ReadlineEditor {
    /// Lists the candidates that were found last below the line, and draws the line anew below them.
    func showListing() {
        guard let listing else { return }
        var (rows, columns): (Int32, Int32) = (0, 0)
        rl_get_screen_size(&rows, &columns)
        cr_leave_line()
        let lines = listing.lines(columns: Int(columns), rows: Int(rows))
        cr_print((lines.joined(separator: "\n") + "\n"))
        rl_forced_update_display()
    }
}

/// What a completion function hands to readline.
struct CandidateList {
    /// Takes the place of the word.
    var replacement: String
    /// Is listed; for a single candidate, `replacement` alone is enough.
    var candidates: [String]

    /// The list in memory that readline will free: the replacement, the candidates, and a null pointer.
    static func allocate(_ list: CandidateList) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
        let texts = [list.replacement] + (list.candidates.count > 1 ? list.candidates : [])
        let size = (texts.count + 1) * MemoryLayout<UnsafeMutablePointer<CChar>?>.stride
        guard let memory = malloc(size) else { return nil }
        let array = memory.bindMemory(to: UnsafeMutablePointer<CChar>?.self, capacity: texts.count + 1)
        for (index, text) in texts.enumerated() { (array + index).initialize(to: strdup(text)) }
        (array + texts.count).initialize(to: nil)
        return array
    }
}
