/// Literals with styled parts: `"\(name, .name)  \(shape, .shape)"`.
extension StyledText: ExpressibleByStringInterpolation {
    /// A text of plain style.
    public init(stringLiteral value: String) {
        self.init(value)
    }

    /// The finished text of a literal.
    public init(stringInterpolation: StringInterpolation) {
        self = stringInterpolation.text
    }

    /// Gathers the parts of a literal.
    public struct StringInterpolation: StringInterpolationProtocol {
        var text = StyledText()

        /// Starts an empty text; the sizes are not needed.
        public init(literalCapacity: Int, interpolationCount: Int) {}

        /// Adds the literal's own characters.
        public mutating func appendLiteral(_ literal: String) {
            text.append(literal)
        }

        /// Adds a value's description in a style.
        public mutating func appendInterpolation(_ value: some CustomStringConvertible, _ style: Style = .plain) {
            text.append(value.description, style)
        }

        /// Adds a text with its own styles.
        public mutating func appendInterpolation(_ other: StyledText) {
            text.append(other)
        }
    }
}
