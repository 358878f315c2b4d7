import Testing

/// `%set background ask`, in a terminal that answers, one that does not, and one that is late.
@Suite struct BackgroundTerminalTests {
    private let home: TemporaryFolder
    private let answer = "\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\\u{1B}[?62;4c"

    init() throws { home = try TemporaryFolder() }

    private func start() throws -> PseudoTerminal {
        let terminal = PseudoTerminal(
            .convsh, home: home.path, environment: ["LANG": "C.UTF-8", "NO_COLOR": "1"], columns: 80)
        let seen = try terminal.expect("conv> ")
        #expect(!seen.contains("]11;?") && !seen.contains("\u{1B}[c"), "nothing is asked at the start")
        return terminal
    }

    private func ask(_ terminal: PseudoTerminal) throws {
        terminal.enter("%set background ask")
        try terminal.expect("\u{1B}]11;?\u{1B}\\\u{1B}[c")
    }

    @Test func theAnswerIsTaken() throws {
        let terminal = try start()
        try ask(terminal)
        terminal.type(answer)
        try terminal.expect("background: light")
        try terminal.expect("conv> ")
        terminal.enter("%set background")
        try terminal.expect("background: light  (")
    }

    @Test func whatIsTypedMeanwhileIsNotLost() throws {
        let terminal = try start()
        try ask(terminal)
        terminal.type("6 * " + answer + "7\r")
        try terminal.expect("background: light")
        try terminal.expect("42")
    }

    @Test func aTerminalThatKnowsNoColourCostsNoTime() throws {
        let terminal = try start()
        try ask(terminal)
        terminal.type("\u{1B}[?1;2c")
        try terminal.expect("does not say")
        terminal.enter("6 * 7")
        try terminal.expect("42")
    }

    @Test func aLateAnswerDoesNotEndUpInThePrompt() throws {
        let terminal = try start()
        try ask(terminal)
        try terminal.expect("does not say")
        try terminal.expect("conv> ")
        terminal.type("6 * 7")
        try terminal.expect("7")
        terminal.type(answer)
        terminal.press(.enter)
        let seen = try terminal.expect("42")
        #expect(!seen.contains("rgb") && !seen.contains("62;4c") && !seen.contains("Error"))
    }
}
