/// Rows of styled cells under headers.
public struct Table: Drawable, Sendable {
    /// Where a cell's text stands in its column.
    public enum Alignment: Sendable {
        /// At the left side.
        case left
        /// At the right side, as numbers do.
        case right
        /// In the middle.
        case center
    }

    /// A column's header and how its cells stand.
    public struct Column: Sendable {
        /// The text above the column.
        public var header: StyledText
        /// Where the cells stand.
        public var alignment: Alignment
        /// The least columns of text it takes, if the table has the room.
        public var minimumWidth: Int

        /// Whether its cells are broken only when nothing else makes the table narrow enough.
        public var staysWhole: Bool

        /// The columns of text it takes, if the table has the room; nil for what its cells need. Longer words are cut off then.
        public var width: Int?

        /// A column of a table.
        public init(
            _ header: StyledText, alignment: Alignment = .left, minimumWidth: Int = 0, staysWhole: Bool = false
        ) {
            self.header = header
            self.alignment = alignment
            self.minimumWidth = minimumWidth
            self.staysWhole = staysWhole
        }
    }

    /// The columns, from left to right.
    public var columns: [Column]
    /// The cells, row by row; missing ones are empty, surplus ones are not shown.
    public var rows: [[StyledText]]
    /// The lines it is drawn with.
    public var border: TableBorder
    /// Whether a rule stands between each two rows.
    public var separatesRows: Bool
    /// Whether the headers are shown; a table without them is a plain list.
    public var showsHeader: Bool
    /// Whether each row becomes a paragraph, with a line for each cell, where columns would cut words into small pieces.
    public var stacksWhenNarrow: Bool

    /// A table; cells that are too wide for it are wrapped, the widest columns first.
    public init(
        columns: [Column], rows: [[StyledText]] = [], border: TableBorder = .light, separatesRows: Bool = false,
        showsHeader: Bool = true, stacksWhenNarrow: Bool = false
    ) {
        self.columns = columns
        self.rows = rows
        self.border = border
        self.separatesRows = separatesRows
        self.showsHeader = showsHeader
        self.stacksWhenNarrow = stacksWhenNarrow
    }

    /// The lines of the table, none wider than the renderer's width as long as each column has one character.
    public func lines(for renderer: Renderer) -> [StyledText] {
        if columns.isEmpty { return [] }
        let headers = columns.map { renderer.encoded($0.header) }
        let cells = rows.map { row in
            columns.indices.map { $0 < row.count ? renderer.encoded(row[$0]) : StyledText() }
        }
        let widths = columnWidths(headers: headers, cells: cells, total: renderer.width)
        if stacksWhenNarrow, cutsSmall(widths, cells) { return stackedLines(headers, cells, renderer.width) }
        switch border {
        case .none: return openLines(headers, cells, widths, renderer)
        case .keras: return framedLines(headers, cells, widths, renderer.unicode ? .keras : .ascii)
        case .light: return framedLines(headers, cells, widths, renderer.unicode ? .light : .ascii)
        }
    }

    // MARK: Widths

    private func columnWidths(headers: [StyledText], cells: [[StyledText]], total: Int) -> [Int] {
        var widths = columns.indices.map { index in
            if let width = columns[index].width { return max(1, width) }
            let header = showsHeader ? Table.textWidth(headers[index]) : 0
            return cells.reduce(max(1, header)) { max($0, Table.textWidth($1[index])) }
        }
        let frame = border == .none ? 2 * (columns.count - 1) : 3 * columns.count + 1
        let room = max(columns.count, total - frame)
        if widths.reduce(0, +) > room { narrow(&widths, to: room, headers: headers, cells: cells) }
        for index in columns.indices {
            let spare = max(0, room - widths.reduce(0, +))
            widths[index] += min(spare, max(0, columns[index].minimumWidth - widths[index]))
        }
        return widths
    }

    /// Takes columns of text away: first what can be given without cutting a word, then by cutting long words; columns
    /// that stay whole come after the others, and whatever else is needed last.
    private func narrow(_ widths: inout [Int], to room: Int, headers: [StyledText], cells: [[StyledText]]) {
        let words = columns.indices.map { index in
            cells.reduce(headers[index].longestWord) { max($0, $1[index].longestWord) }
        }
        let pieces = words.map { min($0, 14) }
        func sparing(_ floor: [Int]) -> [Int] {
            columns.indices.map { columns[$0].staysWhole ? widths[$0] : floor[$0] }
        }
        for floor in [sparing(words), sparing(pieces), words, pieces, columns.map { _ in 1 }] {
            while widths.reduce(0, +) > room {
                let candidates = columns.indices.filter { widths[$0] > max(1, floor[$0]) }
                guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
                widths[widest] -= 1
            }
        }
    }

    /// Pieces of a word that are too small to be read.
    private static let smallPiece = 8

    /// Whether some word is cut into small pieces.
    private func cutsSmall(_ widths: [Int], _ cells: [[StyledText]]) -> Bool {
        columns.indices.contains { column in
            widths[column] < Table.smallPiece && cells.contains { $0[column].longestWord > widths[column] }
        }
    }

    private static func textWidth(_ text: StyledText) -> Int {
        text.lines.reduce(0) { max($0, $1.width) }
    }

    // MARK: Drawing

    /// Each row as its first cell and, below it, the others with their headers.
    private func stackedLines(_ headers: [StyledText], _ cells: [[StyledText]], _ width: Int) -> [StyledText] {
        cells.flatMap { row -> [StyledText] in
            var lines = (row.first ?? StyledText()).wrapped(to: width, indent: 2)
            for (header, cell) in zip(headers, row).dropFirst() where !cell.plain.isEmpty {
                let line: StyledText = "  \(header) \(cell)"
                lines += line.wrapped(to: width, indent: 4)
            }
            return lines
        }
    }

    private func framedLines(
        _ headers: [StyledText], _ cells: [[StyledText]], _ widths: [Int], _ frame: FrameCharacters
    ) -> [StyledText] {
        var result = [rule(frame.top, widths)]
        if showsHeader {
            result += rowLines(headers.map(\.asHeading), widths, bar: frame.headerBar)
            result.append(rule(frame.belowHeader, widths))
        }
        let between = rule(frame.between, widths)
        for (index, row) in cells.enumerated() {
            if index > 0, separatesRows { result.append(between) }
            result += rowLines(row, widths, bar: frame.bar)
        }
        result.append(rule(frame.bottom, widths))
        return result
    }

    private func rule(_ characters: RuleCharacters, _ widths: [Int]) -> StyledText {
        let pieces = widths.map { String(repeating: characters.line, count: $0 + 2) }
        return StyledText(characters.left + pieces.joined(separator: characters.cross) + characters.right, .dim)
    }

    private func rowLines(_ row: [StyledText], _ widths: [Int], bar: String) -> [StyledText] {
        wrappedRow(row, widths).map { pieces in
            var line = StyledText(bar, .dim)
            for piece in pieces {
                line.append(" ")
                line.append(piece)
                line.append(" ")
                line.append(bar, .dim)
            }
            return line
        }
    }

    private func openLines(
        _ headers: [StyledText], _ cells: [[StyledText]], _ widths: [Int], _ renderer: Renderer
    ) -> [StyledText] {
        var result: [StyledText] = []
        func append(_ row: [StyledText]) {
            for pieces in wrappedRow(row, widths) {
                result.append(pieces.joined(separator: "  ").trimmedAtEnd)
            }
        }
        if showsHeader {
            append(headers.map(\.asHeading))
            let line = renderer.unicode ? "─" : "-"
            let rules = widths.map { StyledText(String(repeating: line, count: $0), .dim) }
            result.append(rules.joined(separator: "  "))
        }
        cells.forEach(append)
        return result
    }

    /// The lines of one row, each a list of cells filled up to the width of their columns.
    private func wrappedRow(_ row: [StyledText], _ widths: [Int]) -> [[StyledText]] {
        let wrapped = columns.indices.map { column in
            let text = columns[column].width == nil ? row[column] : row[column].cuttingWords(to: widths[column])
            return text.wrapped(to: widths[column])
        }
        let height = wrapped.reduce(1) { max($0, $1.count) }
        return (0..<height).map { line in
            columns.indices.map { column in
                let text = line < wrapped[column].count ? wrapped[column][line] : StyledText()
                return text.padded(to: widths[column], columns[column].alignment)
            }
        }
    }
}

extension StyledText {
    /// The text filled with spaces up to `width` columns.
    public func padded(to width: Int, _ alignment: Table.Alignment = .left) -> StyledText {
        let missing = width - self.width
        if missing <= 0 { return self }
        let before = alignment == .left ? 0 : alignment == .right ? missing : missing / 2
        var result = StyledText()
        result.append(blanks: before)
        result.append(self)
        result.append(blanks: missing - before)
        return result
    }

    /// Plain parts as headings, styled parts as they are.
    var asHeading: StyledText {
        var result = StyledText()
        for span in spans { result.append(span.text, span.style == .plain ? .heading : span.style) }
        return result
    }
}
