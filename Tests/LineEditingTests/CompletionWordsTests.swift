import Testing

@testable import LineEditing

@Suite struct CompletionWordsTests {
    private func words(_ texts: [String], start: Int, line: String, wordStart: Int) -> [String] {
        let completion = Completion(start: start, candidates: texts.map { .init($0) })
        return CompletionWords.candidates(
            completion, line: line, wordStart: wordStart, cursor: line.utf8.count
        ).map(\.text)
    }

    @Test func agreeingStartsKeepTheTexts() {
        #expect(words(["Conv1D", "Conv2D"], start: 4, line: "x = Con", wordStart: 4) == ["Conv1D", "Conv2D"])
    }

    @Test func anEarlierStartLosesWhatStandsBeforeTheWord() {
        #expect(words(["c1.kernel", "other"], start: 0, line: "c1.ke", wordStart: 3) == ["kernel"])
    }

    @Test func aLaterStartGainsWhatTheWordBeginsWith() {
        #expect(words(["file"], start: 4, line: "dir/fi", wordStart: 0) == ["dir/file"])
    }

    @Test func impossibleRangesYieldNothing() {
        #expect(words(["a"], start: 9, line: "abc", wordStart: 0) == [])
        #expect(words(["a"], start: -1, line: "abc", wordStart: 0) == [])
    }

    @Test func theReplacementIsTheSharedBeginning() {
        #expect(CompletionWords.replacement("C", [.init("Conv1D"), .init("Conv2D")]) == "Conv")
        #expect(CompletionWords.replacement("c", [.init("Conv1D"), .init("Conv2D")]) == "c")
        #expect(CompletionWords.replacement("conv2d", [.init("Conv2D")]) == "Conv2D")
    }

    @Test func promptCodesAreMarked() {
        #expect(
            PromptText.forReadline("\u{1B}[1;34mconv>\u{1B}[0m ")
                == "\u{01}\u{1B}[1;34m\u{02}conv>\u{01}\u{1B}[0m\u{02} ")
        #expect(PromptText.forReadline("conv> ") == "conv> ")
    }
}
