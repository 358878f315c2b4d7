/// The colours of styles where no terminal has its own: in files and on pages.
struct Theme: Sendable {
    /// What everything stands on.
    let ground: Colour
    /// Ordinary text.
    let text: Colour
    /// Secondary text.
    let dim: Colour
    private let blue: Colour
    private let cyan: Colour
    private let green: Colour
    private let magenta: Colour
    private let yellow: Colour
    private let red: Colour

    /// The theme of a background.
    static func of(_ background: Background) -> Theme { background == .light ? light : dark }

    private static let light = Theme(
        ground: Colour(hex: 0xFFFFFF), text: Colour(hex: 0x1F2328), dim: Colour(hex: 0x656D76),
        blue: Colour(hex: 0x0550AE), cyan: Colour(hex: 0x0B6577), green: Colour(hex: 0x116329),
        magenta: Colour(hex: 0x8250DF), yellow: Colour(hex: 0x845306), red: Colour(hex: 0xCF222E))
    private static let dark = Theme(
        ground: Colour(hex: 0x16181D), text: Colour(hex: 0xE2E5EA), dim: Colour(hex: 0x9299A4),
        blue: Colour(hex: 0x79B8FF), cyan: Colour(hex: 0x5CC8D7), green: Colour(hex: 0x85D996),
        magenta: Colour(hex: 0xD2A8FF), yellow: Colour(hex: 0xE3B341), red: Colour(hex: 0xFF7B72))

    /// The colour of text of a style.
    func colour(of style: Style) -> Colour {
        switch style {
        case .plain, .name, .heading, .strong, .match, .cells, .image: text
        case .layer, .prompt: blue
        case .shape, .hint: cyan
        case .number: green
        case .keyword: magenta
        case .string, .warning: yellow
        case .error: red
        case .dim: dim
        }
    }
}

extension Style {
    /// Whether text of this style is bold.
    var isBold: Bool {
        switch self {
        case .name, .heading, .strong, .match, .error, .prompt: true
        default: false
        }
    }
}
