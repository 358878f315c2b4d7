/// The parameters of the terminal's "select graphic rendition" code for each style.
public enum SelectGraphicRendition {
    /// The parameters for `style` at `depth`, empty where the style looks like plain text.
    public static func parameters(for style: Style, depth: ColourDepth) -> String {
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
        case .match: return "1;4"
        // Each cell has colours of its own, and images have none.
        case .cells, .image: return ""
        }
    }
}
