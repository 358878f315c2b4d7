import Presentation
import Testing

@Suite struct StripTests {
    /// Maps of a slope from 0 to 1, turned about for every second one.
    private func maps(_ count: Int, rows: Int, columns: Int) -> [Heatmap] {
        (0..<count).map { (number: Int) -> Heatmap in
            let values = (0..<rows * columns).map { (index: Int) -> Float in
                let fraction = Float(index) / Float(rows * columns - 1)
                return number % 2 == 0 ? fraction : 1 - fraction
            }
            return Heatmap(rows: rows, columns: columns, values: values)
        }
    }

    @Test func mapsStandSideBySideWithTheirRange() {
        let strip = Strip(maps: maps(9, rows: 28, columns: 28), total: 32)
        #expect(
            Renderer.plain(width: 60).render(strip) == """
                    #0           #1           #2           #3
                                 ████████████              ████████████
                       ░░░░░░░░░ ███▓▓▓▓▓▓▓▓▓    ░░░░░░░░░ ███▓▓▓▓▓▓▓▓▓
                    ░░░░░▒▒▒▒▒▒▒ ▓▓▓▓▓▒▒▒▒▒▒▒ ░░░░░▒▒▒▒▒▒▒ ▓▓▓▓▓▒▒▒▒▒▒▒
                    ▒▒▒▒▒▒▒▓▓▓▓▓ ▒▒▒▒▒▒▒░░░░░ ▒▒▒▒▒▒▒▓▓▓▓▓ ▒▒▒▒▒▒▒░░░░░
                    ▓▓▓▓▓▓▓▓▓███ ░░░░░░░░░    ▓▓▓▓▓▓▓▓▓███ ░░░░░░░░░
                    ████████████              ████████████
                    0 … 1 · 4 of 32 maps

                """)
    }

    @Test func itTakesEightLinesAtMost() {
        for (rows, columns) in [(72, 14), (14, 72), (224, 224), (3, 3), (1, 100), (100, 1), (7, 1000), (2, 2)] {
            for width in [20, 80, 200] {
                let lines = Strip(maps: maps(12, rows: rows, columns: columns)).lines(for: Renderer(width: width))
                #expect(lines.count <= 8)
                #expect(lines.allSatisfy { $0.width <= width }, "\(rows)×\(columns) in \(width)")
            }
        }
    }

    @Test func narrowMapsAreNotDrawnThinnerThanEightPixels() {
        let lines = Strip(maps: maps(1, rows: 72, columns: 14)).lines(for: Renderer(colour: .truecolor))
        #expect(lines[1].width == 4 + 8)
    }

    @Test func mapsOfOneRowStandOneBelowTheOther() {
        let strip = Strip(maps: maps(3, rows: 1, columns: 10), maximumLines: 4)
        #expect(
            Renderer.plain(width: 20).render(strip) == """
                    #0   ░░▒▒▓▓██
                    #1 ██▓▓▒▒░░
                    #2   ░░▒▒▓▓██
                    0 … 1

                """)
    }

    @Test func mapsMayHaveLabels() {
        let map = Heatmap(rows: 2, columns: 2, values: [0, 1, 1, 0], label: "edge")
        #expect(
            Renderer.plain().render(Strip(maps: [map], indent: 0, maximumLines: 4)) == """
                edge
                  ██
                ██
                0 … 1

                """)
    }

    @Test func noMapsAreNothing() {
        #expect(Renderer.plain().render(Strip(maps: [])) == "")
    }
}
