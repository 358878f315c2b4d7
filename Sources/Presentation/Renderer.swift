/// Something that can lay itself out for a terminal's width and abilities.
public protocol Drawable {
    /// The lines, none wider than the renderer's width where that is possible.
    func lines(for renderer: Renderer) -> [StyledText]
}

/// Turns styled text into the bytes of one kind of terminal, or of none.
public struct Renderer: Hashable, Sendable {
    /// The columns there are.
    public var width: Int
    /// The colours there are; with `.none` no escape code is written.
    public var colour: ColourDepth
    /// Whether characters outside ASCII can be shown.
    public var unicode: Bool
    /// How pictures are drawn; nil for the way that suits the colours and characters.
    public var pictureStyle: PictureStyle?
    /// How dark the terminal's background is.
    public var background = Background.dark
    /// The colours of data without a sign.
    public var colourMap = ColourMap.viridis
    /// The pixels of one character, for images.
    public var cellSize = CellSize.usual

    /// Whether sentences are folded between words, as at a terminal. Programs and transcripts get each on one line, and
    /// editors find FILE:LINE:COLUMN beside its message.
    public var foldsSentences = false

    /// A renderer for a terminal of `width` columns.
    public init(
        width: Int = 80, colour: ColourDepth = .none, unicode: Bool = true, pictureStyle: PictureStyle? = nil
    ) {
        self.width = max(1, width)
        self.colour = colour
        self.unicode = unicode
        self.pictureStyle = pictureStyle
    }

    /// What a pipe or a file gets: no escape codes, UTF-8, 80 columns unless told otherwise.
    public static func plain(width: Int = 80) -> Renderer { Renderer(width: width) }

    /// The parameters of the code for a style, for this terminal.
    public func code(for style: Style) -> String {
        SelectGraphicRendition.parameters(for: style, depth: colour, on: background)
    }

    /// A drawable thing as text, each line ended by `\n`.
    public func render(_ drawable: some Drawable) -> String {
        render(lines: drawable.lines(for: self))
    }

    /// Lines as text, each ended by `\n`.
    public func render(lines: [StyledText]) -> String {
        var text = ""
        text.reserveCapacity(lines.reduce(0) { $0 + $1.spans.reduce(1) { $0 + roomFor($1) } })
        var bytes: [UInt8] = []
        for line in lines {
            append(line, to: &bytes)
            bytes.append(0x0A)
            text += String(written: bytes)
            bytes.removeAll(keepingCapacity: true)
        }
        return text
    }

    /// About as many bytes as a span takes: each cell of a picture has colours of its own.
    private func roomFor(_ span: StyledText.Span) -> Int {
        guard case .cells(let colours) = span.style else { return span.text.utf8.count }
        return colours.foreground.count * (colour == .truecolor ? 40 : 24)
    }

    /// One piece of text with its styles, without a line break at its end.
    public func line(_ text: StyledText) -> String {
        var bytes: [UInt8] = []
        append(text, to: &bytes)
        return String(written: bytes)
    }

    private func append(_ text: StyledText, to bytes: inout [UInt8]) {
        var current = ""
        for span in text.spans {
            let wanted = code(for: span.style)
            if wanted != current {
                bytes.append(contentsOf: (wanted.isEmpty ? Renderer.reset : change(from: current, to: wanted)).utf8)
                current = wanted
            }
            switch span.style {
            case .cells(let colours): CellText.append(encoded(span.text), colours, to: &bytes)
            case .image(let image): bytes.append(contentsOf: image.sequence.utf8)
            default: bytes.append(contentsOf: encoded(span.text).utf8)
            }
        }
        if !current.isEmpty { bytes.append(contentsOf: Renderer.reset.utf8) }
    }

    /// `text` in the characters that this terminal can show.
    public func encoded(_ text: String) -> String {
        unicode ? text : Transliteration.ascii(text)
    }

    /// `text` in the characters that this terminal can show, its styles kept. Layouts measure after this.
    public func encoded(_ text: StyledText) -> StyledText {
        unicode ? text : text.mapText(Transliteration.ascii)
    }

    /// A sentence, folded between words if that is wanted; otherwise only where it has line breaks of its own.
    public func sentence(_ text: StyledText) -> [StyledText] {
        let text = encoded(text)
        return foldsSentences ? text.wrapped(to: width, indent: 4) : text.lines
    }

    /// Items of one line with blanks between them; where lines are folded, they end between items only, so that no number
    /// is parted from its unit. An item that is wider than the line is broken between words.
    public func items(_ items: [StyledText], gap: Int = 3) -> [StyledText] {
        let items = items.filter { !$0.isEmpty }.map { encoded($0) }
        let space = StyledText(Blanks.text(gap))
        guard foldsSentences else { return items.joined(separator: space).lines }
        var lines: [StyledText] = []
        for item in items {
            if let last = lines.last, last.width + gap + item.width <= width {
                lines[lines.count - 1] = last + space + item
            } else {
                let margin = lines.isEmpty ? 0 : min(4, width / 2)
                let pieces = item.wrapped(to: width - margin, indent: lines.isEmpty ? 4 : 0)
                lines += pieces.map { StyledText(Blanks.text(margin)) + $0 }
            }
        }
        return lines
    }

    /// The mark of text that was cut.
    public var ellipsis: String { unicode ? "…" : "..." }

    private static let reset = "\u{1B}[0m"

    private func change(from current: String, to wanted: String) -> String {
        current.isEmpty ? "\u{1B}[\(wanted)m" : "\u{1B}[0;\(wanted)m"
    }
}

/// The pixels of one character of a terminal.
public struct CellSize: Hashable, Sendable {
    /// Pixels from left to right.
    public let width: Int
    /// Pixels from top to bottom.
    public let height: Int

    /// A size of at least 1 × 2 pixels.
    public init(width: Int, height: Int) {
        self.width = max(1, min(width, 100))
        self.height = max(2, min(height, 200))
    }

    /// What is assumed where the terminal does not say.
    public static let usual = CellSize(width: 10, height: 20)
}

extension StyledText: Drawable {
    /// The text's own lines, wrapped to the width.
    public func lines(for renderer: Renderer) -> [StyledText] {
        renderer.encoded(self).wrapped(to: renderer.width)
    }
}
