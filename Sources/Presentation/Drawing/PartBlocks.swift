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
        for index in bodies.indices {
            let start = colours.foreground.count
            bodies[index].append(row, division, to: &text, &colours)
            let blanks = bodies[index].width - (colours.foreground.count - start) + (index < bodies.count - 1 ? gap : 0)
            colours.append(blanks: blanks)
            text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: max(0, blanks)))
        }
        let shown = colours.foreground.count
        colours.trim()
        // What is taken away at the end are blanks, of one byte each.
        text.removeLast(shown - colours.foreground.count)
        var line = StyledText()
        if text.isEmpty { return line }
        line.append(cells: String(written: text), colours)
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
    fileprivate static func words(_ division: Division) -> [CharacterWord] {
        switch division {
        case .quadrants: quadrantWords
        case .sextants: sextantWords
        case .octants: octantWords
        }
    }

    private static let quadrantWords = quadrants.map(CharacterWord.init)
    private static let sextantWords = sextants.map(CharacterWord.init)
    private static let octantWords = octants.map(CharacterWord.init)

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

/// What is drawn of a panel. A class, since its arrays are many and a copy for each line takes time.
private final class PartBody {
    let grid: CellGrid
    /// The columns that it takes.
    let width: Int
    private let paints: CellPaints?
    /// The parts of all levels.
    private let levels: [Part]

    init(grid: CellGrid, paints: CellPaints?, width: Int) {
        (self.grid, self.paints, self.width) = (grid, paints, width)
        levels = paints.map { paints in (0..<ColourMap.levels).map { Part(.level(UInt8($0)), paints) } } ?? []
    }

    /// Adds the characters and colours of some rows, from `top` on; nothing below the map.
    func append(_ top: Int, _ division: PartBlocks.Division, to text: inout [UInt8], _ colours: inout CellColours) {
        guard let paints, top < grid.rows else { return }
        let words = PartBlocks.words(division)
        grid.cells.withUnsafeBufferPointer { cells in
            PartColours.withRoom { parts in
                for left in stride(from: 0, to: grid.columns, by: 2) {
                    parts.removeAll()
                    for row in top..<top + division.rows {
                        for column in left...left + 1 {
                            // Below the map, and beside an odd column, there is nothing.
                            let isInside = row < grid.rows && column < grid.columns
                            parts.append(isInside ? part(cells[row * grid.columns + column], paints) : .nothing)
                        }
                    }
                    let (pattern, front, back) = parts.twoColours()
                    words[pattern].append(to: &text)
                    colours.foreground.append(front)
                    colours.background.append(back)
                }
            }
        }
    }

    @inline(__always)
    private func part(_ cell: Cell, _ paints: CellPaints) -> Part {
        if case .level(let level) = cell { levels[min(Int(level), levels.count - 1)] } else { Part(cell, paints) }
    }
}

/// A character as its bytes in UTF-8.
private struct CharacterWord {
    /// The bytes, the lowest first.
    private let bytes: UInt32
    private let count: Int

    init(_ character: Character) {
        let utf8 = String(character).utf8
        bytes = utf8.reversed().reduce(0) { $0 << 8 | UInt32($1) }
        count = utf8.count
    }

    func append(to text: inout [UInt8]) {
        for place in 0..<count { text.append(UInt8(truncatingIfNeeded: bytes >> (8 * UInt32(place)))) }
    }
}

/// One part of a character.
private struct Part {
    let paint: Paint
    let red, green, blue: Int32

    /// Where the ground shows through.
    static let nothing = Part(.blank, nil)

    init(_ cell: Cell, _ paints: CellPaints?) {
        paint = paints?.paint(cell) ?? .none
        let colour = paints?.pixel(of: cell) ?? PixelImage.transparent
        red = Int32(colour >> 16 & 255)
        green = Int32(colour >> 8 & 255)
        blue = Int32(colour & 255)
    }

    private init(red: Int32, green: Int32, blue: Int32) {
        (paint, self.red, self.green, self.blue) = (.none, red, green, blue)
    }

    /// The difference of two colours.
    func minus(_ other: Part) -> Part {
        Part(red: red &- other.red, green: green &- other.green, blue: blue &- other.blue)
    }

    /// The scalar product of two colours or differences.
    func product(_ other: Part) -> Int32 {
        red &* other.red &+ green &* other.green &+ blue &* other.blue
    }
}

/// The parts of one character after the other, and the two colours that each is drawn in.
private struct PartColours {
    private let parts: UnsafeMutableBufferPointer<Part>
    private var count = 0
    private var hasBlanks = false

    /// Calls `body` with room for the parts of a character.
    static func withRoom(_ body: (inout PartColours) -> Void) {
        withUnsafeTemporaryAllocation(of: Part.self, capacity: 8) { room in
            var colours = PartColours(parts: room)
            body(&colours)
        }
    }

    private init(parts: UnsafeMutableBufferPointer<Part>) { self.parts = parts }

    /// Begins another character.
    mutating func removeAll() {
        count = 0
        hasBlanks = false
    }

    /// Adds the next part: the left one of a row, or the one beside it.
    mutating func append(_ part: Part) {
        parts[count] = part
        count += 1
        hasBlanks = hasBlanks || part.paint == .none
    }

    /// Which parts take the foreground, and the two colours.
    func twoColours() -> (pattern: Int, front: Paint, back: Paint) {
        if hasBlanks { return oneColour() }
        let (back, front) = farthest()
        if front.paint == back.paint { return ((1 << count) - 1, front.paint, back.paint) }
        // |p − front|² < |p − back|², solved for the product of p and front − back.
        let difference = front.minus(back)
        let limit = front.product(front) - back.product(back)
        var pattern = 0
        for part in 0..<count {
            let isFront = 2 &* parts[part].product(difference) > limit
            pattern |= (isFront ? 1 : 0) &<< part
        }
        return (pattern, front.paint, back.paint)
    }

    /// The ground shows through, so one colour is left for the parts that are drawn: the most frequent.
    private func oneColour() -> (pattern: Int, front: Paint, back: Paint) {
        var (pattern, most, front) = (0, 0, Paint.none)
        for part in 0..<count where parts[part].paint != .none {
            pattern |= 1 << part
            let frequency = (0..<count).reduce(0) { $0 + (parts[$1].paint == parts[part].paint ? 1 : 0) }
            if frequency > most { (most, front) = (frequency, parts[part].paint) }
        }
        return (pattern, front, .none)
    }

    /// The two parts whose colours are farthest apart, of several such pairs the first.
    private func farthest() -> (Part, Part) {
        // The distance with the places of the pair below it, the first pair greatest: a maximum needs no branch that could go wrong.
        var best: Int32 = 63
        for first in 0..<count {
            for second in first + 1..<max(count, first + 1) {
                let difference = parts[first].minus(parts[second])
                let pair = Int32(truncatingIfNeeded: 63 - (first << 3 | second))
                best = max(best, difference.product(difference) << 6 | pair)
            }
        }
        let pair = 63 - Int(best & 63)
        return (parts[pair >> 3], parts[pair & 7])
    }
}
