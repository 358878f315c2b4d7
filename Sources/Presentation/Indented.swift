/// A drawable thing moved to the right.
public struct Indented: Drawable, Sendable {
    /// What is moved.
    public var content: any Drawable & Sendable
    /// The columns left free.
    public var indent: Int

    /// `content`, `indent` columns further right.
    public init(_ content: any Drawable & Sendable, by indent: Int = 4) {
        self.content = content
        self.indent = max(0, indent)
    }

    /// The lines of the content for the width that is left, each behind its margin.
    public func lines(for renderer: Renderer) -> [StyledText] {
        var narrow = renderer
        narrow.width = max(1, renderer.width - indent)
        let margin = StyledText(Blanks.text(indent))
        return content.lines(for: narrow).map { $0.isEmpty ? $0 : margin + $0 }
    }
}
