/// Several cells a character, in its two colours: where cells have more, each takes the nearer of two of them.
struct PartBlocks: MapDrawing {
    /// How a character is divided.
    enum Division: Sendable {
        case quadrants, sextants, octants

        var rows: Int {
            switch self {
            case .quadrants: 2
            case .sextants: 3
            case .octants: 4
            }
        }
    }

    let division: Division
    let hasFrames: Bool

    var frame: (columns: Int, lines: Int) { hasFrames ? (1, 1) : (0, 0) }
    var plainSide: Int { 64 }

    func cellShapes(rows: Int, columns: Int) -> [CellShape] {
        [CellShape(columns: (1, 2), lines: (1, division.rows))]
    }

    func lines(_ panels: [PlacedPanel], _ shape: CellShape) -> [StyledText] {
        let bodies = panels.map { panel in
            PartBody(
                grid: hasFrames ? panel.panel.grid.bordered(.line) { _, _ in .frame } : panel.panel.grid,
                paints: panel.panel.paints, width: panel.width)
        }
        let rows = bodies.map(\.grid.rows).max() ?? 0
        return headings(panels) + stride(from: 0, to: rows, by: division.rows).map { line($0, of: bodies) }
    }

    /// A line of all maps, as one run of cells: some rows of each map, and nothing between the maps.
    private func line(_ row: Int, of bodies: [PartBody]) -> StyledText {
        var colours = CellColours()
        let count = bodies.reduce(0) { $0 + $1.width + gap }
        colours.foreground.reserveCapacity(count)
        colours.background.reserveCapacity(count)
        var text: [UInt8] = []
        text.reserveCapacity(4 * count)
        for (index, body) in bodies.enumerated() {
            let start = colours.foreground.count
            body.append(row, division, to: &text, &colours)
            let blanks = body.width - (colours.foreground.count - start) + (index < bodies.count - 1 ? gap : 0)
            colours.append(blanks: blanks)
            text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: max(0, blanks)))
        }
        let shown = colours.foreground.count
        colours.trim()
        // What is taken away at the end are blanks, of one byte each.
        text.removeLast(shown - colours.foreground.count)
        var line = StyledText()
        if text.isEmpty { return line }
        line.append(cells: String(decoding: text, as: UTF8.self), colours)
        return line
    }

    /// The character that fills the parts whose bits are set; bit 0 is the upper left part, bit 1 the one beside it.
    static func character(_ pattern: Int, _ division: Division) -> Character {
        let patterns = characters(division)
        return patterns[pattern & (patterns.count - 1)]
    }

    /// The characters of all patterns.
    private static func characters(_ division: Division) -> [Character] {
        switch division {
        case .quadrants: quadrants
        case .sextants: sextants
        case .octants: octants
        }
    }

    /// The same as bytes.
    fileprivate static func encoded(_ division: Division) -> [[UInt8]] {
        switch division {
        case .quadrants: encodedQuadrants
        case .sextants: encodedSextants
        case .octants: encodedOctants
        }
    }

    private static let encodedQuadrants = quadrants.map { Array(String($0).utf8) }
    private static let encodedSextants = sextants.map { Array(String($0).utf8) }
    private static let encodedOctants = octants.map { Array(String($0).utf8) }

    private static let quadrants = Array(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█")

    private static let sextants = (0..<64).map(sextant)

    /// Sextants are in order in Unicode, but for the four patterns that have other characters.
    private static func sextant(_ pattern: Int) -> Character {
        switch pattern {
        case 0: return " "
        case 21: return "▌"
        case 42: return "▐"
        case 63: return "█"
        default:
            let skipped = 1 + (pattern > 21 ? 1 : 0) + (pattern > 42 ? 1 : 0)
            return Unicode.Scalar(UInt32(0x1FB00 + pattern - skipped)).map { Character($0) } ?? " "
        }
    }

    /// Octants are in order from U+1CD00, but for the patterns that have characters elsewhere.
    private static let octants: [Character] = {
        let elsewhere: [Int: UInt32] = [
            0x00: 0x20, 0x01: 0x1CEA8, 0x02: 0x1CEAB, 0x03: 0x1FB82, 0x05: 0x2598, 0x0A: 0x259D, 0x0F: 0x2580,
            0x14: 0x1FBE6, 0x28: 0x1FBE7, 0x3F: 0x1FB85, 0x40: 0x1CEA3, 0x50: 0x2596, 0x55: 0x258C, 0x5A: 0x259E,
            0x5F: 0x259B, 0x80: 0x1CEA0, 0xA0: 0x2597, 0xA5: 0x259A, 0xAA: 0x2590, 0xAF: 0x259C, 0xC0: 0x2582,
            0xF0: 0x2584, 0xF5: 0x2599, 0xFA: 0x259F, 0xFC: 0x2586, 0xFF: 0x2588,
        ]
        var next: UInt32 = 0x1CD00
        return (0..<256).map { pattern in
            let code = elsewhere[pattern] ?? next
            if elsewhere[pattern] == nil { next += 1 }
            return Unicode.Scalar(code).map { Character($0) } ?? " "
        }
    }()
}

/// What is drawn of a panel.
private struct PartBody {
    let grid: CellGrid
    let paints: CellPaints?
    /// The columns that it takes.
    let width: Int

    /// Adds the characters and colours of some rows, from `top` on; nothing below the map.
    func append(_ top: Int, _ division: PartBlocks.Division, to text: inout [UInt8], _ colours: inout CellColours) {
        guard let paints, top < grid.rows else { return }
        let rows = top..<min(top + division.rows, grid.rows)
        let encoded = PartBlocks.encoded(division)
        var parts = PartColours()
        grid.cells.withUnsafeBufferPointer { cells in
            for left in stride(from: 0, to: grid.columns, by: 2) {
                parts.begin()
                for row in top..<top + division.rows {
                    for column in left...left + 1 {
                        if rows.contains(row), column < grid.columns {
                            let cell = cells[row * grid.columns + column]
                            parts.add(paints.paint(cell), paints.pixel(of: cell))
                        } else {
                            parts.add(.none, PixelImage.transparent)
                        }
                    }
                }
                let (pattern, front, back) = parts.twoColours()
                text.append(contentsOf: encoded[pattern])
                colours.foreground.append(front)
                colours.background.append(back)
            }
        }
    }
}

/// The colours of the parts of a character, and the two that it is drawn in.
private struct PartColours {
    /// The paint of each part and its colour as 0xRRGGBB; at most eight are in use.
    private var paints = InlineArray<8, Paint>(repeating: .none)
    private var colours = InlineArray<8, UInt32>(repeating: 0)
    private var count = 0
    private var hasBlanks = false

    mutating func begin() {
        count = 0
        hasBlanks = false
    }

    mutating func add(_ paint: Paint, _ colour: UInt32) {
        paints[count] = paint
        colours[count] = colour
        count += 1
        if paint == .none { hasBlanks = true }
    }

    /// Which parts take the foreground, and the two colours.
    func twoColours() -> (pattern: Int, front: Paint, back: Paint) {
        if hasBlanks { return oneColour() }
        let (back, front) = farthest()
        if paints[front] == paints[back] { return ((1 << count) - 1, paints[front], paints[back]) }
        var pattern = 0
        for part in 0..<count where distance(part, front) < distance(part, back) { pattern |= 1 << part }
        return (pattern, paints[front], paints[back])
    }

    /// The ground shows through, so one colour is left for the parts that are drawn: the most frequent.
    private func oneColour() -> (pattern: Int, front: Paint, back: Paint) {
        var (pattern, most, front) = (0, 0, Paint.none)
        for part in 0..<count where paints[part] != .none {
            pattern |= 1 << part
            let frequency = (0..<count).reduce(0) { $0 + (paints[$1] == paints[part] ? 1 : 0) }
            if frequency > most { (most, front) = (frequency, paints[part]) }
        }
        return (pattern, front, .none)
    }

    /// The two parts whose colours are farthest apart, of several such pairs the first.
    private func farthest() -> (Int, Int) {
        var best = (first: 0, second: 0, distance: 0)
        for first in 0..<count {
            for second in first + 1..<max(count, first + 1) {
                let distance = distance(first, second)
                if distance > best.distance { best = (first, second, distance) }
            }
        }
        return (best.first, best.second)
    }

    /// The square of the distance between the colours of two parts.
    private func distance(_ first: Int, _ second: Int) -> Int {
        let (a, b) = (Int(colours[first]), Int(colours[second]))
        let (red, green, blue) = ((a >> 16) - (b >> 16), (a >> 8 & 255) - (b >> 8 & 255), (a & 255) - (b & 255))
        return red * red + green * green + blue * blue
    }
}
