/// The text of a pattern, read in tokens: a character, or a backslash and a character.
struct PatternSource {
    let text: [Unicode.Scalar]
    /// Where the next token begins.
    private(set) var position = 0

    init(_ text: String) throws(PatternError) {
        self.text = Array(text.unicodeScalars)
        try checkEnd()
    }

    /// A backslash at the end has nothing behind it.
    private func checkEnd() throws(PatternError) {
        let count = text.reversed().prefix { $0 == "\\" }.count
        if count % 2 == 1 { throw PatternError("bad escape (end of pattern)", text.count - 1) }
    }

    /// The next token; empty at the end.
    var next: [Unicode.Scalar] {
        guard position < text.count else { return [] }
        return Array(text[position..<min(position + (text[position] == "\\" ? 2 : 1), text.count)])
    }

    /// Takes the next token; empty at the end.
    mutating func take() -> [Unicode.Scalar] {
        let token = next
        position += token.count
        return token
    }

    /// Takes the next token where it is this character.
    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard position < text.count, text[position] == character, character != "\\" else { return false }
        position += 1
        return true
    }

    /// Takes characters as long as a condition holds, at most so many.
    mutating func take(atMost limit: Int, while holds: (Unicode.Scalar) -> Bool) -> [Unicode.Scalar] {
        let start = position
        while position < text.count, position - start < limit, holds(text[position]) { position += 1 }
        return Array(text[start..<position])
    }

    mutating func goBack(to position: Int) { self.position = position }

    /// Takes a name and what ends it.
    /// - Parameter what: what it names, for errors.
    mutating func take(until end: Unicode.Scalar, _ what: String) throws(PatternError) -> String {
        let start = position
        guard let stop = text[start...].firstIndex(of: end) else {
            throw start == text.count
                ? PatternError("missing \(what)", start)
                : PatternError("missing \(end), unterminated name", start)
        }
        guard stop > start else { throw PatternError("missing \(what)", start) }
        position = stop + 1
        return PatternSource.string(text[start..<stop])
    }

    static func string(_ characters: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: characters)
        return String(view)
    }
}

extension Unicode.Scalar {
    var isOctalDigit: Bool { (0x30...0x37).contains(value) }
    var isASCIIDigit: Bool { (0x30...0x39).contains(value) }
    var isHexDigit: Bool { properties.isASCIIHexDigit }
    var isASCIILetter: Bool { (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value) }
}
