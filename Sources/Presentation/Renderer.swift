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

    /// Whether sentences are folded between words, as at a terminal. Programs and transcripts get each on one line, and
    /// editors find FILE:LINE:COLUMN beside its message.
    public var foldsSentences = false

    /// A renderer for a terminal of `width` columns.
    public init(width: Int = 80, colour: ColourDepth = .none, unicode: Bool = true) {
        self.width = max(1, width)
        self.colour = colour
        self.unicode = unicode
    }

    /// What a pipe or a file gets: no escape codes, UTF-8, 80 columns unless told otherwise.
    public static func plain(width: Int = 80) -> Renderer { Renderer(width: width) }

    /// A drawable thing as text, each line ended by `\n`.
    public func render(_ drawable: some Drawable) -> String {
        render(lines: drawable.lines(for: self))
    }

    /// Lines as text, each ended by `\n`.
    public func render(lines: [StyledText]) -> String {
        lines.reduce(into: "") { $0 += line($1) + "\n" }
    }

    /// One piece of text with its styles, without a line break at its end.
    public func line(_ text: StyledText) -> String {
        var result = ""
        var current = ""
        for span in text.spans {
            let wanted = SelectGraphicRendition.parameters(for: span.style, depth: colour)
            if wanted != current {
                result += change(from: current, to: wanted)
                current = wanted
            }
            result += encoded(span.text)
        }
        return current.isEmpty ? result : result + Renderer.reset
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

    /// The mark of text that was cut.
    public var ellipsis: String { unicode ? "…" : "..." }

    private static let reset = "\u{1B}[0m"

    private func change(from current: String, to wanted: String) -> String {
        if wanted.isEmpty { return Renderer.reset }
        // A code that sets both colours needs no reset before it; in pictures that saves a good part of the bytes.
        let setsBoth = wanted.hasPrefix("38;") && wanted.contains(";48;") && current.hasPrefix("38;")
        return current.isEmpty || setsBoth ? "\u{1B}[\(wanted)m" : "\u{1B}[0;\(wanted)m"
    }
}

extension StyledText: Drawable {
    /// The text's own lines, wrapped to the width.
    public func lines(for renderer: Renderer) -> [StyledText] {
        renderer.encoded(self).wrapped(to: renderer.width)
    }
}
