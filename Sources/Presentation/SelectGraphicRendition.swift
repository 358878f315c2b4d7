/// The parameters of the terminal's "select graphic rendition" code for each style.
enum SelectGraphicRendition {
    /// The parameters for `style` at `depth`, empty where the style looks like plain text.
    static func parameters(for style: Style, depth: ColourDepth) -> String {
        if depth == .none { return "" }
        switch style {
        case .plain: return ""
        case .name, .heading, .strong: return "1"
        case .layer: return "34"
        case .shape, .hint: return "36"
        case .number: return "32"
        case .keyword: return "35"
        case .string, .warning: return "33"
        case .error: return "1;31"
        case .dim: return "2"
        case .prompt: return "1;34"
        case .cell(let foreground, let background):
            guard depth.showsGradients else { return "" }
            let front = colour(foreground, "38", depth)
            guard let background else { return front }
            return front + ";" + colour(background, "48", depth)
        }
    }

    private static func colour(_ colour: Colour, _ layer: String, _ depth: ColourDepth) -> String {
        if depth == .truecolor { return "\(layer);2;\(colour.red);\(colour.green);\(colour.blue)" }
        return "\(layer);5;\(colour.paletteIndex)"
    }
}
