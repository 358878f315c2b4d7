import Inspection
import Presentation

/// A report that is text already.
extension TextReport: DisplayedReport {
    /// The text, wrapped.
    public func lines(_ renderer: Renderer) -> [StyledText] { StyledText(text).lines(for: renderer) }

    /// Kind `text`.
    public var json: JSONText.Members { [("kind", .string("text")), ("text", .string(text))] }
}
