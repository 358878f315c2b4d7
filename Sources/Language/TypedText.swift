/// What a person has typed so far, cut into words. It need be neither finished nor right.
public struct TypedText: Sendable {
    /// One word and where it stands.
    public struct Word: Sendable {
        /// What it is.
        public let kind: Kind
        /// Where it stands, in bytes.
        public let span: Span
    }

    /// What a word is.
    public enum Kind: Equatable, Sendable {
        case name
        case keyword
        case number
        case string
        /// A string whose end has not been typed yet.
        case unfinishedString
        case bracket
        /// An operator, a comma, a colon.
        case symbol
        /// A line for the shell, such as `%who`.
        case shellLine
        /// The end of a line of code.
        case lineEnd
    }

    /// The text as bytes.
    public let bytes: [UInt8]
    /// The words in their order.
    public let words: [Word]
    /// The partner of each bracket that has one, by their offsets.
    public let partners: [Int: Int]
    /// The offsets of the brackets that are still open, outermost first.
    public let openBrackets: [Int]
    /// The offsets of closing brackets that close nothing.
    public let strayBrackets: [Int]

    /// Cuts a text into words.
    public init(_ text: String) {
        let source = SourceText(name: "", text)
        var lexer = Lexer(source, readsShellLines: true)
        bytes = source.bytes
        words = lexer.tokenizeLoosely().compactMap { token in
            TypedText.kind(token.kind).map { Word(kind: $0, span: token.span) }
        }
        var partners: [Int: Int] = [:]
        var open: [Int] = []
        var stray: [Int] = []
        for word in words where word.kind == .bracket {
            let place = word.span.start
            if TypedText.closers[bytes[place]] != nil {
                open.append(place)
            } else if let opener = open.last, TypedText.closers[bytes[opener]] == bytes[place] {
                open.removeLast()
                partners[opener] = place
                partners[place] = opener
            } else {
                stray.append(place)
            }
        }
        self.partners = partners
        openBrackets = open
        strayBrackets = stray
    }

    /// The code of a word.
    public func text(of word: Word) -> String {
        String(decoding: bytes[word.span.start..<word.span.end], as: UTF8.self)
    }

    /// The closing brackets that would close what is open, innermost first.
    public var missingClosers: String {
        String(decoding: openBrackets.reversed().compactMap { TypedText.closers[bytes[$0]] }, as: UTF8.self)
    }

    private static let closers: [UInt8: UInt8] = [
        UInt8(ascii: "("): UInt8(ascii: ")"), UInt8(ascii: "["): UInt8(ascii: "]"),
        UInt8(ascii: "{"): UInt8(ascii: "}"),
    ]

    private static func kind(_ kind: Token.Kind) -> Kind? {
        switch kind {
        case .name: .name
        case .keyword: .keyword
        case .integer, .bigInteger, .float: .number
        case .string, .bytes, .formatted: .string
        case .unfinishedString: .unfinishedString
        case .symbol(let text): ["(", ")", "[", "]", "{", "}"].contains(text) ? .bracket : .symbol
        case .shellLine: .shellLine
        case .newline: .lineEnd
        case .indent, .dedent, .end: nil
        }
    }
}
