import Presentation
import Testing

@Suite struct MosaicTests {
    private func maps(_ count: Int, rows: Int, columns: Int) -> [Heatmap] {
        (0..<count).map { (number: Int) -> Heatmap in
            Heatmap(
                rows: rows, columns: columns,
                values: (0..<rows * columns).map { (index: Int) -> Float in Float((index + number) % 5) })
        }
    }

    @Test func allMapsStandInAGridWithOneScale() {
        #expect(
            Renderer.plain(width: 24).render(Mosaic(maps: maps(4, rows: 4, columns: 4))) == """
                #0       #1
                  ░░▒▒▓▓ ░░▒▒▓▓██
                ██  ░░▒▒   ░░▒▒▓▓
                ▓▓██  ░░ ██  ░░▒▒
                ▒▒▓▓██   ▓▓██  ░░
                #2       #3
                ▒▒▓▓██   ▓▓██  ░░
                ░░▒▒▓▓██ ▒▒▓▓██
                  ░░▒▒▓▓ ░░▒▒▓▓██
                ██  ░░▒▒   ░░▒▒▓▓
                0     ░░░░▒▒▒▒▓▓▓▓████ 4

                """)
    }

    @Test func sixtyFourMapsFitTheWidthAndAScreenOrSo() {
        for (rows, columns) in [(72, 14), (14, 72), (28, 28), (3, 3), (64, 64), (1, 30)] {
            let lines = Mosaic(maps: maps(64, rows: rows, columns: columns)).lines(for: Renderer(width: 80))
            #expect(lines.allSatisfy { $0.width <= 80 })
            #expect(lines.count <= 65, "\(rows)×\(columns)")
            #expect(lines.contains { $0.plain.contains("#63") })
        }
    }

    @Test func theAspectRatioIsKept() {
        let lines = Mosaic(maps: maps(1, rows: 40, columns: 20)).lines(for: Renderer(colour: .truecolor))
        #expect(lines.count == 1 + 20 + 1)
        #expect(lines[1].width == 20)
    }

    @Test func noMapsSaySo() {
        #expect(Renderer.plain().render(Mosaic(maps: [])) == "no values\n")
    }
}
