/// A line of source text with marks under the part that is meant, for diagnostics.
public struct SourceExcerpt: Drawable, Sendable {
    /// The line, without its line break.
    public var line: String
    /// The UTF-8 offset in the line at which the marked part begins.
    public var start: Int
    /// The UTF-8 offset behind the marked part.
    public var end: Int
    /// The columns left free at the left side.
    public var indent: Int

    /// An excerpt; offsets beyond the line mean its end, and at least one mark is drawn.
    public init(line: String, start: Int, end: Int, indent: Int = 2) {
        self.line = line
        self.start = start
        self.end = end
        self.indent = indent
    }

    /// The line, or the part of a long line around the mark, and `^^^^` below it.
    public func lines(for renderer: Renderer) -> [StyledText] {
        let room = max(8, renderer.width - indent)
        let before = renderer.encoded(StyledText(text(0, start)))
        let marked = renderer.encoded(StyledText(text(start, max(start, end))))
        let after = renderer.encoded(StyledText(text(max(start, end), line.utf8.count)))
        var shown = before
        // A mark far to the right pulls the beginning of the line out of sight.
        let wanted = min(max(1, marked.width), room / 2)
        if before.width + wanted > room - renderer.ellipsis.count {
            shown = StyledText(renderer.ellipsis, .dim) + before.suffix(columns: room / 3)
        }
        let column = shown.width
        let all = (shown + marked + after).truncated(to: room, mark: renderer.ellipsis)
        let marks = max(1, min(marked.width, room - column))
        let margin = StyledText(String(repeating: " ", count: indent))
        let pointer =
            StyledText(String(repeating: " ", count: column))
            + StyledText(String(repeating: "^", count: marks), .error)
        return [margin + all, margin + pointer]
    }

    /// The text between two offsets, moved back to the beginnings of characters.
    private func text(_ from: Int, _ to: Int) -> String {
        let bytes = line.utf8
        func index(_ offset: Int) -> String.Index {
            let position = bytes.index(bytes.startIndex, offsetBy: max(0, min(offset, bytes.count)))
            return rounded(position)
        }
        let (first, last) = (index(from), index(to))
        return first < last ? String(line[first..<last]) : ""
    }

    private func rounded(_ position: String.Index) -> String.Index {
        var position = position
        while position > line.startIndex, position.samePosition(in: line) == nil {
            position = line.utf8.index(before: position)
        }
        return position
    }
}

extension StyledText {
    /// The longest end of a line that takes at most `columns` columns.
    func suffix(columns: Int) -> StyledText {
        var skip = width - columns
        var result = StyledText()
        for span in spans {
            var piece = ""
            for character in span.text {
                if skip > 0 { skip -= CharacterWidth.columns(of: character) } else { piece.append(character) }
            }
            result.append(piece, span.style)
        }
        return result
    }
}
