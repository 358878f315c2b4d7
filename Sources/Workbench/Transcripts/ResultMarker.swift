import Language

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
        var lines = unfinished.linesByFeed
        unfinished = lines.removeLast()
        return lines.map { ResultMarker.marked($0) }.joined()
    }

    /// The last line, where it did not end; called at the end of each statement.
    public mutating func finish() -> String {
        defer { unfinished = "" }
        return unfinished.isEmpty ? "" : ResultMarker.marked(unfinished)
    }

    private static func marked(_ line: String) -> String { line.isEmpty ? "\(mark)\n" : "\(mark) \(line)\n" }
}
