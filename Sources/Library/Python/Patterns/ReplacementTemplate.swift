import Interpreter
import RegularExpressions

/// What replaces a match: text with references to groups, `\1`, `\g<1>`, `\g<name>`.
struct ReplacementTemplate {
    private enum Part {
        case text(String)
        case group(Int)
    }

    private var parts: [Part] = []
    private var literal = String.UnicodeScalarView()

    /// Reads a template.
    /// - Throws: `re.error`.
    init(_ text: String, _ pattern: Pattern) throws(RaisedError) {
        do throws(PatternError) { try read(Array(text.unicodeScalars), pattern) } catch {
            // A name that the pattern does not know is no fault of the template.
            throw error.position == nil ? RaisedError(.indexError, error.message) : RaisedError(error, in: text)
        }
    }

    private mutating func read(_ text: [Unicode.Scalar], _ pattern: Pattern) throws(PatternError) {
        var place = 0
        while place < text.count {
            let start = place
            place += 1
            guard text[start] == "\\" else {
                literal.append(text[start])
                continue
            }
            guard place < text.count else { throw PatternError("bad escape (end of pattern)", start) }
            let letter = text[place]
            place += 1
            if letter == "g" {
                try readGroup(text, &place, pattern)
            } else if letter == "0" {
                try add(octal: digits(text, &place, atMost: 2) { $0.value < 0x38 }, letter, start)
            } else if ("1"..."9").contains(letter) {
                try readNumber(letter, text, &place, pattern, start)
            } else if let character = ReplacementTemplate.escapes[letter] {
                literal.append(character)
            } else if letter.isASCII, letter.properties.isAlphabetic {
                throw PatternError("bad escape \\\(letter)", start)
            } else {
                literal.append("\\")
                literal.append(letter)
            }
        }
        endText()
    }

    private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
        "a": "\u{7}", "b": "\u{8}", "f": "\u{C}", "n": "\n", "r": "\r", "t": "\t", "v": "\u{B}", "\\": "\\",
    ]

    private func digits(
        _ text: [Unicode.Scalar], _ place: inout Int, atMost limit: Int, _ isDigit: (Unicode.Scalar) -> Bool
    ) -> String {
        var result = String.UnicodeScalarView()
        while place < text.count, result.count < limit, ("0"..."9").contains(text[place]), isDigit(text[place]) {
            result.append(text[place])
            place += 1
        }
        return String(result)
    }

    private mutating func add(octal digits: String, _ first: Unicode.Scalar, _ start: Int) throws(PatternError) {
        guard let code = UInt32("\(first)\(digits)", radix: 8), code <= 0o377, let character = Unicode.Scalar(code)
        else { throw PatternError("octal escape value \\\(first)\(digits) outside of range 0-0o377", start) }
        literal.append(character)
    }

    /// `\1`, `\12`, or a character by three octal digits.
    private mutating func readNumber(
        _ first: Unicode.Scalar, _ text: [Unicode.Scalar], _ place: inout Int, _ pattern: Pattern, _ start: Int
    ) throws(PatternError) {
        let second = digits(text, &place, atMost: 1) { _ in true }
        if !second.isEmpty, first.value < 0x38, second < "8", place < text.count, ("0"..."7").contains(text[place]) {
            return try add(octal: second + digits(text, &place, atMost: 1) { _ in true }, first, start)
        }
        try add(Int("\(first)\(second)") ?? .max, pattern, start + 1)
    }

    /// `\g<1>`, `\g<name>`
    private mutating func readGroup(
        _ text: [Unicode.Scalar], _ place: inout Int, _ pattern: Pattern
    ) throws(PatternError) {
        guard place < text.count, text[place] == "<" else { throw PatternError("missing <", place) }
        let start = place + 1
        guard let end = text[start...].firstIndex(of: ">") else {
            throw PatternError(start == text.count ? "missing group name" : "missing >, unterminated name", start)
        }
        guard end > start else { throw PatternError("missing group name", start) }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: text[start..<end])
        let name = String(view)
        place = end + 1
        if let number = Int(name), name.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            return try add(number, pattern, start)
        }
        guard let first = view.first, first == "_" || first.properties.isXIDStart,
            view.allSatisfy({ $0.properties.isXIDContinue })
        else { throw PatternError("bad character in group name \(Value.string(name).repr)", start) }
        guard let known = pattern.groupNames.first(where: { $0.name == name }) else {
            throw PatternError("unknown group name \(Value.string(name).repr)", nil)
        }
        try add(known.group, pattern, start)
    }

    private mutating func add(_ group: Int, _ pattern: Pattern, _ place: Int) throws(PatternError) {
        guard group < pattern.groupCount else { throw PatternError("invalid group reference \(group)", place) }
        endText()
        parts.append(.group(group))
    }

    private mutating func endText() {
        if !literal.isEmpty { parts.append(.text(String(literal))) }
        literal = .init()
    }

    /// The text for a match; a group that took no part is empty.
    func text(_ match: Pattern.Match, _ subject: SubjectText) -> String {
        parts.reduce(into: "") { result, part in
            switch part {
            case .text(let text): result += text
            case .group(let group): result += match.groups[group].map(subject.part) ?? ""
            }
        }
    }
}
