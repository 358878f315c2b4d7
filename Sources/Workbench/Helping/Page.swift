import Inspection

/// A page of help: plain data, laid out for the width there is.
public struct Page: Report, Equatable {
    /// Something that is explained, such as a parameter.
    public struct Entry: Equatable, Sendable {
        /// Its name.
        public let term: String
        /// Its value where none is given; nil where entries have none.
        public let value: String?
        /// What it means.
        public let text: String

        /// An entry; the value, where there is one, stands behind the term.
        public init(_ term: String, value: String? = nil, _ text: String) {
            self.term = term
            self.value = value
            self.text = text
        }
    }

    /// What stands above the entries; an empty one is an empty line.
    public var paragraphs: [String]
    /// What is explained, one after another.
    public var entries: [Entry]
    /// What stands below the entries.
    public var closing: [String]

    /// A page with its entries in two columns between the paragraphs and the closing lines.
    public init(_ paragraphs: [String], entries: [Entry] = [], closing: [String] = []) {
        self.paragraphs = paragraphs
        self.entries = entries
        self.closing = closing
    }
}
