/// Writes styled text as HTML for a `pre` element: styles are classes, images are embedded.
///
/// Source: WHATWG, "HTML Living Standard".
public enum HTMLText {
    /// The markup of some lines, each ended by `\n`.
    public static func markup(of lines: [StyledText]) -> String {
        lines.reduce(into: "") { result, line in
            for span in line.spans { append(span, to: &result) }
            result += "\n"
        }
    }

    /// The markup of text without styles.
    public static func markup(of text: String) -> String { Markup.escaped(text) }

    private static func append(_ span: StyledText.Span, to result: inout String) {
        switch span.style {
        case .image(let image):
            let data = String(decoding: Base64.encode(image.pixels.pngFile), as: UTF8.self)
            // A column is as wide as a character, so that maps stand below their labels in any font.
            result += """
                <img alt="maps" style="width:\(image.columns)ch" src="data:image/png;base64,\(data)">
                """
        case .cells(let colours): append(cells: span.text, colours, to: &result)
        default:
            let text = Markup.escaped(span.text)
            if let name = span.style.className {
                result += "<span class=\"\(name)\">\(text)</span>"
            } else {
                result += text
            }
        }
    }

    /// Cells in their own colours, with a tag only where the look changes. Blocks are backgrounds, which join without seams.
    private static func append(cells text: String, _ colours: CellColours, to result: inout String) {
        var last = ""
        for (index, character) in text.enumerated() {
            let (look, shown) = look(of: character, front: colours.front(index), back: colours.back(index))
            // Halves side by side repeat in each character.
            if look != last || character == "▌" {
                result += (last.isEmpty ? "" : "</span>") + "<span class=\"cell\" style=\"\(look)\">"
                last = look
            }
            result += Markup.escaped(shown)
        }
        if !last.isEmpty { result += "</span>" }
    }

    /// The style of a cell's character, and what is written for it.
    private static func look(of character: Character, front: Colour?, back: Colour?) -> (style: String, text: String) {
        let (above, below) = (front?.markup ?? "transparent", back?.markup ?? "transparent")
        switch character {
        case "█": return ("background:\(above)", " ")
        case "▀": return ("background:linear-gradient(\(above) 50%,\(below) 50%)", " ")
        case "▄": return ("background:linear-gradient(\(below) 50%,\(above) 50%)", " ")
        case "▌": return ("background:linear-gradient(90deg,\(above) 50%,\(below) 50%)", " ")
        default: return ("color:\(front?.markup ?? "inherit");background:\(below)", String(character))
        }
    }

    // MARK: The style sheet

    /// The style sheet of pages: the colours of a light and of a dark screen.
    public static let styleSheet: String = """
        :root { color-scheme: light dark; \(variables(.light)) }
        @media (prefers-color-scheme: dark) { :root { \(variables(.dark)) } }
        body { background: var(--ground); color: var(--plain); margin: 1.5em auto; padding: 0 1em; max-width: 110ch;
          font: 14px/17px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; }
        pre { font: inherit; margin: 0; overflow-x: auto; }
        pre.code { white-space: pre-wrap; overflow-wrap: anywhere; margin-top: 1em; padding: 0.5em 0.8em; border-left: 3px solid var(--layer); background: var(--code); }
        pre.result { margin-top: 0.5em; padding-left: calc(0.8em + 3px); }
        .cell { display: inline-block; height: 17px; vertical-align: top; }
        img { image-rendering: pixelated; vertical-align: top; height: auto; }
        \(Style.named.map { "." + $0.name + " { color: var(--\($0.name))" + ($0.style.isBold ? "; font-weight: bold" : "") + " }" }
            .joined(separator: "\n"))
        """

    private static func variables(_ background: Background) -> String {
        let theme = Theme.of(background)
        let code = theme.ground.mixed(with: theme.dim, 0.1)
        let styles = Style.named.map { "--\($0.name): \(theme.colour(of: $0.style).markup);" }
        return "--ground: \(theme.ground.markup); --plain: \(theme.text.markup); --code: \(code.markup); "
            + styles.joined(separator: " ")
    }
}

extension Style {
    /// The styles that look different from plain text, with the names of their classes.
    fileprivate static let named: [(name: String, style: Style)] = [
        ("name", .name), ("layer", .layer), ("shape", .shape), ("number", .number), ("keyword", .keyword),
        ("string", .string), ("heading", .heading), ("error", .error), ("warning", .warning), ("hint", .hint),
        ("dim", .dim), ("strong", .strong), ("prompt", .prompt),
    ]

    fileprivate var className: String? {
        for (name, style) in Style.named where style == self { return name }
        return nil
    }
}

extension Renderer {
    /// The renderer of pages, whose maps have frames, so that they have an edge on light and dark screens.
    public static func page(width: Int = 100) -> Renderer {
        var renderer = Renderer.sheet(on: .light, width: width)
        renderer.foldsSentences = true
        return renderer
    }
}
