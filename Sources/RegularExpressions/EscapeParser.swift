/// Escapes and classes of characters.
extension PatternParser {
    /// What an escape matches; the backslash is taken.
    mutating func escape(
        _ token: [Unicode.Scalar], _ flags: PatternFlags, _ start: Int
    ) throws(PatternError) -> PatternNode {
        let letter = token[1]
        let isASCII = flags.contains(.ascii)
        switch letter {
        case "A": return .assertion(.textStart)
        case "Z": return .assertion(.textEnd)
        case "b", "B": return .assertion(.wordBoundary(isNegated: letter == "B", isASCII: isASCII))
        default: break
        }
        let ignoresCase = flags.contains(.ignoreCase)
        if let category = PatternParser.category(letter) {
            return .characterClass(CharacterClass(items: [category]), ignoresCase: false, isASCII: isASCII)
        }
        if letter.isASCIIDigit, letter != "0" { return try numbered(letter, flags, start) }
        return .character(try escapedCharacter(token, start), ignoresCase: ignoresCase)
    }

    /// `\1`, or a character by three octal digits.
    private mutating func numbered(
        _ first: Unicode.Scalar, _ flags: PatternFlags, _ start: Int
    ) throws(PatternError) -> PatternNode {
        var digits = [first]
        digits += source.take(atMost: 1) { $0.isASCIIDigit }
        if digits.count == 2, digits.allSatisfy(\.isOctalDigit), source.next.first?.isOctalDigit == true {
            digits += source.take()
            return .character(try octal(digits, start), ignoresCase: flags.contains(.ignoreCase))
        }
        guard let group = Int(PatternSource.string(digits)), group < groupCount else {
            throw PatternError("invalid group reference \(PatternSource.string(digits))", start + 1)
        }
        return try backreference(group, start, flags)
    }

    private func octal(_ digits: [Unicode.Scalar], _ start: Int) throws(PatternError) -> Unicode.Scalar {
        let text = PatternSource.string(digits)
        guard let code = UInt32(text, radix: 8), code <= 0o377, let character = Unicode.Scalar(code) else {
            throw PatternError("octal escape value \\\(text) outside of range 0-0o377", start)
        }
        return character
    }

    /// The character that an escape stands for.
    private mutating func escapedCharacter(
        _ token: [Unicode.Scalar], _ start: Int
    ) throws(PatternError) -> Unicode.Scalar {
        switch token[1] {
        case "a": return "\u{7}"
        case "f": return "\u{C}"
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "v": return "\u{B}"
        case "x": return try hexadecimal(token, 2, start)
        case "u": return try hexadecimal(token, 4, start)
        case "U": return try hexadecimal(token, 8, start)
        case "0": return try octal(["0"] + source.take(atMost: 2) { $0.isOctalDigit }, start)
        case let letter where letter.isASCIILetter:
            throw PatternError("bad escape \\\(letter)", start)
        case let other: return other
        }
    }

    private mutating func hexadecimal(
        _ token: [Unicode.Scalar], _ count: Int, _ start: Int
    ) throws(PatternError) -> Unicode.Scalar {
        let digits = source.take(atMost: count) { $0.isHexDigit }
        let text = PatternSource.string(token + digits)
        guard digits.count == count, let code = UInt32(PatternSource.string(digits), radix: 16) else {
            throw PatternError("incomplete escape \(text)", start)
        }
        guard let character = Unicode.Scalar(code) else { throw PatternError("bad escape \(text)", start) }
        return character
    }

    private static func category(_ letter: Unicode.Scalar) -> CharacterClass.Item? {
        switch letter {
        case "d": .category(.digit, isNegated: false)
        case "D": .category(.digit, isNegated: true)
        case "s": .category(.space, isNegated: false)
        case "S": .category(.space, isNegated: true)
        case "w": .category(.word, isNegated: false)
        case "W": .category(.word, isNegated: true)
        default: nil
        }
    }

    /// A class in brackets; the opening bracket is taken.
    mutating func characterClass(_ flags: PatternFlags, _ start: Int) throws(PatternError) -> PatternNode {
        var set = CharacterClass(items: [])
        set.isNegated = source.take("^")
        while true {
            let place = source.position
            let token = source.take()
            guard let first = token.first else { throw PatternError("unterminated character set", start) }
            if first == "]", !set.items.isEmpty { break }
            let low = try classItem(token, place)
            guard source.take("-") else {
                set.items.append(low)
                continue
            }
            let highPlace = source.position
            let highToken = source.take()
            guard let last = highToken.first else { throw PatternError("unterminated character set", start) }
            if last == "]" {
                set.items += [low, .range(0x2D, 0x2D)]
                break
            }
            let high = try classItem(highToken, highPlace)
            guard case .range(let a, _) = low, case .range(let b, _) = high, a <= b else {
                let text = PatternSource.string(source.text[place..<source.position])
                throw PatternError("bad character range \(text)", place)
            }
            set.items.append(.range(a, b))
        }
        return .characterClass(
            set, ignoresCase: flags.contains(.ignoreCase), isASCII: flags.contains(.ascii))
    }

    private mutating func classItem(
        _ token: [Unicode.Scalar], _ start: Int
    ) throws(PatternError) -> CharacterClass.Item {
        guard token.count == 2 else { return .range(token[0].value, token[0].value) }
        let letter = token[1]
        if let category = PatternParser.category(letter) { return category }
        let character: Unicode.Scalar
        if letter == "b" {
            character = "\u{8}"
        } else if letter.isOctalDigit {
            character = try octal([letter] + source.take(atMost: 2) { $0.isOctalDigit }, start)
        } else if letter.isASCIIDigit {
            throw PatternError("bad escape \\\(letter)", start)
        } else {
            character = try escapedCharacter(token, start)
        }
        return .range(character.value, character.value)
    }
}
