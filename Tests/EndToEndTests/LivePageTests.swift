import Foundation
import Testing

/// `explore` and `animate` at a terminal: keys, the window's size, signals, and how they leave the terminal.
@Suite struct LivePageTests {
    private static let layer = "x = Input(8, 8, 1); c = Conv2D(2, 3, name=\"c\")(x);"
    private static let leaves = "\u{1B}[?1049l"
    private let home: TemporaryFolder

    init() throws { home = try TemporaryFolder() }

    private func start(
        _ environment: [String: String] = [:], rows: Int32 = 50, columns: Int32 = 120
    ) throws -> PseudoTerminal {
        let terminal = PseudoTerminal(
            .convsh, home: home.path, environment: ["NO_COLOR": "1"].merging(environment) { $1 }, rows: rows,
            columns: columns)
        try terminal.expect("conv> ")
        terminal.enter(LivePageTests.layer)
        try terminal.expect("conv> ")
        return terminal
    }

    /// Whether lines are edited as before, with what is typed shown once.
    private func expectPrompt(_ terminal: PseudoTerminal) throws {
        try terminal.expect("conv> ")
        terminal.enter("6 * 7")
        try terminal.expect("42")
        try terminal.expect("conv> ")
    }

    @Test func everyKeyOfTheExplorerDoesWhatThePageSays() throws {
        let terminal = try start()
        terminal.enter("explore(c, 2, 3, 0)")
        try terminal.expect("\u{1B}[?1049h")
        try terminal.expect("c[2, 3, 0] =")
        for (key, seen) in [
            ("\u{1B}[A", "c[1, 3, 0] ="), ("\u{1B}[B", "c[2, 3, 0] ="), ("\u{1B}[C", "c[2, 4, 0] ="),
            ("\u{1B}OD", "c[2, 3, 0] ="), (">", "c[2, 3, 1] ="), ("<", "c[2, 3, 0] ="), ("\u{1B}[F", "c[5, 5, 0] ="),
            ("\u{1B}[H", "c[0, 0, 0] ="), (" ", "pinned c[0, 0, 0]"), ("\t", "read by 4 outputs"), ("\t", "tap [1, 1]"),
            ("\u{1B}[Z", "read by"), ("\u{1B}[Z", "reads rows 0 to 2"), ("k", "Conv2D(2, (4, 4)"),
            ("K", "Conv2D(2, (3, 3)"), ("s", "strides=(2, 2)"), ("S", "6 to 8"), ("d", "dilation_rate=(2, 2)"),
            ("D", "8 − 3 + 1"), ("p", "padding=\"same\""), ("r", "8 − 3 + 1"), ("x", "none of the keys"),
        ] {
            if seen == "6 to 8" {
                terminal.type(key)
                try terminal.expect("8 − 3 + 1 = 6")
                continue
            }
            terminal.type(key)
            try terminal.expect(seen)
        }
        terminal.type("q")
        try terminal.expect(LivePageTests.leaves)
        try expectPrompt(terminal)
    }

    @Test func anEscapeAloneLeaves() throws {
        let terminal = try start()
        terminal.enter("explore c")
        try terminal.expect("c[")
        terminal.type("\u{1B}")
        try terminal.expect(LivePageTests.leaves)
        try expectPrompt(terminal)
    }

    @Test func controlCLeavesTheExplorer() throws {
        let terminal = try start()
        terminal.enter("explore c")
        try terminal.expect("leave")
        terminal.press(.controlC)
        try terminal.expect(LivePageTests.leaves)
        try expectPrompt(terminal)
    }

    @Test func theExplorerFollowsTheWindowsSize() throws {
        let terminal = try start()
        terminal.enter("explore(c, 1, 1, 0)")
        try terminal.expect("space pin")
        terminal.resize(rows: 12, columns: 20)
        try terminal.expect("TAB next q leave")
        terminal.resize(rows: 50, columns: 120)
        try terminal.expect("space pin")
        terminal.type("q")
        try terminal.expect(LivePageTests.leaves)
        try expectPrompt(terminal)
    }

    @Test func twentyColumnsAreEnough() throws {
        let terminal = try start(rows: 24, columns: 20)
        terminal.enter("explore(c, 1, 1, 0)")
        try terminal.expect("c[1, 1, 0]")
        terminal.type("\u{1B}[C")
        try terminal.expect("c[1, 2, 0]")
        terminal.type("q")
        try terminal.expect(LivePageTests.leaves)
        try expectPrompt(terminal)
    }

    @Test(arguments: ["explore c", "animate c"]) func aDumbTerminalGetsNoCursorMoves(statement: String) throws {
        let terminal = try start(["TERM": "dumb"])
        terminal.enter(statement)
        let seen = try terminal.expect("conv> ")
        #expect(!seen.contains("\u{1B}[?1049h") && !seen.contains("\u{1B}[?25l"))
        #expect(seen.contains(statement == "explore c" ? "explore needs a terminal with a cursor" : "36 of 36"))
    }

    @Test(arguments: [SIGTERM, SIGHUP]) func aSignalThatEndsTheProgramGivesTheTerminalBack(signal: Int32) throws {
        let terminal = try start()
        terminal.enter("explore c")
        try terminal.expect("leave")
        kill(terminal.process, signal)
        try terminal.expect("\u{1B}[?25h" + LivePageTests.leaves)
        #expect(terminal.waitForEnd() != 0)
    }

    @Test func anAnimationPlaysInOnePlaceToItsEnd() throws {
        let terminal = try start()
        terminal.enter("animate c")
        try terminal.expect("\u{1B}[?25l")
        try terminal.expect("1 of 36")
        try terminal.expect("A")
        try terminal.expect("36 of 36")
        try terminal.expect("\u{1B}[?25h")
        try expectPrompt(terminal)
    }

    @Test(arguments: [" ", "\u{03}"]) func aKeyStopsAnAnimation(key: String) throws {
        let terminal = try start()
        terminal.enter("animate c")
        try terminal.expect("2 of 36")
        terminal.type(key)
        let seen = try terminal.expect("\u{1B}[?25h")
        #expect(!seen.contains("36 of 36"))
        try expectPrompt(terminal)
    }

    @Test func aStoppedExplorerComesBack() throws {
        let terminal = try start()
        terminal.enter("explore(c, 1, 1, 0)")
        try terminal.expect("leave")
        kill(terminal.process, SIGTSTP)
        try terminal.expect(LivePageTests.leaves)
        kill(terminal.process, SIGCONT)
        try terminal.expect("\u{1B}[?1049h")
        try terminal.expect("c[1, 1, 0]")
        terminal.type("q")
        try terminal.expect(LivePageTests.leaves)
        try expectPrompt(terminal)
    }

    @Test func aScriptGetsAMessageAndSomePictures() throws {
        let result = try Program.convsh.run(["-c", LivePageTests.layer + "\nexplore c\nanimate c"])
        #expect(result.status == 0)
        #expect(result.output.contains("explore needs a terminal with a cursor"))
        #expect(result.output.contains("1 of 36") && result.output.contains("36 of 36"))
        #expect(!result.output.contains("\u{1B}"))
    }
}
