import Testing

@testable import LineEditing

@Suite struct HistoryLinesTests {
    private func lines(_ entries: [String], limit: Int = 100) -> HistoryLines {
        var lines = HistoryLines(limit: limit)
        for entry in entries { lines.append(Array(entry.utf8)) }
        lines.reset()
        return lines
    }

    @Test func thePromptBeginsBelowTheNewestEntry() {
        let lines = lines(["a", "b"])
        #expect(lines.position == 2)
        #expect(lines.isAtNewLine)
        #expect(lines[2].isEmpty)
    }

    @Test func aChangeLastsUntilTheNextPrompt() {
        var lines = lines(["a", "b"])
        lines.position = 0
        lines.keep(Array("changed".utf8))
        #expect(lines[0] == Array("changed".utf8))
        lines.reset()
        #expect(lines[0] == Array("a".utf8))
    }

    @Test func theNewLineIsKeptToo() {
        var lines = lines(["a"])
        lines.keep([0xFF])
        lines.position = 0
        #expect(lines[1] == [0xFF])
    }

    @Test func theOldestEntriesMakeRoom() {
        var lines = lines(["a", "b"], limit: 2)
        let dropped = lines.append(Array("c".utf8))
        #expect(dropped == 1)
        #expect(lines.newLine == 2)
        #expect(lines[0] == Array("b".utf8))
    }

    @Test func theNearestLineIsFoundInBothDirections() {
        var lines = lines(["ax", "b", "ay", "c"])
        let isWanted = { (line: [UInt8]) in line.first == UInt8(ascii: "a") }
        #expect(lines.nearest(step: -1, where: isWanted) == 2)
        lines.position = 0
        #expect(lines.nearest(step: 1, where: isWanted) == 2)
        #expect(lines.nearest(step: -1, where: isWanted) == nil)
    }
}
