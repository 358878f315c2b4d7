import Testing

@testable import LineEditing

/// Lines that are taller than the window.
@Suite struct VisiblePartTests {
    private static let block = (0..<20).map { "line \($0)" }.joined(separator: "\n")

    private func cut(_ text: String, cursor: Int, rows: Int = 8, firstRow: Int = 0) -> VisiblePart? {
        VisiblePart(Array(text.utf8), cursor: cursor, prompt: 6, rows: rows, columns: 20, firstRow: firstRow)
    }

    private func text(_ part: VisiblePart?) -> [String] {
        part.map { String(decoding: $0.bytes, as: UTF8.self).split(separator: "\n").map(String.init) } ?? []
    }

    private var mark: String { Terminal.usesUTF8 ? "…" : "..." }

    @Test func whatFitsIsLeftAlone() {
        #expect(cut("a\nb\nc", cursor: 0) == nil)
        #expect(cut(String(repeating: "x", count: 20 * 8 - 7), cursor: 0) == nil)
        #expect(cut(String(repeating: "x", count: 20 * 8 - 6), cursor: 0) != nil)
    }

    @Test func thePartIsAroundTheCursor() {
        #expect(text(cut(Self.block, cursor: 0)) == (0..<5).map { "line \($0)" } + [mark])
        #expect(text(cut(Self.block, cursor: Self.block.utf8.count)) == [mark] + (15..<20).map { "line \($0)" })
    }

    @Test func itMovesNoFurtherThanTheCursorNeeds() {
        let before = "line 0\nline 1\nline 2\nline 3\nline 4\nline 5".utf8.count
        #expect(text(cut(Self.block, cursor: before)).first == mark)
        #expect(cut(Self.block, cursor: before)?.firstRow == 1)
        #expect(cut(Self.block, cursor: before, firstRow: 4)?.firstRow == 4)
        #expect(cut(Self.block, cursor: before, firstRow: 9)?.firstRow == 5)
    }

    @Test func theCursorStandsOnItsCharacter() throws {
        for text in [
            Self.block, String(repeating: "0123456789", count: 40), String(repeating: "a卷\t\u{1}\n", count: 30),
        ] {
            let line = Array(text.utf8)
            for rows in 1...9 {
                for cursor in line.indices where line[cursor] & 0xC0 != 0x80 {
                    let part = try #require(cut(text, cursor: cursor, rows: rows))
                    #expect(part.bytes[part.cursor] == line[cursor] || part.cursor == part.range.upperBound)
                }
            }
        }
    }

    @Test func thereIsARowLeftBelow() throws {
        for text in [
            Self.block, String(repeating: "0123456789", count: 40), String(repeating: "abc\u{1}\n", count: 30),
        ] {
            for rows in 4...9 {
                for cursor in stride(from: 0, through: text.utf8.count, by: 5) {
                    let part = try #require(cut(text, cursor: cursor, rows: rows))
                    let layout = try #require(LineLayout(part.bytes, prompt: 6, columns: 20))
                    #expect(layout.end.row < rows - 1)
                }
            }
        }
    }

    @Test func coloursMoveWithTheLine() throws {
        let part = try #require(cut(Self.block, cursor: Self.block.utf8.count))
        let whole = LineDecoration(
            stretches: [
                .init(0..<4, code: "1"), .init(part.range.lowerBound - 2..<part.range.lowerBound + 4, code: "2"),
            ],
            ghost: "ghost")
        let moved = part.decoration(whole)
        #expect(moved.stretches.map(\.code) == ["2"])
        #expect(moved.stretches.first.map { String(decoding: part.bytes[$0.range], as: UTF8.self) } == "line")
        #expect(moved.ghost == "ghost")
        #expect(cut(Self.block, cursor: 0)?.decoration(whole).ghost == "")
    }
}
