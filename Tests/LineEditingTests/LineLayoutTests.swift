import Testing

@testable import LineEditing

@Suite struct LineLayoutTests {
    private func layout(_ text: String, columns: Int = 10, prompt: Int = 6) throws -> LineLayout {
        try #require(LineLayout(Array(text.utf8), prompt: prompt, columns: columns))
    }

    @Test func aLineWrapsAtTheLastColumn() throws {
        let layout = try layout("abcdef")
        #expect(layout.place(of: 3) == .init(row: 0, column: 9))
        #expect(layout.place(of: 4) == .init(row: 1, column: 0))
        #expect(layout.end == .init(row: 1, column: 2))
    }

    @Test func afterAFullRowTheCursorIsInTheNext() throws {
        #expect(try layout("abcd").end == .init(row: 1, column: 0))
    }

    @Test func newlinesBeginRows() throws {
        let layout = try layout("a\nbc")
        #expect(layout.place(of: 2) == .init(row: 1, column: 0))
        #expect(layout.end == .init(row: 1, column: 2))
    }

    @Test func controlCharactersTakeTwoCells() throws {
        #expect(try layout("\u{1}x").place(of: 1) == .init(row: 0, column: 8))
    }

    @Test func whatReadlineShowsInItsOwnWayIsLeftToIt() {
        #expect(LineLayout(Array("a\tb".utf8), prompt: 0, columns: 80) == nil)
    }
}
