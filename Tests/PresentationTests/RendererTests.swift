import Presentation
import Testing

@Suite struct RendererTests {
    private let text: StyledText = "\("c1", .name)  \("(None, 3)", .shape)"

    @Test func withoutColourThereAreNoEscapeCodes() {
        #expect(Renderer.plain().line(text) == "c1  (None, 3)")
    }

    @Test func stylesBecomeEscapeCodesAndAreReset() {
        #expect(
            Renderer(colour: .ansi16).line(text)
                == "\u{1B}[1mc1\u{1B}[0m  \u{1B}[36m(None, 3)\u{1B}[0m")
    }

    @Test func asciiTerminalsGetASCII() {
        let line = Renderer(unicode: false).line("(None, 3) → (None, 5) · 9×9 卷")
        #expect(line == "(None, 3) -> (None, 5) - 9x9 ?")
    }

    @Test func documentsStackTheirParts() {
        var document = Document([StyledText("a")])
        document.appendGap()
        document.append(StyledText("b\nc"))
        #expect(Renderer.plain().render(document) == "a\n\nb\nc\n")
    }

    @Test func indentedPartsWrapInTheRestOfTheWidth() {
        #expect(
            Renderer.plain(width: 9).render(Indented(StyledText("one two\n\nsix"), by: 4))
                == "    one\n    two\n\n    six\n")
    }

    @Test func numbersReadWell() {
        #expect(NumberText.grouped(5248) == "5,248")
        #expect(NumberText.grouped(-1_000_000) == "-1,000,000")
        #expect(NumberText.grouped(Int.min) == "-9,223,372,036,854,775,808")
        #expect(NumberText.scaled(5_225_472) == "5.23 M")
        #expect(NumberText.scaled(999) == "999")
        #expect(NumberText.scaled(999_999) == "1.00 M")
        #expect(NumberText.bytes(0) == "0.00 B")
        #expect(NumberText.bytes(220_200) == "215.04 KB")
        #expect(NumberText.compact(1.7345) == "1.73")
        #expect(NumberText.compact(-0.0) == "0")
    }
}
