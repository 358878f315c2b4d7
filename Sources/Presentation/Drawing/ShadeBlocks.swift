/// One or two characters a cell, denser for greater magnitudes, in frames that show how far the maps reach.
struct ShadeBlocks: MapDrawing {
    let shades: Shades
    let isASCII: Bool
    /// Whether nothing of the lines has a colour or weight of its own, so that frames need not be told apart from what they hold.
    let isUnstyled: Bool

    var frame: (columns: Int, lines: Int) { (2, 2) }

    /// Two characters are about a square; where they do not fit, one keeps more cells.
    func cellShapes(rows: Int, columns: Int) -> [CellShape] {
        [CellShape(columns: (2, 1), lines: (1, 1)), CellShape(columns: (1, 1), lines: (1, 1))]
    }

    func lines(_ panels: [PlacedPanel], _ shape: CellShape) -> [StyledText] {
        let frame = TextFrame(isASCII: isASCII)
        let width = shape.columns(of: 1)
        var texts: [ValueScale: LevelTexts] = [:]
        let bodies = panels.map { panel -> ShadeBody in
            let scale = panel.panel.scale
            let levels = texts[scale] ?? LevelTexts(shades, scale, repeated: width)
            texts[scale] = levels
            return ShadeBody(grid: panel.panel.grid, width: panel.width, levels: levels, edges: frame.edges(panel))
        }
        let height = bodies.map(\.grid.rows).max() ?? 0
        let plain = isUnstyled ? Style.plain : .dim
        var writer = LineWriter(room: bodies.reduce(0) { $0 + $1.mostBytes })
        defer { writer.free() }
        // A line of all panels at a time: a picture has thousands of them.
        return (-1...height).map { row in
            for index in bodies.indices {
                if index > 0 { writer.write(" ", plain) }
                if row < 0 {
                    writer.append(bodies[index].edges.upper)
                } else if row < bodies[index].grid.rows {
                    writer.write(frame.side, plain)
                    writer.begin(.plain)
                    bodies[index].write(row, to: &writer)
                    writer.write(frame.side, plain)
                } else if row == bodies[index].grid.rows {
                    writer.append(bodies[index].edges.lower)
                } else {
                    for _ in 0..<bodies[index].width { writer.write(" ", .plain) }
                }
            }
            return writer.finish().trimmedAtEnd
        }
    }
}

/// What is drawn of a panel.
private struct ShadeBody {
    let grid: CellGrid
    /// The columns that it takes with its frame.
    let width: Int
    let levels: LevelTexts
    let edges: (upper: StyledText, lower: StyledText)

    /// The most bytes of one of its lines, the gap before it included.
    var mostBytes: Int { grid.columns * LevelTexts.mostBytes + width + 8 }

    /// Writes the cells of a row, and blanks up to the width within the frame.
    func write(_ row: Int, to writer: inout LineWriter) {
        grid.cells.withUnsafeBufferPointer { cells in
            for place in row * grid.columns..<(row + 1) * grid.columns { levels.write(cells[place], to: &writer) }
        }
        for _ in 0..<max(0, width - 2 - grid.columns * levels.width) { writer.write(0x20, count: 1) }
    }
}

/// Collects the bytes of a line and cuts them into spans where their style changes.
private struct LineWriter {
    private let memory: UnsafeMutableRawPointer
    private var length = 0
    private var style = Style.plain
    private var line = StyledText()

    /// - Parameter room: the most bytes of a line, without those of whole texts.
    init(room: Int) { memory = .allocate(byteCount: room + 8, alignment: 8) }

    func free() { memory.deallocate() }

    /// What follows is of this style.
    mutating func begin(_ style: Style) {
        if style == self.style { return }
        flush()
        self.style = style
    }

    /// Writes the first `count` bytes of a word, the lowest first.
    mutating func write(_ word: UInt64, count: Int) {
        memory.storeBytes(of: word.littleEndian, toByteOffset: length, as: UInt64.self)
        length += count
    }

    mutating func write(_ text: String, _ style: Style) {
        begin(style)
        for byte in text.utf8 { write(UInt64(byte), count: 1) }
    }

    /// Writes a text with its own styles.
    mutating func append(_ text: StyledText) {
        flush()
        line.append(text)
    }

    /// The line; the next one begins.
    mutating func finish() -> StyledText {
        flush()
        defer { line = StyledText() }
        return line
    }

    private mutating func flush() {
        guard length > 0 else { return }
        line.append(
            visible: String(decoding: UnsafeRawBufferPointer(start: memory, count: length), as: UTF8.self), style)
        length = 0
    }
}

/// The characters of all levels of a scale as bytes, which are written a word at a time.
private struct LevelTexts {
    /// The bytes that a cell takes at most: two characters.
    static let mostBytes = 8
    /// How often each character is repeated: once or twice.
    let width: Int
    private let shades: Shades
    private let scale: ValueScale
    /// The bytes of each level, and how many they are.
    private let words: [(bytes: UInt64, count: Int)]

    init(_ shades: Shades, _ scale: ValueScale, repeated width: Int) {
        self.shades = shades
        self.scale = scale
        self.width = width
        // Neighbouring levels mostly have the same character.
        var last: (character: Character, word: (UInt64, Int))?
        words = (0..<ColourMap.levels).map { level in
            let character = shades.character(of: .level(UInt8(truncatingIfNeeded: level)), scale)
            if let last, last.character == character { return last.word }
            let word = LevelTexts.word(character, repeated: width)
            last = (character, word)
            return word
        }
    }

    private static func word(_ character: Character, repeated count: Int) -> (bytes: UInt64, count: Int) {
        let bytes = String(repeating: character, count: count).utf8
        return (bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }, bytes.count)
    }

    func write(_ cell: Cell, to writer: inout LineWriter) {
        let word: (bytes: UInt64, count: Int)
        if case .level(let level) = cell {
            word = words[min(Int(level), words.count - 1)]
        } else {
            word = LevelTexts.word(shades.character(of: cell, scale), repeated: width)
        }
        writer.write(word.bytes, count: word.count)
    }
}

/// A frame of lines around the body of a map, with the label in its upper edge and the caption in its lower one: as wide as
/// its place.
struct TextFrame {
    let isASCII: Bool

    /// The character at the left and the right side.
    var side: String { isASCII ? "|" : "│" }

    /// The line above the body and the line below it.
    func edges(_ placed: PlacedPanel) -> (upper: StyledText, lower: StyledText) {
        let inner = max(0, placed.width - 2)
        func edge(_ left: String, _ text: StyledText, _ right: String) -> StyledText {
            let text = text.truncated(to: inner, mark: isASCII ? "." : "…")
            var line = StyledText(left, .dim)
            line.append(text)
            let rule = String(repeating: isASCII ? "-" : "─", count: max(0, inner - text.width))
            line.append(rule + right, .dim)
            return line
        }
        let corners = isASCII ? ["+", "+", "+", "+"] : ["┌", "┐", "└", "┘"]
        return (
            edge(corners[0], placed.panel.label, corners[1]),
            edge(corners[2], placed.panel.caption ?? StyledText(), corners[3])
        )
    }

    /// - Parameters:
    ///   - body: the lines.
    ///   - columns: how wide each of them is.
    func around(_ body: [StyledText], columns: Int, _ placed: PlacedPanel) -> [StyledText] {
        let inner = max(0, placed.width - 2)
        let edges = edges(placed)
        let rows = body.map { line -> StyledText in
            var row = StyledText()
            row.reserveSpans(line.spans.count + 3)
            row.append(visible: side, .dim)
            row.append(line)
            row.append(blanks: inner - columns)
            row.append(visible: side, .dim)
            return row
        }
        return [edges.upper] + rows + [edges.lower]
    }
}
