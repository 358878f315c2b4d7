import Presentation
import Testing

@Suite struct HeatmapTests {
    private let ramp = Heatmap(rows: 4, columns: 8, values: (0..<32).map { Float($0) })

    @Test func shadesGrowDenserWithTheValues() {
        #expect(
            Renderer.plain().render(ramp) == """
                              ░░
                ░░░░░░░░░░▒▒▒▒▒▒
                ▒▒▒▒▒▒▓▓▓▓▓▓▓▓▓▓
                ▓▓██████████████
                0     ░░░░▒▒▒▒▓▓▓▓████ 31

                """)
    }

    @Test func asciiShadesGrowDenserToo() {
        #expect(
            Renderer(unicode: false).render(ramp) == """
                        ......::
                ::::------======
                ++++++******####
                ##%%%%%%@@@@@@@@
                0   ..::--==++**##%%@@ 31

                """)
    }

    @Test func colouredCellsHoldTwoPixels() {
        let map = Heatmap(rows: 20, columns: 20, values: (0..<400).map { $0 < 20 ? 0 : 1 })
        let line = map.lines(for: Renderer(colour: .truecolor))[0]
        #expect(line.plain == String(repeating: "▀", count: 20))
        #expect(
            line.spans.map(\.style) == [.cell(foreground: Colour(66, 2, 86), background: Colour(252, 231, 40))])
    }

    @Test func anOddLastRowHasNothingBelow() {
        let map = Heatmap(rows: 25, columns: 1, values: [Float](repeating: 0, count: 24) + [1])
        let picture = map.lines(for: Renderer(colour: .truecolor)).dropLast()
        #expect(picture.count == 13)
        #expect(picture.last?.spans.map(\.style) == [.cell(foreground: Colour(252, 231, 40), background: nil)])
    }

    @Test func signedDataIsWhiteAtZeroBlueBelowAndRedAbove() {
        let map = Heatmap(rows: 2, columns: 3, values: [-2, 0, 1, -2, 0, 1])
        let colours = map.lines(for: Renderer(width: 3, colour: .truecolor))[0].spans.compactMap { span -> Colour? in
            guard case .cell(let colour, _) = span.style else { return nil }
            return colour
        }
        #expect(colours == [Colour(8, 48, 130), Colour(247, 247, 247), Colour(216, 88, 81)])
    }

    @Test func the256ColoursHaveARampOfTheirOwn() {
        let map = Heatmap(rows: 2, columns: 3, values: [-1, 0, 1, -1, 0, 1])
        let renderer = Renderer(width: 3, colour: .ansi256)
        #expect(
            renderer.line(map.lines(for: renderer)[0])
                == "\u{1B}[38;5;18;48;5;18m▀\u{1B}[38;5;231;48;5;231m▀\u{1B}[38;5;88;48;5;88m▀\u{1B}[0m")
    }

    @Test func largeMapsBecomeTheMeansOfTheirAreas() {
        let values = (0..<10_000).map { (index: Int) -> Float in (index / 100 + index % 100) % 2 == 0 ? 0 : 1 }
        let map = Heatmap(rows: 100, columns: 100, values: values)
        let lines: [String] = map.lines(for: Renderer(width: 10)).dropLast().map(\.plain)
        #expect(lines == Array(repeating: "▒▒▒▒▒▒▒▒▒▒", count: 5))
    }

    @Test func whatIsNotFiniteIsSeen() {
        let map = Heatmap(rows: 2, columns: 4, values: [.nan, 0, 1, 2, .infinity, -.infinity, 1, 2])
        #expect(
            Renderer.plain(width: 8).render(map) == """
                ??  ▒▒██
                !!!!▒▒██
                0     ░░░░▒▒▒▒▓▓▓▓████ 2 · 1 nan · 2 inf

                """)
    }

    @Test func nanAndInfinityHaveColoursOfTheirOwn() {
        let map = Heatmap(rows: 2, columns: 2, values: [.nan, .infinity, .nan, .infinity])
        let line = map.lines(for: Renderer(width: 2, colour: .truecolor))[0]
        #expect(
            line.spans.map(\.style) == [
                .cell(foreground: Colour(255, 0, 255), background: Colour(255, 0, 255)),
                .cell(foreground: Colour(0, 255, 255), background: Colour(0, 255, 255)),
            ])
    }

    @Test func constantMapsSaySo() {
        let zero = Heatmap(rows: 2, columns: 2, values: [0, 0, 0, 0])
        #expect(Renderer.plain(width: 4).render(zero) == "\n\n0 everywhere\n")
        let half = Heatmap(rows: 1, columns: 3, values: [0.5, 0.5, 0.5])
        #expect(Renderer.plain(width: 3).render(half) == "▒▒▒\n0.5 everywhere\n")
    }

    @Test func aRowIsALine() {
        let map = Heatmap(rows: 1, columns: 8, values: (0..<8).map { Float($0) }, label: "steps")
        #expect(
            Renderer.plain(width: 8).render(map) == """
                steps
                  ░▒▒▓██
                0     ░░░░▒▒▒▒▓▓▓▓████ 7

                """)
    }

    @Test func emptyMapsSaySo() {
        #expect(Renderer.plain().render(Heatmap(rows: 0, columns: 5, values: [])) == "no values\n")
        #expect(Renderer.plain().render(Heatmap(rows: 3, columns: 5, values: [])) == "no values\n")
    }

    @Test func aClaimBeyondItsValuesIsNotBelieved() {
        let map = Heatmap(rows: .max, columns: 2, values: [1, 2, 3])
        #expect(map.rows == 2)
        #expect(map.values.prefix(3) == [1, 2, 3])
        #expect(map.values[3].isNaN)
    }

    @Test func hugeMagnitudesDoNotOverflow() {
        let limit = Float.greatestFiniteMagnitude
        let map = Heatmap(rows: 1, columns: 3, values: [-limit, 0, limit])
        #expect(Renderer.plain(width: 3).render(map).hasPrefix(" ▒█\n-3.4e+38"))
    }

    @Test func sixteenColoursDrawShades() {
        let map = Heatmap(rows: 1, columns: 2, values: [0, 1])
        #expect(map.lines(for: Renderer(width: 2, colour: .ansi16))[0].plain == " █")
    }
}
