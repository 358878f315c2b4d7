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
        headings(panels)
            + joined(
                panels.map { panel in
                    body(
                        hasFrames ? panel.panel.grid.bordered(.line) { _, _ in .frame } : panel.panel.grid,
                        panel.panel.paints)
                }, panels)
    }

    private func body(_ grid: CellGrid, _ paints: CellPaints?) -> [StyledText] {
        guard let paints else { return [] }
        let all = grid.cells.map { paints.paint($0) }
        var parts = PartColours()
        return stride(from: 0, to: grid.rows, by: division.rows).map { top in
            var text = ""
            var colours = CellColours()
            for left in stride(from: 0, to: grid.columns, by: 2) {
                parts.begin()
                for row in top..<top + division.rows {
                    for column in left...left + 1 {
                        parts.add(row < grid.rows && column < grid.columns ? all[row * grid.columns + column] : .none)
                    }
                }
                let (pattern, front, back) = parts.twoColours()
                text.append(PartBlocks.character(pattern, division))
                colours.foreground.append(front)
                colours.background.append(back)
            }
            var line = StyledText()
            line.append(cells: text, colours)
            return line
        }
    }

    /// The character that fills the parts whose bits are set; bit 0 is the upper left part, bit 1 the one beside it.
    static func character(_ pattern: Int, _ division: Division) -> Character {
        switch division {
        case .quadrants: quadrants[pattern & 15]
        case .sextants: sextant(pattern & 63)
        case .octants: octants[pattern & 255]
        }
    }

    private static let quadrants = Array(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█")

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

/// The colours of the parts of a character, and the two that it is drawn in. Its memory serves for one character after the other.
private struct PartColours {
    /// The colour of each part.
    private var paints: [Paint] = []
    /// The different ones, in the order in which they appear.
    private var distinct: [Paint] = []

    mutating func begin() {
        paints.removeAll(keepingCapacity: true)
        distinct.removeAll(keepingCapacity: true)
    }

    mutating func add(_ paint: Paint) {
        paints.append(paint)
        if !distinct.contains(paint) { distinct.append(paint) }
    }

    /// Which parts take the foreground, and the two colours.
    func twoColours() -> (pattern: Int, front: Paint, back: Paint) {
        let back: Paint
        let front: Paint
        if distinct.contains(.none) {
            // The ground shows through, so one colour is left: the most frequent.
            let drawn = distinct.filter { $0 != .none }
            front = drawn.max { count($0) < count($1) } ?? .none
            back = .none
        } else if distinct.count <= 2 {
            (back, front) = (distinct[0], distinct[distinct.count - 1])
        } else {
            (back, front) = farthest()
        }
        if front == back { return (front == .none ? 0 : (1 << paints.count) - 1, front, back) }
        var pattern = 0
        for part in paints.indices where paints[part] != .none {
            let paint = paints[part]
            if back == .none || PartColours.distance(paint, front) < PartColours.distance(paint, back) {
                pattern |= 1 << part
            }
        }
        return (pattern, front, back)
    }

    private func count(_ paint: Paint) -> Int { paints.reduce(0) { $0 + ($1 == paint ? 1 : 0) } }

    /// The two that are farthest apart, of several such pairs the first.
    private func farthest() -> (Paint, Paint) {
        var best = (first: distinct[0], second: distinct[0], distance: -1)
        for first in distinct.indices {
            for second in distinct.indices.dropFirst(first + 1) {
                let distance = PartColours.distance(distinct[first], distinct[second])
                if distance > best.distance { best = (distinct[first], distinct[second], distance) }
            }
        }
        return (best.first, best.second)
    }

    private static func distance(_ first: Paint, _ second: Paint) -> Int {
        guard let a = first.colour, let b = second.colour else { return first == second ? 0 : Int.max }
        let (r, g, bl) = (Int(a.red) - Int(b.red), Int(a.green) - Int(b.green), Int(a.blue) - Int(b.blue))
        return r * r + g * g + bl * bl
    }
}
