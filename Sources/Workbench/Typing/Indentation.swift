import Language

/// The blanks with which the next line of an entry begins.
public enum Indentation {
    private static let step = 4
    private static let endings: Set<String> = ["return", "pass", "break", "continue", "raise"]

    /// The blanks after some lines of an entry, each ended by `\n`.
    public static func after(_ lines: String) -> String {
        let typed = TypedText(lines)
        guard let last = lines.linesByFeed.last(where: { !$0.allSatisfy(\.isWhitespace) }) else { return "" }
        let own = last.prefix { $0 == " " }.count
        let words = typed.words.filter { $0.kind != .lineEnd }
        if typed.openBrackets.count > 0 || words.last?.kind == .unfinishedString {
            return blanks(own > 0 || words.last?.kind == .unfinishedString ? own : step)
        }
        if let word = words.last, typed.text(of: word) == ":" { return blanks(own + step) }
        let first = last.dropFirst(own).prefix { $0.isLetter }
        return blanks(endings.contains(String(first)) ? max(0, own - step) : own)
    }

    private static func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}
