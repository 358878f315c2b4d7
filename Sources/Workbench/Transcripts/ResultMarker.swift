/// Turns what statements show into comment lines, `#> …`, so that a transcript is a script itself.
public struct ResultMarker {
    /// What a marked line begins with.
    public static let mark = "#>"
    private var unfinished = ""

    /// A marker at the beginning of a line.
    public init() {}

    /// The marked lines that are complete with this text; the rest waits for its end.
    public mutating func add(_ text: String) -> String {
        unfinished += text
        guard let end = unfinished.lastIndex(of: "\n") else { return "" }
        let complete = unfinished[..<end].split(separator: "\n", omittingEmptySubsequences: false)
        unfinished = String(unfinished[unfinished.index(after: end)...])
        return complete.map { ResultMarker.marked($0) }.joined()
    }

    /// The last line, where it did not end; called at the end of each statement.
    public mutating func finish() -> String {
        defer { unfinished = "" }
        return unfinished.isEmpty ? "" : ResultMarker.marked(Substring(unfinished))
    }

    private static func marked(_ line: Substring) -> String { line.isEmpty ? "\(mark)\n" : "\(mark) \(line)\n" }
}
