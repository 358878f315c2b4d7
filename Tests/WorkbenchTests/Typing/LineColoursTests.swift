import Language
import Presentation
import Testing

@testable import Workbench

@Suite struct LineColoursTests {
    private let session = Session()

    private func looks(_ line: String) -> [String] {
        LineColours(session).stretches(of: TypedText(line)).map { range, style in
            "\(String(decoding: Array(line.utf8)[range], as: UTF8.self)) \(style)"
        }
    }

    @Test func namesStringsNumbersAndKeywordsDiffer() {
        _ = session.run(SourceText(name: "test", "x = 1;"))
        #expect(
            looks("for i in Conv2D(8, padding='same')(x)") == [
                "for keyword", "in keyword", "Conv2D layer", "8 number", "padding hint", "'same' string", "x name",
            ])
        #expect(looks("show x") == ["show layer", "x name"])
    }

    @Test func openAndStrayBracketsArePointedOut() {
        let marks = LineColours(session).marks(in: TypedText("f(]"), cursor: 3)
        #expect(marks.map(\.range) == [1..<2, 2..<3])
        #expect(marks.allSatisfy { $0.style == .error })
    }

    @Test func thePairAtTheCursorIsPointedOut() {
        let typed = TypedText("f((1))")
        #expect(LineColours(session).marks(in: typed, cursor: 6).map(\.range.lowerBound).sorted() == [1, 5])
        #expect(LineColours(session).marks(in: typed, cursor: 2).map(\.range.lowerBound).sorted() == [1, 5])
        #expect(LineColours(session).marks(in: typed, cursor: 4).map(\.range.lowerBound).sorted() == [2, 4])
    }
}
