/// What a piece of text means; the renderer alone decides how that looks.
public enum Style: Hashable, Sendable {
    /// Ordinary text.
    case plain
    /// The name a user gave to something: a variable, a layer's own name.
    case name
    /// The type of a layer.
    case layer
    /// A tensor's shape.
    case shape
    /// A number.
    case number
    /// A keyword of the language or an argument's name.
    case keyword
    /// A string literal.
    case string
    /// A title above other text.
    case heading
    /// Something failed.
    case error
    /// Something looks wrong.
    case warning
    /// What would help.
    case hint
    /// Secondary text: rules, labels, units.
    case dim
    /// Text that stands out.
    case strong
    /// The shell's prompt.
    case prompt
    /// A cell of a picture: the character's own colour, and the one behind it.
    case cell(foreground: Colour, background: Colour?)
}
