import Language
import Testing

@Suite struct TypedTextTests {
    private func kinds(_ text: String) -> [TypedText.Kind] {
        TypedText(text).words.map(\.kind).filter { $0 != .lineEnd }
    }

    @Test func wordsHaveKinds() {
        #expect(
            kinds("for f(1.5, 'a')") == [.keyword, .name, .bracket, .number, .symbol, .string, .bracket])
        #expect(kinds("%who x") == [.shellLine])
    }

    @Test func anOpenStringReachesToTheEnd() {
        let typed = TypedText("f(x, 'sa")
        #expect(typed.words.last?.kind == .unfinishedString || typed.words.dropLast().last?.kind == .unfinishedString)
        #expect(typed.openBrackets == [1])
    }

    @Test func bracketsKnowTheirPartners() {
        let typed = TypedText("f(a[1], (2")
        #expect(typed.partners == [3: 5, 5: 3])
        #expect(typed.openBrackets == [1, 8])
        #expect(typed.missingClosers == "))")
        #expect(TypedText("f)").strayBrackets == [1])
        #expect(TypedText("f(]").strayBrackets == [2])
    }

    @Test(arguments: [
        "", "$", "é＝", "'", "\"\"\"a\nb", "f'{x", "\\", "1__", "0x", "))((", "\u{0}a", "  x\n y", "a ? b", "b'x'",
    ])
    func nothingIsTooOdd(text: String) {
        let typed = TypedText(text)
        #expect(typed.words.allSatisfy { $0.span.end <= text.utf8.count })
        #expect(zip(typed.words, typed.words.dropFirst()).allSatisfy { $0.span.end <= $1.span.start })
    }
}
