/// The parameters of the terminal's "select graphic rendition" code for each style.
public enum SelectGraphicRendition {
    /// The parameters for `style` at `depth`, empty where the style looks like plain text.
    /// - Parameter background: what the text stands on: on a light one, yellow, green and cyan cannot be read.
    public static func parameters(
        for style: Style, depth: ColourDepth, on background: Background = .dark
    ) -> String {
        if depth == .none { return "" }
        if background == .light, let code = onLight(style, depth) { return code }
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

    /// The colours of a light background; nil for what has none of its own.
    private static func onLight(_ style: Style, _ depth: ColourDepth) -> String? {
        switch style {
        case .layer, .shape, .hint, .number, .keyword, .string, .warning: break
        default: return nil
        }
        if depth > .ansi16 { return "38;5;\(Theme.of(.light).colour(of: style).paletteIndex)" }
        return switch style {
        case .number, .keyword: "35"
        case .string, .warning: "31"
        default: "34"
        }
    }
}
