/// A set of characters: single ones, ranges, and classes such as `\d`.
struct CharacterClass: Hashable, Sendable {
    /// A class with a letter of its own.
    enum Category: Hashable, Sendable {
        case digit, space, word
    }

    /// A part of the set.
    enum Item: Hashable, Sendable {
        case range(UInt32, UInt32)
        case category(Category, isNegated: Bool)
    }

    var items: [Item]
    var isNegated = false

    /// Whether the set holds a character.
    /// - Parameters:
    ///   - ignoresCase: whether it is enough that it holds the character in the other case.
    ///   - isASCII: whether categories hold ASCII characters only.
    func contains(_ character: Unicode.Scalar, ignoresCase: Bool, isASCII: Bool) -> Bool {
        var isFound = holds(character, isASCII)
        if !isFound, ignoresCase {
            isFound = CharacterCase.variants(of: character).contains { holds($0, isASCII) }
        }
        return isFound != isNegated
    }

    private func holds(_ character: Unicode.Scalar, _ isASCII: Bool) -> Bool {
        for item in items {
            switch item {
            case .range(let low, let high): if low <= character.value, character.value <= high { return true }
            case .category(let category, let isNegated):
                if CharacterClass.belongs(character, to: category, isASCII) != isNegated { return true }
            }
        }
        return false
    }

    /// Whether a character is a digit, white space, or a letter, digit or underscore.
    static func belongs(_ character: Unicode.Scalar, to category: Category, _ isASCII: Bool) -> Bool {
        if character.isASCII {
            switch (category, character.value) {
            case (.digit, 0x30...0x39), (.space, 0x09...0x0D), (.space, 0x20), (.word, 0x30...0x39),
                (.word, 0x41...0x5A), (.word, 0x61...0x7A), (.word, 0x5F):
                return true
            // The four separators of information are white space for `str.isspace`.
            case (.space, 0x1C...0x1F): return !isASCII
            default: return false
            }
        }
        if isASCII { return false }
        let properties = character.properties
        switch category {
        case .digit: return properties.numericType == .decimal
        case .space: return properties.isWhitespace
        case .word:
            switch properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
            default: return properties.numericType != nil
            }
        }
    }
}

/// The upper and the lower case of single characters.
enum CharacterCase {
    /// The character in lower case, where that is one character.
    static func lower(_ character: Unicode.Scalar) -> Unicode.Scalar {
        if character.isASCII {
            return (0x41...0x5A).contains(character.value) ? Unicode.Scalar(UInt8(character.value + 32)) : character
        }
        let mapping = character.properties.lowercaseMapping.unicodeScalars
        return mapping.count == 1 ? mapping.first ?? character : character
    }

    /// The character in both cases.
    static func variants(of character: Unicode.Scalar) -> [Unicode.Scalar] {
        let mapping = character.properties.uppercaseMapping.unicodeScalars
        return [lower(character)] + (mapping.count == 1 ? Array(mapping) : [])
    }
}
