/// The shell's own non-ASCII characters in ASCII, for terminals whose locale is not UTF-8.
enum Transliteration {
    /// `text` in ASCII: known signs by their look, everything else as `?`.
    static func ascii(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        var result = ""
        for character in text {
            if character.isASCII { result.append(character) } else { result += replacements[character] ?? "?" }
        }
        return result
    }

    private static let replacements: [Character: String] = [
        "→": "->", "←": "<-", "↑": "^", "↓": "v", "×": "x", "·": "-", "…": "...", "−": "-", "–": "-", "—": "--",
        "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~", "±": "+-", "∞": "inf", "√": "sqrt", "÷": "/", "²": "^2",
        "³": "^3", "•": "*", "✓": "ok", "✗": "x", "“": "\"", "”": "\"", "‘": "'", "’": "'", "⌈": "ceil(", "⌉": ")",
        "⌊": "floor(", "⌋": ")", "µ": "u", "μ": "mean", "σ": "sigma", "Σ": "sum", "⊛": "(*)", "γ": "gamma", "β": "beta",
        "ε": "epsilon",
        "─": "-", "━": "=", "│": "|", "┃": "|", "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+",
        "┬": "+", "┴": "+", "┼": "+", "┏": "+", "┓": "+", "┗": "+", "┛": "+", "┡": "+", "┩": "+", "╇": "+",
        "┳": "+", "╭": "+", "╮": "+", "╰": "+", "╯": "+", "█": "@", "▓": "#", "▒": "+", "░": ".", "▀": "^",
        "▄": "_", "▲": "^", "▼": "v", "►": ">", "▶": ">", "◀": "<", "■": "#", "□": "o", "●": "*", "○": "o",
    ]
}
