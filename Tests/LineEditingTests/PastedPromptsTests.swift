import Testing

@testable import LineEditing

@Suite struct PastedPromptsTests {
    private func strip(_ text: String) -> String? { PastedPrompts(of: text)?.strip(text) }

    @Test func textWithoutPromptsHasNone() {
        #expect(strip("x = 1\n>>> y = 2") == nil)
        #expect(strip("conv>3") == nil)
        #expect(strip("In[3]: x") == nil)
        #expect(strip("") == nil)
    }

    @Test func pythonsPromptsAreStrippedAndOutputsLeftOut() {
        #expect(
            strip(">>> for i in range(2):\n...     print(i)\n...\n0\n1\n>>> x = 3")
                == "for i in range(2):\n    print(i)\n\nx = 3")
    }

    @Test func thisProgramsPromptsAreStripped() {
        #expect(strip("conv> f(1,\n...       2)\n  3\nconv> y") == "f(1,\n    2)\ny")
    }

    @Test func ipythonsPromptsAreStripped() {
        #expect(
            strip("In [12]: if a:\n    ...:     b\n    ...: \nOut[12]: 4\n\nIn [13]: c") == "if a:\n    b\n\nc")
    }

    @Test func indentedPromptsAreStripped() {
        #expect(strip("    >>> a\n    1\n    >>> b") == "a\nb")
    }

    @Test func aContinuationTypedByItselfIsStripped() throws {
        let prompts = try #require(PastedPrompts(of: ">>> f(1,"))
        #expect(prompts.strip("...     2)") == "    2)")
        #expect(prompts.strip("  2)") == "  2)")
    }

    @Test func fencesOfMarkdownAreLeftOut() {
        #expect(PastedPrompts.withoutFences("```python\nx = 1\n  ```\ny") == "x = 1\ny")
        #expect(PastedPrompts.withoutFences("```") == "")
        #expect(PastedPrompts.withoutFences("a = '``` no fence'") == "a = '``` no fence'")
    }
}
