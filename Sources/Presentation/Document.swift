/// Drawable things one below the other.
public struct Document: Drawable {
    /// The parts, from top to bottom.
    public var parts: [any Drawable & Sendable]

    /// A document of the given parts.
    public init(_ parts: [any Drawable & Sendable] = []) {
        self.parts = parts
    }

    /// Adds a part at the end.
    public mutating func append(_ part: some Drawable & Sendable) {
        parts.append(part)
    }

    /// Adds an empty line at the end.
    public mutating func appendGap() {
        parts.append(StyledText())
    }

    /// The lines of all parts.
    public func lines(for renderer: Renderer) -> [StyledText] {
        parts.flatMap { $0.lines(for: renderer) }
    }
}

extension Document: Sendable {}
