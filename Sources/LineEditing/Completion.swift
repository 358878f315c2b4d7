/// What could stand at the cursor.
public struct Completion: Sendable {
    /// One text that could replace what is typed.
    public struct Candidate: Hashable, Sendable {
        /// The whole replacement.
        public var text: String
        /// What follows the text if it is the only candidate: `=` after a keyword, `(` after a function.
        public var suffix: Character?
        /// How it is listed; nil for its text.
        public var shown: String?

        /// A candidate; a suffix outside ASCII is not used.
        public init(_ text: String, suffix: Character? = nil, shown: String? = nil) {
            self.text = text
            self.suffix = suffix
            self.shown = shown
        }
    }

    /// The UTF-8 offset in the line where the replaced text begins; it ends at the cursor.
    public var start: Int
    /// The candidates, in the order in which they are shown.
    public var candidates: [Candidate]
    /// Lines that are shown above the list; escape codes for colours may be in them.
    public var notes: [String]

    /// Candidates for the text from `start` to the cursor.
    public init(start: Int, candidates: [Candidate], notes: [String] = []) {
        self.start = start
        self.candidates = candidates
        self.notes = notes
    }
}

/// Finds what could stand at the cursor, a UTF-8 offset in the entry. The entry holds all lines typed so far.
public typealias Completer = (_ entry: String, _ cursor: Int) -> Completion

/// Brings a completer's answer into the form that readline wants: candidates for its own idea of the word.
enum CompletionWords {
    /// The candidates as replacements for the bytes from `wordStart` to `cursor` of `line`.
    ///
    /// Where the completer began earlier than readline, the bytes between must agree and are cut off; where it began
    /// later, they are put in front.
    static func candidates(
        _ completion: Completion, line: String, wordStart: Int, cursor: Int
    ) -> [Completion.Candidate] {
        let bytes = Array(line.utf8)
        guard completion.start >= 0, completion.start <= cursor, wordStart <= cursor, cursor <= bytes.count else {
            return []
        }
        if completion.start == wordStart { return completion.candidates }
        if completion.start > wordStart {
            let prefix = String(decoding: bytes[wordStart..<completion.start], as: UTF8.self)
            return completion.candidates.map { .init(prefix + $0.text, suffix: $0.suffix, shown: $0.shown ?? $0.text) }
        }
        let prefix = bytes[completion.start..<wordStart]
        return completion.candidates.compactMap { candidate in
            guard candidate.text.utf8.starts(with: prefix) else { return nil }
            let rest = String(decoding: Array(candidate.text.utf8.dropFirst(prefix.count)), as: UTF8.self)
            return .init(rest, suffix: candidate.suffix, shown: candidate.shown)
        }
    }

    /// What readline puts in the place of `word`: the longest beginning that all candidates share, or the word itself
    /// where they do not begin with it.
    static func replacement(_ word: String, _ candidates: [Completion.Candidate]) -> String {
        guard var shared = candidates.first.map({ Substring($0.text) }) else { return word }
        for candidate in candidates.dropFirst() {
            shared = shared.prefix(zip(shared, candidate.text).prefix { $0 == $1 }.count)
        }
        return candidates.count == 1 || shared.hasPrefix(word) ? String(shared) : word
    }
}
