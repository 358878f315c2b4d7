/// What an inspection function found out: plain data.
///
/// A report knows nothing of how it looks. Workbench gives each type its lines and its JSON, in one file of its Displays.
public protocol Report: Sendable {}

/// A report that is text already, such as an upgraded script.
public struct TextReport: Report {
    /// The text; lines end in `\n`.
    public let text: String

    /// A report of this text.
    public init(_ text: String) { self.text = text }
}
