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
}
