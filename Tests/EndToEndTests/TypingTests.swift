import Foundation
import Testing

/// What a line looks like while it is typed. `Scripts/screens.py` compares many more screens.
@Suite struct TypingTests {
    private let home: TemporaryFolder

    init() throws { home = try TemporaryFolder() }

    private static let setup = "x = Input(40,30,3); y = Input(9,9,1); c = Conv2D(4, 3)"

    private func start(
        _ environment: [String: String] = ["COLORTERM": "truecolor"], settings: String = "", rows: Int32 = 12,
        columns: Int32 = 40
    ) throws -> PseudoTerminal {
        let terminal = PseudoTerminal(
            .convsh, ["--quiet", "-i", "-c", settings + Self.setup], home: home.path,
            environment: ["LANG": "C.UTF-8"].merging(environment) { $1 }, rows: rows, columns: columns)
        try terminal.expect("conv> ")
        return terminal
    }

    /// Types a statement until the ghost comes: a look that takes too long, on a busy machine, shows nothing.
    private func expectGhost(_ text: String, after statement: String, in terminal: PseudoTerminal) throws {
        terminal.type(statement)
        for _ in 0..<100 where !terminal.waits(for: text, milliseconds: 300) { terminal.type(" \u{7F}") }
        try terminal.expect(text)
    }

    @Test func theShapeStandsBehindTheLine() throws {
        let terminal = try start(columns: 100)
        try expectGhost("→ (None, 38, 28, 8) · 224 params", after: "Conv2D(8, 3)(x", in: terminal)
        terminal.press(.controlC)
        try terminal.expect("conv> ")
        try expectGhost("kernel 12 > height 9", after: "Conv2D(8, 12)(y", in: terminal)
    }

    @Test func theGhostIsGoneWhenTheLineIsEntered() throws {
        let terminal = try start(columns: 100)
        try expectGhost("→ (None, 38, 28, 8)", after: "d = Conv2D(8, 3)(x)", in: terminal)
        terminal.press(.enter)
        #expect(try terminal.expect("conv> ").contains("\u{1B}[J"))
    }

    @Test func itCanBeTurnedOff() throws {
        let terminal = try start(settings: "%set ghost off\n", columns: 100)
        terminal.type("Conv2D(8, 3)(x")
        #expect(!terminal.waits(for: "→", milliseconds: 300))
        terminal.press(.controlC)
        try terminal.expect("conv> ")
        terminal.enter("%set ghost on")
        try terminal.expect("conv> ")
        try expectGhost("→ (None", after: "Conv2D(8, 3)(x", in: terminal)
    }

    @Test(arguments: [["NO_COLOR": "1"], ["TERM": "dumb"]])
    func plainTerminalsAreLeftAlone(environment: [String: String]) throws {
        let terminal = try start(environment, columns: 100)
        terminal.type("Conv2D(8, 3)(x")
        #expect(!terminal.waits(for: "→", milliseconds: 300))
        #expect(!terminal.rest.contains("\u{1B}[3"))
    }

    @Test func aClassOfSeveralMethodsIsTyped() throws {
        let terminal = try start(["TERM": "dumb"], columns: 100)
        // Each line waits for its indentation: what is typed at once is taken for a paste, which has its own.
        for (line, indentation) in [
            ("class Doubled(layers.Layer):", 4), ("def __init__(self):", 8), ("super().__init__()", 8),
            ("\u{7F}def call(self, x):", 8), ("return 2 * x", 4),
        ] {
            terminal.enter(line)
            try terminal.expect("\n...   " + String(repeating: " ", count: indentation))
        }
        terminal.enter("")
        try terminal.expect("conv> ")
        terminal.enter("print(Doubled()(x).shape)")
        #expect(try terminal.expect("conv> ").contains("(None, 40, 30, 3)"))
    }

    @Test func anOpenBracketIsRedAndAClosedOneIsNot() throws {
        let terminal = try start()
        terminal.type("f(")
        try terminal.expect("\u{1B}[0;1;31m(")
        terminal.type("1)")
        try terminal.expect("\u{1B}[0;1;4m)")
    }

    @Test func numbersStringsAndKeywordsAreColoured() throws {
        let terminal = try start()
        terminal.type("for 12 'a'")
        try terminal.expect("\u{1B}[0;35mfor")
        try terminal.expect("12")
        try terminal.expect("\u{1B}[0;33m'a'")
    }

    /// The screen with colours and the ghost is readline's, and the ghost.
    @Test(arguments: ["set editing-mode emacs", "set editing-mode vi\nset keyseq-timeout 50"])
    func theScreenIsReadlinesAndTheGhost(inputrc: String) throws {
        try inputrc.write(toFile: home.path + "/inputrc", atomically: true, encoding: .utf8)
        let environment = ["INPUTRC": home.path + "/inputrc", "XDG_STATE_HOME": "/dev/null"]
        let plain = "%set ghost off\n%set highlight off\n"
        let pair = [try start(environment), try start(environment, settings: plain)]
        var screens = [ScreenModel](repeating: ScreenModel(rows: 12, columns: 40), count: 2)
        for index in screens.indices { screens[index].feed("conv> ") }
        for keys in Self.keys {
            for index in pair.indices { pair[index].type(keys) }
            var quiet = 0
            while quiet < 200 {
                let came = pair.indices.map { index in
                    let text = pair[index].take(milliseconds: 5)
                    screens[index].feed(text)
                    return !text.isEmpty
                }
                quiet = came.contains(true) ? 0 : quiet + 1
                if quiet > 2, Self.agree(screens[0], screens[1]) { break }
            }
            try #require(
                Self.agree(screens[0], screens[1]),
                "after \(keys.debugDescription):\n\(screens[0].lines.joined(separator: "|\n"))\n\(screens[1].lines.joined(separator: "|\n"))"
            )
        }
    }

    private static let keys = [
        "Conv2D(8, 3", ")(x", "\u{1}", "c2 = ", "\u{5}", ")", "\r", "\u{1B}[A", "\u{1B}[D\u{1B}[D", "\u{7F}", "yy",
        "\u{5}",
        " + 卷积 é 👍 'abc'", "\u{1B}[D\u{1B}[D\u{1B}[D", "卷", "\u{2}\u{4}\u{B}", "\u{19}", "\r", "\u{12}", "Conv",
        "\u{7}",
        "Dense(7)(x)Dense(7)(x)Dense(7)(x)Dense(7)(x)", "\u{1}", "((((", "\u{5}", "))", "\u{17}", "\u{3}",
        "for i in range(3):",
        "\r", "    i", "\r", "\r", "\u{1B}[A", "\u{1B}[A", "\u{15}", "\u{1B}[200~c(x)\r[1, 2\u{1B}[201~", "]", "\r",
        "\u{3}",
        "01234567890123456789012345678901234", "5", "\u{8}", "x", "\u{1}", "\u{14}", "\u{C}", "c(x)", "\u{3}",
    ]

    /// Whether the first screen is the second with nothing but a ghost behind the last line.
    private static func agree(_ painted: ScreenModel, _ plain: ScreenModel) -> Bool {
        guard painted.row == plain.row, painted.column == plain.column else { return false }
        let differing = painted.lines.indices.filter { painted.lines[$0] != plain.lines[$0] }
        guard differing.count <= 1, let row = differing.first else { return differing.isEmpty }
        let text = plain.lines[row].trimmingCharacters(in: .whitespaces)
        return row >= plain.row && painted.lines[row].hasPrefix(text + "  ") && painted.cells[row].last == " "
    }
}

extension PseudoTerminal {
    /// Whether a text comes within some milliseconds of silence; what came stays to be expected.
    func waits(for text: String, milliseconds: Int32) -> Bool {
        while !rest.contains(text) { if !more(milliseconds) { return false } }
        return true
    }

    /// What came and what comes within some milliseconds.
    func take(milliseconds: Int32) -> String {
        _ = more(milliseconds)
        return takeWholeCharacters()
    }
}
