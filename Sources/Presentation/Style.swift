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
    /// A bracket and its partner.
    case match
    /// Cells of a picture: the colours of each character, and those behind it.
    case cells(CellColours)
    /// Blanks in whose place an image is shown. Its lines reach below the line that it is in.
    case image(InlineImage)

    /// Whether it is a part of a picture, whose blanks mean something.
    var isPicture: Bool {
        switch self {
        case .cells, .image: true
        default: false
        }
    }
}

/// The colours of a run of characters, one of each for every character.
public struct CellColours: Hashable, Sendable {
    /// The characters' own colours.
    public internal(set) var foreground: [Paint] = []
    /// The colours behind them.
    public internal(set) var background: [Paint] = []
}

/// An image among text.
public struct InlineImage: Hashable, Sendable {
    /// The pixels.
    let pixels: PixelImage
    /// How many columns of text it takes.
    let columns: Int
    /// How many lines of text it takes.
    public let lines: Int
    /// How a terminal is sent it: one of the styles that send images.
    let style: PictureStyle

    /// The bytes for the terminal.
    var sequence: String { style.imageProtocol?.sequence(pixels, columns: columns, lines: lines) ?? "" }
}
