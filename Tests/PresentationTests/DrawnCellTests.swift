import Testing

@testable import Presentation

/// Every drawn cell is compared with the extreme of its block, found anew, and the legend with the data.
@Suite struct DrawnCellTests {
    /// 10,000 maps in all.
    @Test(arguments: 0..<20)
    func eachCellShowsTheExtremeOfItsBlockAndTheLegendTheRange(part: Int) throws {
        for number in 0..<500 {
            var random = RandomNumbers(seed: part * 500 + number)
            let isLarge = number % 50 == 0
            let (rows, columns) = (
                Int.random(in: 1...(isLarge ? 60 : 5), using: &random),
                Int.random(in: 1...(isLarge ? 90 : 8), using: &random)
            )
            let width = Int.random(in: 20...60, using: &random)
            try check(random.values(rows * columns), rows: rows, columns: columns, width: width)
        }
    }

    private func check(_ values: [Float], rows: Int, columns: Int, width: Int) throws {
        var picture = Picture(groups: [.init([Panel("", .map(Plane(rows: rows, columns: columns, values: values)))])])
        picture.options.showsValues = false
        let output = Renderer(width: width, colour: .truecolor).render(picture)
        let screen = TerminalScreen(output)
        let legend = try #require(
            screen.lines.indices.first { index in
                screen.lines[index].contains { $0.text == "▌" } || screen.text(index).contains("everywhere")
                    || screen.text(index).contains("no finite")
            })
        let factor = try factor(screen, legend)
        let (r, c) = ((rows - 1) / factor + 1, (columns - 1) / factor + 1)
        #expect(c <= width && screen.lines.allSatisfy { $0.count <= width })
        // The label is the first line.
        let pixels = screen.pixels(lines: 1..<legend, columns: 0..<c)
        #expect(pixels.count == (r + 1) / 2 * 2)
        let finite = values.filter(\.isFinite)
        let (low, high) = (finite.min() ?? 0, finite.max() ?? 0)
        if low < high {
            let text = screen.text(legend) + (legend + 1 < screen.lines.count ? screen.text(legend + 1) : "")
            #expect(text.hasPrefix(NumberText.compact(Double(low)) + " "))
            #expect(text.contains(" " + NumberText.compact(Double(high))))
        }
        for row in 0..<r {
            for column in 0..<c {
                let block = (row * factor..<min(rows, (row + 1) * factor)).flatMap { y in
                    (column * factor..<min(columns, (column + 1) * factor)).map { values[y * columns + $0] }
                }
                let expected = colour(extreme(block), low: low, high: high)
                guard pixels[row][column] == expected else {
                    Issue.record("\(rows)×\(columns) ÷\(factor) at \(row), \(column): \(block)")
                    return
                }
            }
        }
    }

    private func factor(_ screen: TerminalScreen, _ legend: Int) throws -> Int {
        let text = (legend..<screen.lines.count).map { screen.text($0) }.joined(separator: " ")
        guard let start = text.firstIndex(of: "÷") else { return 1 }
        return try #require(Int(text[text.index(after: start)...].prefix { $0.isNumber }))
    }

    private func extreme(_ block: [Float]) -> Float {
        if block.contains(where: \.isNaN) { return .nan }
        var best: Float = block[0]
        for value in block where abs(value) > abs(best) || (abs(value) == abs(best) && value > best) { best = value }
        return best
    }

    /// The colour of a value, by the definition of the scales and not by the code that draws.
    private func colour(_ value: Float, low: Float, high: Float) -> Colour {
        if value.isNaN { return Colour(255, 0, 255) }
        if value.isInfinite { return value > 0 ? Colour(0, 255, 0) : Colour(0, 255, 255) }
        let last = Double(ColourMap.levels - 1)
        if low < 0 {
            let limit = Double(max(-low, high))
            let steps = (Double(value) / limit * last / 2).rounded()
            let level = steps == 0 && value != 0 ? (value < 0 ? -1 : 1) : steps
            return ColourMap.balance.colours[Int(last / 2 + level)]
        }
        if low == high { return ColourMap.viridis.colours[low == 0 ? 0 : Int(last / 2)] }
        let level = ((Double(value) - Double(low)) / (Double(high) - Double(low)) * last).rounded()
        return ColourMap.viridis.colours[Int(low == 0 && value > 0 ? max(1, level) : level)]
    }
}
