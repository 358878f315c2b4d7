import Presentation
import Testing

@Suite struct StyledTextTests {
    @Test func neighboursOfOneStyleBecomeOneSpan() {
        let text: StyledText = "\("a", .name)\("b", .name) c"
        #expect(text.spans.map(\.text) == ["ab", " c"])
    }

    @Test func controlCharactersAreWrittenOut() {
        #expect(StyledText("a\u{1B}[31mb\u{0}\tc").plain == "a\\x1b[31mb\\x00    c")
        #expect(StyledText("\u{9B}1m").plain == "\\x9b1m")
    }

    @Test func widthCountsColumns() {
        #expect(StyledText("abc").width == 3)
        #expect(StyledText("卷积").width == 4)
        #expect(StyledText("e\u{301}").width == 1)
        #expect(StyledText("👍🏽").width == 2)
        #expect(StyledText("→×").width == 2)
    }

    @Test func truncationMarksTheCut() {
        #expect(StyledText("abcdef").truncated(to: 4).plain == "abc…")
        #expect(StyledText("abcd").truncated(to: 4).plain == "abcd")
        #expect(StyledText("卷积层").truncated(to: 4).plain == "卷…")
        #expect(StyledText("abc").truncated(to: 0).plain == "")
    }

    @Test func wrappingBreaksAtSpaces() {
        #expect(StyledText("one two three four").wrapped(to: 9).map(\.plain) == ["one two", "three", "four"])
    }

    @Test func wrappingBreaksLongWords() {
        #expect(StyledText("a abcdefghij").wrapped(to: 4).map(\.plain) == ["a", "abcd", "efgh", "ij"])
    }

    @Test func wrappingIndentsFollowingLines() {
        #expect(StyledText("one two three").wrapped(to: 9, indent: 2).map(\.plain) == ["one two", "  three"])
    }

    @Test func wrappingKeepsStylesAndLineBreaks() {
        let text: StyledText = "\("one two", .name)\n\("three", .dim)"
        let lines = text.wrapped(to: 4)
        #expect(lines.map(\.plain) == ["one", "two", "thre", "e"])
        #expect(lines[1].spans.first?.style == .name)
    }

    @Test func wrappingEndsForWideCharactersInOneColumn() {
        #expect(StyledText("卷积").wrapped(to: 1).map(\.plain) == ["卷积"])
    }

    @Test func joinedPutsSeparatorsBetween() {
        let parts: [StyledText] = ["a", "b"]
        #expect(parts.joined(separator: ", ").plain == "a, b")
    }

    @Test func aShapeIsNotBrokenWhereItFits() {
        let text: StyledText = "Conv2D \("(12, 12, 3)", .shape) → \("(6, 6, 3)", .shape)"
        #expect(text.wrapped(to: 24).map(\.plain) == ["Conv2D (12, 12, 3) →", "(6, 6, 3)"])
        #expect(text.wrapped(to: 8).allSatisfy { $0.width <= 8 })
    }
}
