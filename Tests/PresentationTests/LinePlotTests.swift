import Presentation
import Testing

@Suite struct LinePlotTests {
    private func plot(_ values: [Float], _ renderer: Renderer = .plain(width: 40)) -> String {
        renderer.render(
            Picture(
                groups: [.init([Panel("#0", .plot(Plane(rows: 1, columns: values.count, values: values)))])],
                extent: .strip(indent: 0)))
    }

    @Test func numbersAreLevelPiecesJoinedByTheirRises() {
        #expect(
            plot([0, 3, 3, 1, 0, 0, 0, 0, 0, 0, 0, 0]) == """
                #0
                3 ┤   ╭─────╮
                  │   │     │
                  │   │     ╰──╮
                0 ┤───╯        ╰───────────────────────
                  └0─────────────────────────────────11

                """)
    }

    /// The difference of two outputs lies elsewhere than they do.
    @Test func aPlotWithARangeOfItsOwnHasItsOwnAxis() {
        let planes = [[5, 6, 7, 8], [-1, 0, 1, 0]].map { Plane(rows: 1, columns: 4, values: $0) }
        var panels = planes.map { Panel("#0", .plot($0)) }
        panels[1].range = ValueRange([-1, 0, 1])
        let text = Renderer.plain(width: 40).render(Picture(groups: [.init(panels)]))
        #expect(text.contains(" 8 ┤") && text.contains(" 5 ┤") && text.contains(" 1 ┤") && text.contains("-1 ┤"))
    }

    @Test func aSingleNumberNeedsNoAxes() { #expect(plot([0.5]) == "#0 = 0.5\n") }

    @Test func aPeakAmongThousandsStaysVisible() {
        let text = plot((0..<5000).map { $0 == 1234 ? 1 : 0 })
        #expect(text.contains("│") && text.contains("÷136, peaks kept"))
    }

    @Test func whatIsNotFiniteIsMarked() {
        let text = plot([0, .nan, 1, .infinity, -.infinity, 2])
        #expect(text.contains("#0 nan inf") && text.contains("?") && text.contains("▲") && text.contains("▼"))
    }

    @Test func asciiTerminalsGetAnASCIIPlot() {
        let text = plot([-1, 2, 0, 1], Renderer(width: 30, unicode: false))
        #expect(text.allSatisfy { $0.isASCII })
        #expect(text.contains(".---."))
    }

    @Test func plotsFitAnyWidth() {
        for width in 20...200 {
            let lines = plot((0..<300).map { Float($0 % 17) * 0.37 }, .plain(width: width)).split(separator: "\n")
            #expect(lines.allSatisfy { $0.count <= width })
        }
    }
}
