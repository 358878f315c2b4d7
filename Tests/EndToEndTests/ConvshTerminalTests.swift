import Foundation
import Testing

/// convsh as a person at a terminal meets it.
@Suite struct ConvshTerminalTests {
    private let home: TemporaryFolder

    init() throws { home = try TemporaryFolder() }

    private func start(_ arguments: [String] = [], _ environment: [String: String] = ["NO_COLOR": "1"]) throws
        -> PseudoTerminal
    {
        let terminal = PseudoTerminal(.convsh, arguments, home: home.path, environment: environment)
        try terminal.expect("conv> ")
        return terminal
    }

    /// Enters a statement, waits for the next prompt, and returns what was shown.
    @discardableResult
    private func answer(_ terminal: PseudoTerminal, _ statement: String) throws -> String {
        terminal.enter(statement)
        return try terminal.expect("conv> ")
    }

    @Test func theCardsStatementsShowTheirShapes() throws {
        let terminal = try start()
        #expect(try answer(terminal, "x = Input(72,14,1)").contains("(None, 72, 14, 1)"))
        let shown = try answer(terminal, "c1 = Conv2D(64,(9,9),activation=\"relu\",padding=\"same\")(x)")
        #expect(shown.contains("(None, 72, 14, 1) → (None, 72, 14, 64)"))
        #expect(shown.contains("5,248 params"))
        #expect(shown.contains("#0"))
    }

    @Test func coloursAreUsedWhereTheTerminalHasThem() throws {
        let terminal = try start([], ["COLORTERM": "truecolor"])
        try answer(terminal, "x = Input(8,8,1)")
        #expect(try answer(terminal, "Conv2D(2,3)(x)").contains("\u{1B}[38;2;"))
    }

    @Test func controlCInMidLineDropsIt() throws {
        let terminal = try start()
        terminal.type("x = 17 + ")
        try terminal.expect("17 + ")
        terminal.press(.controlC)
        try terminal.expect("conv> ")
        #expect(try answer(terminal, "6 * 7").contains("42"))
    }

    @Test func controlCStopsALoop() throws {
        let terminal = try start()
        terminal.enter("print('begun', sum(i for i in range(3))); n = [i for i in range(10**12)]")
        try terminal.expect("begun 3")
        terminal.press(.controlC)
        try terminal.expect("KeyboardInterrupt")
        try terminal.expect("conv> ")
        #expect(try answer(terminal, "6 * 7").contains("42"))
    }

    @Test func controlCStopsAConvolution() throws {
        let terminal = try start()
        try answer(terminal, "x = Input(1024,1024,8);")
        terminal.enter("print('begun'); show(Conv2D(64,(31,31),padding='same')(x))")
        try terminal.expect("begun\r\n")
        terminal.press(.controlC)
        try terminal.expect("KeyboardInterrupt")
        try terminal.expect("conv> ")
        #expect(try answer(terminal, "6 * 7").contains("42"))
    }

    @Test func controlDLeaves() throws {
        let terminal = try start()
        terminal.press(.controlD)
        #expect(terminal.waitForEnd() == 0)
    }

    @Test func aFailureInTheShellDoesNotEndIt() throws {
        let terminal = try start()
        #expect(try answer(terminal, "1 / 0").contains("ZeroDivisionError"))
        terminal.press(.controlD)
        #expect(terminal.waitForEnd() == 0)
    }

    @Test func openBracketsContinue() throws {
        let terminal = try start()
        terminal.enter("Conv2D(64,")
        try terminal.expect("...  ")
        terminal.enter("  (9,9))(Input(72,14,1))")
        try terminal.expect("(None, 64, 6, 64)")
    }

    @Test func aPasteOfSeveralStatementsRunsThemAll() throws {
        let terminal = try start()
        terminal.paste("a = 20\nb = 22\na + b")
        terminal.press(.enter)
        try terminal.expect("\r42\r\n")
    }

    @Test func theSeedsBlockMayBePastedAsItStands() throws {
        let terminal = try start()
        // Indented, with the comments behind the statements, as the text it comes from has it.
        terminal.paste(
            """
                input_shape = (72,14,1)
                x = Input(shape = input_shape)
                c1 = Convolution2D( 64 , 9 , 9 , activation = 'relu', init = 'he_normal', border_mode='same')(x) #649*9滤波器,relu
                c2 = Convolution2D( 32 , 1 , 1 , activation = 'relu', init = 'he_normal', border_mode='same')(c1) #321*1滤波器,relu
                c3 = Convolution2D( 1 , 5 , 5 , init = 'he_normal', border_mode='same')(c2)#15*5滤波器

            """.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n"))
        terminal.press(.enter)
        try terminal.expect("5,248 params")
        try terminal.expect("2,080 params")
        try terminal.expect("(None, 72, 14, 1)   801 params")
        try terminal.expect("conv> ")
    }

    @Test func historyPersistsBetweenRuns() throws {
        let first = try start()
        try answer(first, "40 + 2")
        first.press(.controlD)
        #expect(first.waitForEnd() == 0)
        let second = try start()
        second.press(.up)
        try second.expect("40 + 2")
        second.press(.enter)
        try second.expect("\r42\r\n")
    }

    @Test func tabCompletesNames() throws {
        let terminal = try start()
        terminal.type("RepeatV\t")
        try terminal.expect("RepeatVector")
    }

    @Test func tabCompletesKeywordsAndTheirValues() throws {
        let terminal = try start()
        terminal.type("Conv2D(4, 3, dila\t")
        try terminal.expect("dilation_rate=")
        terminal.type("2, padding=\"sa\t")
        try terminal.expect("same\"")
        terminal.enter(")(Input(8,8,1)).shape")
        try terminal.expect("(None, 8, 8, 4)")
    }

    @Test func aScriptMayEndInTheShell() throws {
        let script = home.path + "/a.conv"
        try "a = 41\n".write(toFile: script, atomically: true, encoding: .utf8)
        let terminal = try start(["-i", script])
        #expect(try answer(terminal, "a + 1").contains("42"))
    }

    @Test func aDumbTerminalGetsNoEscapeCodes() throws {
        let terminal = PseudoTerminal(.convsh, home: home.path, environment: ["TERM": "dumb"])
        try terminal.expect("conv> ")
        try answer(terminal, "x = Input(8,8,1)")
        #expect(try !answer(terminal, "Conv2D(2,3)(x)").contains("\u{1B}"))
    }
}
