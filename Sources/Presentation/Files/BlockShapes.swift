/// Block elements and box drawings as parts of their cell, which fonts draw with seams.
enum BlockShapes {
    /// A rectangle within a cell, in pixels.
    struct Part: Hashable, Sendable {
        let x: Int
        let y: Int
        let width: Int
        let height: Int
        /// How much of the colour covers the ground, 0…1.
        var coverage: Float = 1
    }

    /// The rectangles of a character in a cell of some size; nil for a character that is neither block nor line.
    static func parts(of character: Character, _ size: CellSize) -> [Part]? {
        guard let scalar = character.unicodeScalars.first?.value else { return nil }
        switch scalar {
        case 0x2580: return [grid(size, 1, 2, 0...0, 0...0)]
        case 0x2581...0x2588: return [grid(size, 1, 8, 0...0, Int(0x2588 - scalar)...7)]
        case 0x2589...0x258F: return [grid(size, 8, 1, 0...Int(0x258F - scalar), 0...0)]
        case 0x2590: return [grid(size, 2, 1, 1...1, 0...0)]
        case 0x2591...0x2593:
            return [
                Part(x: 0, y: 0, width: size.width, height: size.height, coverage: Float(scalar - 0x2590) / 4)
            ]
        default: break
        }
        if let pattern = patterns[character] { return divided(size, pattern.bits, rows: pattern.rows) }
        return lines(of: character, size)
    }

    /// The part of a cell cut into columns and rows.
    private static func grid(
        _ size: CellSize, _ columns: Int, _ rows: Int, _ x: ClosedRange<Int>, _ y: ClosedRange<Int>
    ) -> Part {
        let (left, right) = (x.lowerBound * size.width / columns, (x.upperBound + 1) * size.width / columns)
        let (top, bottom) = (y.lowerBound * size.height / rows, (y.upperBound + 1) * size.height / rows)
        return Part(x: left, y: top, width: right - left, height: bottom - top)
    }

    // MARK: Quadrants, sextants, octants

    /// What the characters of all divisions fill.
    private static let patterns: [Character: (bits: Int, rows: Int)] = {
        var result: [Character: (bits: Int, rows: Int)] = [:]
        for (division, rows) in [(PartBlocks.Division.octants, 4), (.sextants, 3), (.quadrants, 2)] {
            for bits in 1..<(1 << (2 * rows)) { result[PartBlocks.character(bits, division)] = (bits, rows) }
        }
        return result
    }()

    private static func divided(_ size: CellSize, _ bits: Int, rows: Int) -> [Part] {
        (0..<2 * rows).filter { bits >> $0 & 1 == 1 }.map { grid(size, 2, rows, $0 % 2...$0 % 2, $0 / 2...$0 / 2) }
    }

    // MARK: Lines

    /// Arms from the middle of the cell to its sides: up, right, down, left.
    private static let arms: [Character: [Int]] = [
        "─": [1, 3], "│": [0, 2], "┌": [1, 2], "┐": [2, 3], "└": [0, 1], "┘": [0, 3], "├": [0, 1, 2], "┤": [0, 2, 3],
        "┬": [1, 2, 3], "┴": [0, 1, 3], "┼": [0, 1, 2, 3], "╭": [1, 2], "╮": [2, 3], "╰": [0, 1], "╯": [0, 3],
    ]
    private static let thick: [Character: [Int]] = [
        "━": [1, 3], "┃": [0, 2], "┏": [1, 2], "┓": [2, 3], "┗": [0, 1], "┛": [0, 3], "┡": [0, 1, 2], "┩": [0, 2, 3],
        "╇": [0, 1, 2, 3], "┳": [1, 2, 3],
    ]

    private static func lines(of character: Character, _ size: CellSize) -> [Part]? {
        switch character {
        case "═", "≡":
            let places = character == "═" ? [-2, 2] : [-3, 0, 3]
            return places.map { Part(x: 0, y: size.height / 2 + $0, width: size.width, height: 1) }
        case "╌":
            let half = size.width / 2
            return [0, half].map { Part(x: $0 + 1, y: size.height / 2, width: max(1, half - 2), height: 1) }
        default: break
        }
        let isThick = arms[character] == nil
        guard let arms = arms[character] ?? thick[character] else { return nil }
        let weight = isThick ? 2 : 1
        let (x, y) = (size.width / 2, size.height / 2)
        return arms.map { arm in
            switch arm {
            case 0: Part(x: x, y: 0, width: weight, height: y + weight)
            case 1: Part(x: x, y: y, width: size.width - x, height: weight)
            case 2: Part(x: x, y: y, width: weight, height: size.height - y)
            default: Part(x: 0, y: y, width: x + weight, height: weight)
            }
        }
    }
}
