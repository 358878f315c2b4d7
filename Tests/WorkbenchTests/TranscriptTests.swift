import Language
import Library
import Presentation
import Testing
import Workbench

@Suite struct TranscriptTests {
    private func test(_ script: String) throws -> TranscriptTest {
        let renderer = TerminalCapabilities(width: 80, colour: .none, unicode: true).renderer
        return try TranscriptTest(SourceText(name: "t.conv", script), in: Session(), renderer)
    }

    @Test func whatIsShownAsExpectedAgrees() throws {
        #expect(try test("1 + 1\n#> 2\nfor i in range(2): print(i)\n#> 0\n#> 1\n").differences.isEmpty)
    }

    @Test func blanksAtTheEndOfALineDoNotCount() throws {
        #expect(try test("print('a  ')\n#> a\nprint()\n#>\n").differences.isEmpty)
    }

    @Test func whatIsShownOtherwiseDiffers() throws {
        let differences = try test("x = 3\n\nx + 1\n#> 5\n").differences
        #expect(differences.map(\.line) == [3])
        #expect(differences[0].lines.map(\.plain) == ["- #> 5", "+ #> 4"])
    }

    @Test func aStatementWithoutExpectationIsNotCompared() throws {
        #expect(try test("1 + 1\n2 + 2\n#> 4\n").differences.isEmpty)
    }

    @Test func anUnexpectedFailureDiffers() throws {
        #expect(try test("nope\n1\n#> 1\n").differences.map(\.line) == [1])
    }

    @Test func anExpectedFailureAgreesAndTheScriptGoesOn() throws {
        let script = "1 / 0\n#> ZeroDivisionError: division by zero\n#>   1 / 0\n#>   ^^^^^\n2\n#> 2\n"
        #expect(try test(script).differences.isEmpty)
    }

    @Test func statementsOfOneLineAreComparedTogether() throws {
        #expect(try test("a = 1; print(a); a + 1\n#> 1\n#> 2\n").differences.isEmpty)
    }

    @Test func updatingKeepsCommentsAndLayout() throws {
        let script = "# a\n1 + 1  # two\n#> 3\n\n# b\nx = 4\nx\n"
        #expect(try test(script).updated == "# a\n1 + 1  # two\n#> 2\n\n# b\nx = 4\nx\n#> 4\n")
    }

    @Test func anUpdatedScriptAgreesWithItself() throws {
        let updated = try test("x = Input(6, 6, 1)\nConv2D(2, 3)(x)\nprint('a', end='')\nnope\n").updated
        #expect(try test(updated).differences.isEmpty)
        #expect(try test(updated).updated == updated)
    }

    @Test func linesMayEndInCarriageReturns() throws {
        let script = "x = 3\r\nx + 1\r\n#> 4\r\n# end"
        #expect(try test(script).differences.isEmpty)
        #expect(try test("x = 3\r\nx + 1\r\n#> 5\r\n").differences.map(\.line) == [2])
    }

    @Test func tracesNameNoPlacesSinceTheyMove() throws {
        let script = "def f():\n    return 1 / 0\n\n\nf()\n"
        let updated = try test(script).updated
        #expect(updated.contains("#>   in f, called in: f()\n"))
        #expect(try test("# a line more\n" + updated).differences.isEmpty)
    }

    @Test func marksInsideAStringAreCode() throws {
        let script = "s = '''\n#> 1\n'''\nlen(s)\n#> 6\n"
        #expect(try test(script).differences.isEmpty)
        #expect(try test(script).updated == script)
    }
}
