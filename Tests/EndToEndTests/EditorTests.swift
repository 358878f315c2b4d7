import Foundation
import Testing

/// The line editor in a pseudo-terminal, without anything else of convsh.
@Suite struct EditorTests {
    private let home: TemporaryFolder

    init() throws { home = try TemporaryFolder() }

    private func start(_ environment: [String: String] = [:], arguments: [String] = []) throws -> PseudoTerminal {
        let terminal = PseudoTerminal(.editorProbe, arguments, home: home.path, environment: environment)
        try terminal.expect("probe>")
        return terminal
    }

    @Test func aLineIsRead() throws {
        let terminal = try start()
        terminal.enter("x = 1")
        try terminal.expect("read <x = 1>")
    }

    @Test func controlCDropsTheLine() throws {
        let terminal = try start()
        terminal.type("x = wrong")
        try terminal.expect("wrong")
        terminal.press(.controlC)
        try terminal.expect("^C")
        try terminal.expect("dropped")
        try terminal.expect("probe>")
        terminal.enter("y")
        try terminal.expect("read <y>")
    }

    @Test func controlCReachesAnEditorInAnotherThread() throws {
        let terminal = try start(arguments: ["--thread"])
        terminal.type("x = wrong")
        try terminal.expect("wrong")
        terminal.press(.controlC)
        try terminal.expect("dropped")
        try terminal.expect("probe>")
        terminal.enter("y")
        try terminal.expect("read <y>")
    }

    @Test func controlCDropsAnOpenEntry() throws {
        let terminal = try start()
        terminal.enter("f(1,")
        try terminal.expect("...  ")
        terminal.press(.controlC)
        try terminal.expect("dropped")
        terminal.enter("y")
        try terminal.expect("read <y>")
    }

    @Test func keysAfterControlCAreNotLost() throws {
        let terminal = try start()
        for _ in 0..<5 {
            terminal.type("abc")
            try terminal.expect("abc")
            terminal.press(.controlC)
            try terminal.expect("dropped")
            terminal.enter("next")
            try terminal.expect("read <next>")
            try terminal.expect("probe>")
        }
    }

    @Test func controlCStopsAnEvaluation() throws {
        let terminal = try start()
        terminal.enter("wait")
        try terminal.expect("waiting\r\n")
        terminal.press(.controlC)
        try terminal.expect("stopped")
        try terminal.expect("probe>")
        terminal.enter("y")
        try terminal.expect("read <y>")
    }

    @Test func controlZStopsAndTheLineGoesOn() throws {
        let terminal = try start()
        terminal.type("abc")
        try terminal.expect("abc")
        terminal.press(.controlZ)
        // The terminal is given back, and after the stop (which a process without a shell skips) taken again.
        try terminal.expect("\u{1B}[?2004l")
        try terminal.expect("\u{1B}[?2004h")
        terminal.enter("d")
        try terminal.expect("read <abcd>")
    }

    @Test func controlDLeaves() throws {
        let terminal = try start()
        terminal.press(.controlD)
        try terminal.expect("left")
        #expect(terminal.waitForEnd() == 0)
    }

    @Test func openBracketsContinue() throws {
        let terminal = try start()
        terminal.enter("f(1,")
        try terminal.expect("...  ")
        terminal.enter("2)")
        try terminal.expect("read <f(1,|2)>")
    }

    @Test func aPasteOfSeveralLinesIsOneEntry() throws {
        let terminal = try start()
        terminal.paste("a = 1\nb = 2")
        terminal.press(.enter)
        try terminal.expect("read <a = 1|b = 2>")
    }

    @Test func aPasteTallerThanTheWindowIsShownAroundTheCursor() throws {
        let terminal = PseudoTerminal(.editorProbe, home: home.path, rows: 8, columns: 120)
        var screen = ScreenModel(rows: 8, columns: 120)
        func expect(_ rows: [String]) {
            for _ in 0..<50 where screen.rows != rows { screen.feed(terminal.takeAll()) }
            #expect(screen.rows == rows)
        }
        expect(["probe>"] + Array(repeating: "", count: 7))
        let block = (0..<12).map { "line \($0)" }
        terminal.paste(block.joined(separator: "\n"))
        expect(["probe> …"] + block.suffix(5) + ["", ""])
        terminal.type("\u{1}")
        expect(["probe> line 0"] + block[1..<5] + ["…", "", ""])
        terminal.press(.enter)
        // All of it was shown when it was entered.
        expect(block.suffix(6) + ["read <\(block.joined(separator: "|"))>", "probe>"])
    }

    /// A command that reads keys too far, such as vi's r before a paste, and a macro leave them to the next line.
    @Test(arguments: [
        ("\"\\C-xg\": \"one\\rtwo\\rthree\"", "\u{18}g"),
        ("set editing-mode vi", "x\u{1B}r\u{1B}[200~one\rtwo\r卷积\u{1B}[201~"),
    ]) func keysAfterAnEnteredLineBelongToTheNext(inputrc: String, keys: String) throws {
        let file = home.path + "/inputrc"
        try (inputrc + "\n").write(toFile: file, atomically: true, encoding: .utf8)
        let terminal = try start(["INPUTRC": file])
        terminal.type(keys)
        try terminal.expect("two>")
        terminal.type("!")
        terminal.press(.enter)
        try terminal.expect("!>")
    }

    @Test func aLineEnteredBehindANumericArgumentIsEnteredAtOnce() throws {
        let terminal = try start()
        terminal.type("one\u{1B}3\r")
        try terminal.expect("read <one>")
        terminal.type("two\r")
        try terminal.expect("read <two>")
    }

    @Test func controlCEndsAMacroThatCallsItself() throws {
        let file = home.path + "/inputrc"
        try "\"\\C-xg\": \"one\\r\\C-xg\"\n".write(toFile: file, atomically: true, encoding: .utf8)
        let terminal = try start(["INPUTRC": file])
        terminal.type("\u{18}g")
        for _ in 0..<3 { try terminal.expect("read <one>") }
        // It may come between two lines, where nothing is edited.
        terminal.press(.controlC)
        try terminal.expect("dropped")
        terminal.enter("two")
        try terminal.expect("read <two>")
    }

    @Test func bytesThatAreNoTextAreReported() throws {
        let terminal = try start()
        terminal.type(bytes: [0x61, 0xFF, 0x62])
        terminal.press(.enter)
        try terminal.expect("failed: line 1 is not UTF-8 text (at byte 2)")
        terminal.enter("y")
        try terminal.expect("read <y>")
    }

    @Test func bytesThatAreNoTextCanBeDeleted() throws {
        let terminal = try start()
        terminal.type(bytes: [0x61, 0xFF])
        terminal.enter("\u{7F}b")
        try terminal.expect("read <ab>")
    }

    @Test func controlCEndsAPasteWithoutEnd() throws {
        let terminal = try start()
        terminal.type("\u{1B}[200~abc")
        // Ctrl-C discards what was not read yet.
        usleep(200_000)
        terminal.press(.controlC)
        try terminal.expect("dropped")
        terminal.enter("y")
        try terminal.expect("read <y>")
    }

    @Test func wideCharactersAreRead() throws {
        let terminal = try start()
        terminal.enter("卷积 = 'é👍'")
        try terminal.expect("read <卷积 = 'é👍'>")
    }

    @Test func tabCompletesTheOnlyCandidate() throws {
        let terminal = try start()
        terminal.type("f(fil\t")
        try terminal.expect("filters=")
        terminal.enter("3)")
        try terminal.expect("read <f(filters=3)>")
    }

    @Test func tabCompletesWhatCandidatesShare() throws {
        let terminal = try start()
        terminal.enter("C\t2D()")
        try terminal.expect("read <Conv2D()>")
    }

    @Test func tabOffersNoFileNames() throws {
        let terminal = try start()
        terminal.enter("/et\t")
        try terminal.expect("read </et>")
    }

    @Test func tabIndentsAnEmptyLine() throws {
        let terminal = try start()
        terminal.enter("\tx")
        try terminal.expect("read <    x>")
    }

    @Test func historyPersistsBetweenRuns() throws {
        let first = try start()
        first.enter("f(1,")
        try first.expect("...  ")
        first.enter("2)")
        try first.expect("read <f(1,|2)>")
        try first.expect("probe>")
        first.press(.controlD)
        #expect(first.waitForEnd() == 0)
        let second = try start()
        second.press(.up)
        second.press(.enter)
        try second.expect("read <f(1,|2)>")
    }

    @Test func historyIsSavedBeforeTheEvaluation() throws {
        let terminal = try start()
        terminal.enter("wait")
        try terminal.expect("waiting\r\n")
        let file = home.path + "/.local/state/convsh/history"
        #expect(try String(contentsOfFile: file, encoding: .utf8).hasSuffix("\nwait\n"))
        kill(terminal.process, SIGKILL)
        #expect(terminal.waitForEnd() == 256 + SIGKILL)
    }

    @Test func aHistoryThatCannotBeWrittenWarnsOnce() throws {
        let terminal = try start(["XDG_STATE_HOME": "/dev/null"])
        terminal.enter("a")
        try terminal.expect("warning: cannot")
        try terminal.expect("read <a>")
        terminal.enter("b")
        #expect(try !terminal.expect("read <b>").contains("warning"))
    }

    @Test func theWidthFollowsTheWindow() throws {
        let terminal = try start()
        terminal.enter("width")
        try terminal.expect("width 120")
        // Readline reads and writes the window's size when it takes the terminal; a change meanwhile would be undone.
        try terminal.expect("probe>")
        terminal.resize(rows: 30, columns: 66)
        terminal.enter("width")
        try terminal.expect("width 66")
    }

    @Test func aSignalThatEndsItGivesTheTerminalBack() throws {
        let terminal = try start()
        kill(terminal.process, SIGTERM)
        try terminal.expect("\u{1B}[?2004l")
        #expect(terminal.waitForEnd() == 256 + SIGTERM)
    }

    @Test func aDumbTerminalGetsNoCodesFromReadline() throws {
        let terminal = PseudoTerminal(.editorProbe, home: home.path, environment: ["TERM": "dumb"])
        terminal.enter("x")
        #expect(try !terminal.expect("read <x>").contains("\u{1B}[?"))
    }
}

extension ScreenModel {
    /// The rows without the blanks at their ends.
    fileprivate var rows: [String] { lines.map { String($0.reversed().drop { $0 == " " }.reversed()) } }
}

extension PseudoTerminal {
    /// What comes until nothing has for a while.
    fileprivate func takeAll() -> String {
        while more(300) {}
        return takeWholeCharacters()
    }
}
