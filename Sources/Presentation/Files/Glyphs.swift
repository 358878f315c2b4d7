/// Characters as pixels: how much of each pixel of a cell a character covers.
struct Glyphs {
    /// The pixels of a cell.
    static let cellSize = CellSize(width: 8, height: 16)
    /// How much of each pixel is covered, row by row, in steps of 1/16.
    typealias Coverage = [UInt8]

    /// What is fully covered.
    static let full: UInt8 = 16
    private var known: [Character: Coverage] = [:]
    private var knownBold: [Character: Coverage] = [:]

    /// The pixels of a character; one that the font lacks is spelt as ASCII has it, or is a box.
    mutating func coverage(of character: Character, isBold: Bool) -> Coverage {
        if let coverage = isBold ? knownBold[character] : known[character] { return coverage }
        let made = Glyphs.make(character, isBold: isBold)
        if isBold { knownBold[character] = made } else { known[character] = made }
        return made
    }

    private static func make(_ character: Character, isBold: Bool) -> Coverage {
        var coverage = Coverage(repeating: 0, count: cellSize.width * cellSize.height)
        if let parts = BlockShapes.parts(of: character, cellSize) {
            for part in parts {
                for y in part.y..<part.y + part.height {
                    for x in part.x..<part.x + part.width {
                        coverage[y * cellSize.width + x] = UInt8((part.coverage * Float(full)).rounded())
                    }
                }
            }
            return coverage
        }
        if let strokes = wholeCell(character) ?? StrokeFont.strokes(of: character) {
            for stroke in strokes { draw(stroke, width: isBold ? 1.9 : 1.25, in: &coverage) }
            return coverage
        }
        let spelt = Transliteration.ascii(String(character))
        if spelt.count == 1, let other = spelt.first, other != "?", other != character {
            return make(other, isBold: isBold)
        }
        draw([(1.5, 3.5), (6.5, 3.5), (6.5, 12.5), (1.5, 12.5), (1.5, 3.5)], width: 1, in: &coverage)
        return coverage
    }

    /// Triangles are filled by lines, and hatching reaches over the whole cell.
    private static func wholeCell(_ character: Character) -> [StrokeFont.Stroke]? {
        switch character {
        case "▲": triangle(tip: 4, down: 1)
        case "▼": triangle(tip: 12, down: -1)
        case "╱": [[(x: 0, y: 16), (x: 8, y: 0)]]
        default: nil
        }
    }

    private static func triangle(tip: Float, down: Float) -> [StrokeFont.Stroke] {
        (0..<8).map { row in
            let (half, y) = (Float(row) * 0.45, tip + down * Float(row))
            return [(x: 4 - half, y: y), (x: 4 + half, y: y)]
        }
    }

    /// Draws a stroke of some width with round ends; a pixel on its edge is covered in part.
    private static func draw(_ stroke: StrokeFont.Stroke, width: Float, in coverage: inout Coverage) {
        for (start, end) in zip(stroke, stroke.dropFirst()) {
            for y in 0..<cellSize.height {
                for x in 0..<cellSize.width {
                    let distance = distance(from: (Float(x) + 0.5, Float(y) + 0.5), start, end)
                    let part = max(0, min(1, width / 2 + 0.5 - distance))
                    let index = y * cellSize.width + x
                    coverage[index] = max(coverage[index], UInt8((part * Float(full)).rounded()))
                }
            }
        }
    }

    /// The distance of a point from a line between two others.
    private static func distance(
        from point: (x: Float, y: Float), _ start: (x: Float, y: Float), _ end: (x: Float, y: Float)
    ) -> Float {
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        let length = dx * dx + dy * dy
        let t =
            length == 0 ? 0 : max(0, min(1, ((point.x - start.x) * dx + (point.y - start.y) * dy) / length))
        let (x, y) = (start.x + t * dx - point.x, start.y + t * dy - point.y)
        return (x * x + y * y).squareRoot()
    }
}
