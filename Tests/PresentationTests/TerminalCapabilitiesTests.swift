import Presentation
import Testing

@Suite struct TerminalCapabilitiesTests {
    private func detect(
        _ environment: [String: String], terminal: Bool = true, columns: Int? = 120, utf8: Bool = true
    ) -> TerminalCapabilities {
        .detect(environment: environment, isTerminal: terminal, windowColumns: columns, localeIsUTF8: utf8)
    }

    @Test func aPipeGetsPlainUTF8In80Columns() {
        let pipe = detect(["TERM": "xterm-256color", "COLORTERM": "truecolor"], terminal: false, utf8: false)
        #expect(pipe == TerminalCapabilities(width: 80, colour: .none, unicode: true))
    }

    @Test func columnsGivesTheWidthOfAPipe() {
        #expect(detect(["COLUMNS": "100"], terminal: false).width == 100)
        #expect(detect(["COLUMNS": "-3"], terminal: false).width == 80)
    }

    @Test func aTerminalGivesItsWidth() {
        #expect(detect(["TERM": "xterm"]).width == 120)
        #expect(detect(["TERM": "xterm"], columns: nil).width == 80)
    }

    @Test(arguments: [
        ("xterm-256color", "truecolor", ColourDepth.truecolor), ("xterm-256color", "", .ansi256),
        ("xterm", "", .ansi16), ("dumb", "truecolor", .none), ("", "", .none),
    ])
    func theTerminalTypeGivesTheColours(type: String, colorterm: String, depth: ColourDepth) {
        #expect(detect(["TERM": type, "COLORTERM": colorterm]).colour == depth)
    }

    @Test func noColorForbidsColours() {
        #expect(detect(["TERM": "xterm", "NO_COLOR": "1", "CLICOLOR_FORCE": "1"]).colour == .none)
        #expect(detect(["TERM": "xterm", "NO_COLOR": ""]).colour == .ansi16)
    }

    @Test func clicolorForceAsksForColoursInAPipe() {
        #expect(detect(["CLICOLOR_FORCE": "1"], terminal: false).colour == .ansi16)
        #expect(detect(["CLICOLOR_FORCE": "1", "TERM": "xterm-256color"], terminal: false).colour == .ansi256)
        #expect(detect(["CLICOLOR_FORCE": "0", "TERM": "xterm"], terminal: false).colour == .none)
    }

    @Test func aTerminalWithoutUTF8GetsASCII() {
        #expect(!detect(["TERM": "xterm"], utf8: false).unicode)
    }
}
