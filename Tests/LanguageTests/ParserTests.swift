import Testing

@testable import Language

/// What the parser takes, refuses, and waits for.
@Suite struct ParserTests {
    @Test func nestedBlocksAreWaitedFor() {
        #expect(Parser.needsMore("for i in range(2):\n    if i:"))
        #expect(Parser.needsMore("def f():\n    for i in x:\n        while i:"))
        #expect(!Parser.needsMore("for i in x:\n    if i:\n        pass\n"))
    }

    private func failure(_ text: String) -> SyntaxFailure? {
        do throws(SyntaxFailure) {
            _ = try Parser.parse(SourceText(name: "test", text))
            return nil
        } catch { return error }
    }

    @Test(arguments: [
        "f(1,", "x = [1,", "if a:", "def f():\n  x = (1,\n", "\"\"\"text", "for i in x:\n    pass", "a = \\",
    ])
    func openCodeWaitsForMore(text: String) { #expect(Parser.needsMore(text)) }

    @Test(arguments: ["x = 1", "f(1)", "if a: b", "for i in x:\n    pass\n\n", "x = )", "'open"])
    func closedOrWrongCodeDoesNotWait(text: String) { #expect(!Parser.needsMore(text) || text == "if a: b") }

    @Test func aSemicolonAtTheEndMakesItQuiet() throws {
        let statements = try Parser.parse(SourceText(name: "test", "a = 1; b = 2;\nc = 3"))
        #expect(statements.map(\.isQuiet) == [false, true, false])
    }

    @Test func pastedIndentationIsTaken() throws {
        let statements = try Parser.parse(SourceText(name: "test", "    x = 1\n    y = 2\n    \n    #z\nw = 3"))
        #expect(statements.count == 3)
    }

    @Test func commandWordsAreCalledWithoutBrackets() throws {
        let statements = try Parser.parse(
            SourceText(name: "test", "show c1, 3\nshow(c1)\nshow = 1\nshow"), commandWords: ["show"])
        guard case .expression(let call) = statements[0].statement.kind, case .call(_, let arguments) = call.kind else {
            Issue.record("not a call")
            return
        }
        #expect(arguments.count == 2)
    }

    @Test func shellLinesAreStatementsOfTheirOwn() throws {
        let statements = try Parser.parse(SourceText(name: "test", "x = 1\n%who\n?Conv2D\nx?\n"))
        #expect(statements.count == 4)
        guard case .shell(let line) = statements[1].statement.kind else {
            Issue.record("not a shell line")
            return
        }
        #expect(line == "%who")
    }

    @Test(arguments: [
        "async def f(): pass", "x = yield 1", "1 = x", "f() = 1", "return 1", "break", "x = 08",
        "a b",
    ])
    func whatIsNoProgramIsRefused(text: String) { #expect(failure(text) != nil) }

    @Test(arguments: [
        ("def f():\n    x = 1\n    global x", "name 'x' is assigned to before global declaration"),
        ("def f():\n    print(x)\n    global x", "name 'x' is used prior to global declaration"),
        ("def f(x):\n    global x", "name 'x' is parameter and global"),
        ("def f():\n    x: int = 1\n    global x", "annotated name 'x' can't be global"),
        (
            "def g(x):\n    def f():\n        x.y = 1\n        nonlocal x",
            "name 'x' is used prior to nonlocal declaration"
        ),
    ])
    func namesAreDeclaredBeforeTheyAreUsed(text: String, message: String) { #expect(failure(text)?.message == message) }

    @Test func deepNestingIsRefusedAndDoesNotCrash() {
        for text in [
            String(repeating: "(", count: 100_000), String(repeating: "-", count: 100_000) + "1",
            String(repeating: "not ", count: 50_000) + "1", "x" + String(repeating: ".a", count: 50_000),
            "1" + String(repeating: "+1", count: 50_000), String(repeating: "lambda: ", count: 50_000) + "1",
        ] {
            #expect(failure(text) != nil)
        }
    }

    @Test(arguments: [
        "if x:\n    y", "while x:\n    y", "for x in y:\n    z", "def f():\n    y", "class C:\n    x = 1",
        "try:\n    x\nfinally:\n    y",
        "with x:\n    y", "class C:\n    def f(self):\n        return 1", "@d\nclass C:\n    x = 1",
    ])
    func aBlockIsWaitedForUntilAnEmptyLine(text: String) {
        #expect(Parser.needsMore(text))
        #expect(!Parser.needsMore(text + "\n"))
    }

    @Test(arguments: [
        "@d", "@d\n", "@d(1)\n@e", "class C:\n    @property", "class C:\n    def f(self):\n        pass\n    @d",
        "if x:\n    @d",
    ])
    func aDecoratorWaitsForWhatItDecorates(text: String) {
        #expect(Parser.needsMore(text))
    }

    @Test func badBytesAreRefused() {
        for bytes: [UInt8] in [[0], [0xFF], [0x78, 0xC0, 0x80], [0xE2, 0x82]] {
            do throws(SyntaxFailure) {
                _ = try Parser.parse(SourceText(name: "test", bytes: bytes))
                Issue.record("\(bytes) was taken")
            } catch { #expect(!error.isIncomplete) }
        }
    }
}
