/// A path as it is typed behind the name of a command: as it is, or in quotes.
enum TypedPath {
    /// The path that a whole text is.
    static func whole(_ text: String) -> String {
        let (path, rest) = first(in: text)
        return rest.isEmpty && quote(of: text) != nil ? path : text
    }

    /// The path at the beginning of a text, which ends at a blank or with its quote, and what follows it.
    static func first(in text: String) -> (path: String, rest: String) {
        if let quote = quote(of: text), let end = text.dropFirst().firstIndex(of: quote) {
            return (String(text[..<end].dropFirst()), String(text[end...].dropFirst()).trimmed)
        }
        let end = text.firstIndex(of: " ") ?? text.endIndex
        return (String(text[..<end]), String(text[end...]).trimmed)
    }

    /// A text without `-f` in front, and whether that was there.
    static func forced(_ text: String) -> (rest: String, isForced: Bool) {
        text == "-f" || text.hasPrefix("-f ") ? (String(text.dropFirst(2)).trimmed, true) : (text, false)
    }

    /// The quote with which a text begins.
    static func quote(of text: String) -> Character? { text.first.flatMap { $0 == "\"" || $0 == "'" ? $0 : nil } }
}
