/// One word of the language.
struct Token: Equatable {
    enum Kind: Equatable {
        case name(String)
        case keyword(String)
        /// An operator or a bracket.
        case symbol(String)
        /// Decimal digits of a whole number, of any length.
        case integer(String)
        /// Digits of a whole number beyond 64 bits in base 2, 8 or 16.
        case bigInteger(String, radix: Int)
        case float(Double)
        case string(String)
        case bytes([UInt8])
        case formatted([FormattedPiece])
        case newline
        case indent
        case dedent
        /// A line for the shell: `%who`, `?Conv2D`.
        case shellLine(String)
        /// A string whose end is missing or wrong; only where what cannot be read is passed over.
        case unfinishedString
        case end
    }

    let kind: Kind
    let span: Span
}

/// One piece of an f-string: text, or code in braces.
struct FormattedPiece: Equatable {
    /// Text to show as it is; nil for code.
    var text: String?
    /// The code between the braces, as a stretch of the source.
    var code = Span(0, 0)
    /// `r`, `s` or `a` after `!`.
    var conversion: Character?
    /// What follows the colon: itself made of pieces.
    var format: [FormattedPiece] = []
    /// The code with the `=` that asks for it to be shown before the value, and the space around it.
    var shownCode: Span?
}

/// Words that cannot be names.
enum Keywords {
    static let all: Set<String> = [
        "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
        "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
        "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
    ]
}
