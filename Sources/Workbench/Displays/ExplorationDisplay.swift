import Inspection
import Presentation

/// What is shown of an exploration where no keys can be pressed.
extension Exploration: DisplayedReport {
    /// A sentence that says what it needs and what works without.
    public func lines(_ renderer: Renderer) -> [StyledText] {
        renderer.sentence(
            "\("explore", .keyword) needs a terminal with a cursor. \("trace", .keyword) calculates one value, and "
                + "\("animate", .keyword) shows the window at several places.")
    }

    /// Kind `exploration`.
    public var json: JSONText.Members {
        [
            ("kind", .string("exploration")), ("name", .string(scene.name)),
            ("layer", .string(scene.made.definition.name)),
            ("position", TraceText.json(scene.motion.place(cell.pixel, channel: cell.channel))),
            ("needs", .string("a terminal with a cursor")),
        ]
    }
}
