import Presentation

/// What could stand at a place in a line.
public struct Completions: Sendable {
    /// One candidate.
    public struct Word: Hashable, Sendable {
        /// The text.
        public let text: String
        /// What follows it where it is the only one: `=` after a keyword, `(` after something that is called.
        public let suffix: Character?
        /// How it is listed; nil for the text itself.
        public let shown: String?
        /// Whether it is offered only where the beginning of it has been typed.
        let isOnlyForBeginnings: Bool

        init(_ text: String, suffix: Character? = nil, shown: String? = nil, isOnlyForBeginnings: Bool = false) {
            self.isOnlyForBeginnings = isOnlyForBeginnings
            self.text = text
            self.suffix = suffix
            self.shown = shown
        }
    }

    /// Where the word begins that a candidate would replace, in bytes.
    public let start: Int
    /// The candidates, in the order in which they are listed.
    public let words: [Word]
    /// What stands above the list: the signature of the call and the meaning of the argument that is to be typed.
    public let notes: [StyledText]

    init(start: Int, words: [Word], notes: [StyledText] = []) {
        self.start = start
        self.words = words
        self.notes = notes
    }
}
