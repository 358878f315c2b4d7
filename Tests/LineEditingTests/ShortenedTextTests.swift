import Testing

@testable import LineEditing

/// How a text that stands behind the line is cut.
@Suite struct ShortenedTextTests {
    private let ghost = "→ (None, 128, 128, 16) · 160 params"

    @Test(arguments: [
        (40, "→ (None, 128, 128, 16) · 160 params"), (34, "→ (None, 128, 128, 16)"), (22, "→ (None, 128, 128, 16)"),
        (21, "→ (None, 128, 128, …"), (16, "→ (None, 128, …"), (8, ""),
    ]) func itIsCutBetweenPartsElseBetweenWords(room: Int, expected: String) {
        #expect(LinePainter.shortened(ghost, to: room) == expected)
    }

    @Test func withoutUnicodeItEndsInThreeFullStops() {
        #expect(LinePainter.shortened("kernel 9 > height 7", to: 15) == "kernel 9 > ...")
    }
}
