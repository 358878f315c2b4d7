extension StyledText {
    /// The text cut to `width` columns, its last character a mark (`…`) where something was cut away.
    ///
    /// Lines beyond the first are dropped as well.
    public func truncated(to width: Int, mark: String = "…") -> StyledText {
        let all = lines
        let first = all[0]
        if all.count == 1, first.width <= width { return first }
        let room = width - CharacterWidth.columns(of: mark)
        if room < 0 { return StyledText() }
        var result = first.prefix(columns: room)
        result.append(mark, .dim)
        return result
    }

    /// The longest beginning of a line that takes at most `columns` columns.
    func prefix(columns: Int) -> StyledText {
        var result = StyledText()
        var left = columns
        for span in spans {
            if CharacterWidth.isPlainASCII(span.text) {
                let piece = String(span.text.utf8.prefix(left)) ?? ""
                result.append(piece, span.style)
                left -= piece.utf8.count
                if piece.utf8.count < span.text.utf8.count { return result }
                continue
            }
            var piece = ""
            for character in span.text {
                let width = CharacterWidth.columns(of: character)
                if width > left {
                    result.append(piece, span.style)
                    return result
                }
                piece.append(character)
                left -= width
            }
            result.append(piece, span.style)
        }
        return result
    }

    /// The text in lines of at most `width` columns, broken at spaces where that is possible.
    ///
    /// Lines after the first of each paragraph begin with `indent` spaces.
    public func wrapped(to width: Int, indent: Int = 0) -> [StyledText] {
        if isOneLine, self.width <= width { return [self] }
        var result: [StyledText] = []
        for line in lines { result += line.wrappedLine(to: max(1, width), indent: min(indent, max(0, width - 1))) }
        return result
    }

    private func wrappedLine(to width: Int, indent: Int) -> [StyledText] {
        if self.width <= width { return [self] }
        var result: [StyledText] = []
        var line = StyledText()
        var used = 0
        var start = 0
        for word in words(keepingShapesOf: width - indent) {
            var rest = word
            var restWidth = word.width
            if used > start, used + restWidth > width, !word.isBlank {
                result.append(line.trimmedAtEnd)
                line = StyledText(Blanks.text(indent))
                start = indent
                used = indent
            }
            if used + restWidth > width, !word.isBlank {
                let pieces = word.cut(first: max(1, width - used), then: max(1, width - indent))
                for piece in pieces.dropLast() {
                    result.append(line + piece)
                    line = StyledText(Blanks.text(indent))
                    start = indent
                    used = indent
                }
                rest = pieces.last ?? StyledText()
                restWidth = rest.width
            }
            line.append(rest)
            used += restWidth
        }
        let last = line.trimmedAtEnd
        if !last.isEmpty { result.append(last) }
        return result
    }

    /// The line as alternating runs of spaces and of other characters, each with its styles.
    private var words: [StyledText] { words(keepingShapesOf: 0) }

    /// The same, where a shape of at most so many columns is one word, `(12, 12, 3)`.
    private func words(keepingShapesOf most: Int) -> [StyledText] {
        var result: [StyledText] = []
        var wasSpace: Bool?
        for span in spans {
            let isWhole = span.style == .shape && span.text.utf8.first == UInt8(ascii: "(") && span.width <= most
            // A space is one byte, and no byte of another character.
            var rest = span.text.utf8[...]
            while let first = rest.first {
                let isSpace = first == 0x20 && !isWhole
                let run = isWhole ? rest : rest.prefix { ($0 == 0x20) == isSpace }
                if isSpace != wasSpace { result.append(StyledText()) }
                wasSpace = isSpace
                result[result.count - 1].append(String(run) ?? "", span.style)
                rest = rest[run.endIndex...]
            }
        }
        return result
    }

    /// The text with every word that is longer than `width` cut off, a mark (`…`) at its end.
    func cuttingWords(to width: Int) -> StyledText {
        guard longestWord > width else { return self }
        return lines.map { line in
            line.words.reduce(into: StyledText()) { $0 += $1.isBlank ? $1 : $1.truncated(to: width) }
        }.joined(separator: "\n")
    }

    /// The columns of the longest run without spaces.
    var longestWord: Int {
        if spans.allSatisfy({ CharacterWidth.isPlainASCII($0.text) }) {
            return plain.utf8.split(separator: 0x20).reduce(0) { max($0, $1.count) }
        }
        return lines.flatMap(\.words).filter { !$0.isBlank }.reduce(0) { max($0, $1.width) }
    }

    private var isBlank: Bool { spans.allSatisfy { !$0.style.isPicture && $0.text.utf8.allSatisfy { $0 == 0x20 } } }

    /// The text without the spaces at its end.
    var trimmedAtEnd: StyledText {
        var count = 0
        for span in spans.reversed() {
            if span.style.isPicture { break }
            let blanks = span.text.utf8.reversed().prefix { $0 == 0x20 }.count
            count += blanks
            if blanks < span.text.utf8.count { break }
        }
        return count == 0 ? self : prefix(columns: width - count)
    }

    /// The text in pieces: the first of at most `first` columns, the others of `then`; whole where a character is wider.
    private func cut(first: Int, then: Int) -> [StyledText] {
        var result: [StyledText] = []
        var piece = StyledText()
        var left = first
        for span in spans {
            if CharacterWidth.isPlainASCII(span.text) {
                var rest = span.text.utf8[...]
                while rest.count > left {
                    piece.append(String(rest.prefix(left)) ?? "", span.style)
                    rest = rest.dropFirst(left)
                    result.append(piece)
                    (piece, left) = (StyledText(), then)
                }
                piece.append(String(rest) ?? "", span.style)
                left -= rest.count
                continue
            }
            var text = ""
            for character in span.text {
                let width = CharacterWidth.columns(of: character)
                if width > then { return [self] }
                if width > left {
                    piece.append(text, span.style)
                    result.append(piece)
                    (piece, text, left) = (StyledText(), "", then)
                }
                text.append(character)
                left -= width
            }
            piece.append(text, span.style)
        }
        return result + [piece]
    }
}
