/// Text cut into spans of one style each; the currency of everything that is shown.
///
/// A text may hold several lines, separated by `\n`. Other control characters never reach a terminal: they are
/// written out (`\x1b`), so that no value and no error message can send escape codes.
public struct StyledText: Hashable, Sendable {
    /// A run of characters of one style.
    public struct Span: Hashable, Sendable {
        /// The characters.
        public var text: String
        /// What they mean.
        public var style: Style

        /// The columns that they take; every cell takes one.
        var width: Int {
            if case .cells(let colours) = style { return colours.foreground.count }
            return CharacterWidth.columns(of: text)
        }
    }

    /// The runs, in order; neighbours have different styles and none is empty.
    public private(set) var spans: [Span] = []

    /// An empty text.
    public init() {}

    /// A text of one style.
    public init(_ text: String, _ style: Style = .plain) {
        append(text, style)
    }

    /// The characters without their styles.
    public var plain: String { spans.reduce(into: "") { $0 += $1.text } }

    /// Whether there is nothing in it.
    public var isEmpty: Bool { spans.isEmpty }

    /// The terminal columns of a text of one line.
    public var width: Int { spans.reduce(0) { $0 + $1.width } }

    /// Adds characters of one style at the end.
    public mutating func append(_ text: String, _ style: Style = .plain) {
        appendClean(ControlCharacters.visible(text), style)
    }

    /// Adds characters of one style among which there is none that a terminal would obey.
    mutating func append(visible text: String, _ style: Style) { appendClean(text, style) }

    private mutating func appendClean(_ safe: String, _ style: Style) {
        if safe.isEmpty { return }
        if !style.isPicture, let last = spans.indices.last, spans[last].style == style {
            spans[last].text += safe
        } else {
            spans.append(Span(text: safe, style: style))
        }
    }

    /// Makes room for so many spans.
    mutating func reserveSpans(_ count: Int) { spans.reserveCapacity(count) }

    /// Adds so many spaces at the end.
    mutating func append(blanks count: Int) {
        if count > 0 { appendClean(Blanks.text(count), .plain) }
    }

    /// Adds cells of a picture, one character for each colour.
    mutating func append(cells text: String, _ colours: CellColours) {
        spans.append(Span(text: text, style: .cells(colours)))
    }

    /// Adds an image, for which there are blanks.
    mutating func append(image: InlineImage) {
        spans.append(Span(text: Blanks.text(image.columns), style: .image(image)))
    }

    /// Adds another text at the end.
    public mutating func append(_ other: StyledText) {
        if spans.isEmpty, spans.capacity < other.spans.count {
            spans = other.spans
        } else {
            for span in other.spans { appendClean(span.text, span.style) }
        }
    }

    /// The two texts, one after the other.
    public static func + (left: StyledText, right: StyledText) -> StyledText {
        var result = left
        result.append(right)
        return result
    }

    /// Adds the right text at the end of the left one.
    public static func += (left: inout StyledText, right: StyledText) {
        left.append(right)
    }

    /// The same spans with each text changed by `transform`.
    func mapText(_ transform: (String) -> String) -> StyledText {
        var result = StyledText()
        for span in spans { result.append(transform(span.text), span.style) }
        return result
    }

    /// Whether there is no line break in it.
    var isOneLine: Bool { !spans.contains { $0.text.utf8.contains(0x0A) } }

    /// The lines of the text, without their line breaks. An empty text is one empty line.
    public var lines: [StyledText] {
        if isOneLine { return [self] }
        var result = [StyledText()]
        for span in spans {
            let parts = span.text.split(separator: "\n", omittingEmptySubsequences: false)
            for (index, part) in parts.enumerated() {
                if index > 0 { result.append(StyledText()) }
                result[result.count - 1].appendClean(String(part), span.style)
            }
        }
        return result
    }
}

extension Sequence where Element == StyledText {
    /// The texts with `separator` between each two.
    public func joined(separator: StyledText) -> StyledText {
        var result = StyledText()
        for (index, text) in enumerated() {
            if index > 0 { result.append(separator) }
            result.append(text)
        }
        return result
    }
}
