import Presentation
import Testing

@Suite struct SourceExcerptTests {
    private func draw(_ line: String, _ start: Int, _ end: Int, width: Int = 80) -> String {
        Renderer.plain(width: width).render(SourceExcerpt(line: line, start: start, end: end))
    }

    @Test func marksStandUnderThePart() {
        #expect(draw("c1 = Conv2D(64, paddin=1)", 16, 22) == "  c1 = Conv2D(64, paddin=1)\n                  ^^^^^^\n")
    }

    @Test func wideCharactersAndTabsCountTheirColumns() {
        #expect(draw("\"卷积\" + z", 11, 12) == "  \"卷积\" + z\n           ^\n")
        #expect(draw("\tz", 1, 2) == "      z\n      ^\n")
    }

    @Test func theEndOfTheLineCanBeMarked() {
        #expect(draw("f(", 2, 2) == "  f(\n    ^\n")
        #expect(draw("f(", 90, 95) == "  f(\n    ^\n")
    }

    @Test func offsetsInsideACharacterMeanItsBeginning() {
        #expect(draw("é", 1, 2) == "  é\n  ^\n")
    }

    @Test func longLinesAreCutAroundTheMark() {
        let line = String(repeating: "a", count: 100) + "XY" + String(repeating: "b", count: 100)
        #expect(draw(line, 100, 102, width: 22) == "  …aaaaaaXYbbbbbbbbbb…\n         ^^\n")
        #expect(draw(line, 0, 200, width: 22).split(separator: "\n").allSatisfy { $0.count <= 22 })
    }
}
