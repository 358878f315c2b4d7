import Testing

@testable import LineEditing

@Suite struct HistorySearchTests {
    private typealias Place = HistorySearch.Place

    private let lines: HistoryLines

    init() {
        var lines = HistoryLines()
        for entry in ["Conv2D(8)", "Dense(1)", "Conv2D(8)", "x = Conv1D(4)"] { lines.append(Array(entry.utf8)) }
        lines.reset()
        self.lines = lines
    }

    private func search(
        _ text: String, _ direction: HistorySearch.Direction = .backward, from position: Int = 4
    ) -> HistorySearch {
        var search = HistorySearch(from: Place(position: position, offset: 0), direction, isIncremental: true)
        for byte in text.utf8 { search.extend(by: byte, in: lines) }
        return search
    }

    @Test func theNearestLineWithTheTextIsFound() {
        #expect(search("Conv").place == Place(position: 3, offset: 4))
        #expect(search("2D").place == Place(position: 2, offset: 4))
        #expect(search("(", .forward, from: 0).place == Place(position: 0, offset: 6))
    }

    @Test func equalLinesAreFoundOnce() {
        var search = search("2D")
        search.next(.backward, earlier: [], in: lines)
        #expect(search.hasFailed)
        #expect(search.place == Place(position: 2, offset: 4))
    }

    @Test func aFailureKeepsThePlaceAndEndsWithTheCharacter() {
        var search = search("Dense(é")
        #expect(search.hasFailed)
        #expect(search.place.position == 1)
        #expect(search.message == "(failed reverse-i-search)`Dense(é': ")
        _ = search.shorten(in: lines)
        #expect(!search.hasFailed)
        #expect(search.message == "(reverse-i-search)`Dense(': ")
    }

    @Test func nothingIsLeftToShorten() {
        var search = search("x")
        let answers = [search.shorten(in: lines), search.shorten(in: lines)]
        #expect(answers == [true, false])
        #expect(search.place == search.start)
    }

    @Test func theDirectionCanBeTurned() {
        var search = search("D(")
        #expect(search.place.position == 3)
        search.next(.backward, earlier: [], in: lines)
        #expect(search.place.position == 2)
        search.next(.forward, earlier: [], in: lines)
        #expect(search.place.position == 3)
    }

    @Test func anEmptyTextMeansTheEarlierOne() {
        var search = search("")
        search.next(.backward, earlier: Array("Dense".utf8), in: lines)
        #expect(search.place.position == 1)
    }
}
