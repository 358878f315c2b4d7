import Foundation
import Testing

/// The keys for the history, in a pseudo-terminal.
@Suite struct HistoryKeysTests {
    private let home: TemporaryFolder

    init() throws { home = try TemporaryFolder() }

    /// An editor that has read these entries, with an inputrc of these lines.
    private func start(_ entries: [String] = [], inputrc: [String] = []) throws -> PseudoTerminal {
        var environment: [String: String] = [:]
        if !inputrc.isEmpty {
            let path = home.path + "/inputrc"
            try inputrc.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
            environment["INPUTRC"] = path
        }
        let terminal = PseudoTerminal(.editorProbe, home: home.path, environment: environment)
        try terminal.expect("probe>")
        for entry in entries { try read(terminal, entry, entry) }
        return terminal
    }

    /// Types keys and Enter; the entry that comes of them must be as expected.
    private func read(_ terminal: PseudoTerminal, _ keys: String, _ entry: String) throws {
        terminal.enter(keys)
        try terminal.expect("read <\(entry)>")
        try terminal.expect("probe>")
    }

    private static let up = "\u{1B}[A"
    private static let down = "\u{1B}[B"
    private static let controlA = "\u{01}"
    private static let controlG = "\u{07}"
    private static let controlN = "\u{0E}"
    private static let controlO = "\u{0F}"
    private static let controlP = "\u{10}"
    private static let controlR = "\u{12}"
    private static let undo = "\u{1F}"
    private static let escape = "\u{1B}"

    @Test func upAndDownGoThroughTheEntries() throws {
        let terminal = try start(["a", "b", "c"])
        try read(terminal, Self.up + Self.up + Self.up + Self.down + "!", "b!")
        try read(terminal, Self.up + Self.down + "new", "new")
    }

    @Test func upSearchesByWhatStandsBeforeTheCursor() throws {
        let terminal = try start(["Conv1D", "Dense", "Conv2D", "Add"])
        try read(terminal, "Co" + Self.up, "Conv2D")
        try read(terminal, "Co" + Self.up + Self.up + Self.up, "Conv1D")
        try read(terminal, "Co" + Self.up + Self.up + Self.down + Self.down + "!", "Co!")
        try read(terminal, "De" + Self.up, "Dense")
        try read(terminal, "Ad\u{1B}[5~", "Add")
    }

    @Test func aLineFromTheHistoryIsNoPrefix() throws {
        let terminal = try start(["a", "b", "ab"])
        try read(terminal, Self.controlP + Self.up, "b")
        try read(terminal, Self.controlP + Self.controlP + Self.up, "b")
    }

    @Test func aChangedLineFromTheHistoryIsAPrefix() throws {
        let terminal = try start(["xa1", "b", "xa2", "x"])
        try read(terminal, Self.up + "a" + Self.up + Self.up, "xa1")
    }

    @Test func previousAndNextDoNotSearch() throws {
        let terminal = try start(["Conv1D", "Dense"])
        try read(terminal, "Co" + Self.controlP, "Dense")
        try read(terminal, "Co" + Self.controlP + Self.controlP + Self.controlN + Self.controlN + "nv", "Conv")
    }

    @Test func theEndsOfTheHistoryAreReached() throws {
        let terminal = try start(["a", "b", "c"])
        try read(terminal, Self.escape + "<", "a")
        try read(terminal, "new" + Self.escape + "<" + Self.escape + ">" + "!", "new!")
    }

    @Test func changesOfOtherLinesLastUntilEnter() throws {
        let terminal = try start(["a", "b"])
        try read(terminal, Self.controlP + "1" + Self.controlP + "2" + Self.controlN, "b1")
        try read(terminal, Self.controlP + Self.controlP, "b")
    }

    @Test func undoBelongsToItsLine() throws {
        let terminal = try start(["a", "b"])
        try read(terminal, Self.controlP + "1" + Self.controlP + "2" + Self.controlN + Self.undo, "b")
        try read(terminal, "x" + Self.controlP + "y" + Self.controlN + Self.undo + "z", "z")
    }

    @Test func revertLineBringsTheEntryBack() throws {
        let terminal = try start(["a", "b"])
        try read(terminal, Self.controlP + "1" + Self.controlP + Self.controlN + "2" + Self.escape + "r", "b")
    }

    @Test func aBlockComesBackWhole() throws {
        let terminal = try start()
        terminal.enter("f(1,")
        try terminal.expect("...  ")
        terminal.enter("2)")
        try terminal.expect("read <f(1,|2)>")
        try read(terminal, "f" + Self.up, "f(1,|2)")
        try read(terminal, Self.controlR + "2)\u{05}" + "!", "f(1,|2)!")
    }

    @Test func upGoesBackIntoABlockThatIsBeingTyped() throws {
        let terminal = try start(["old"])
        terminal.enter("f(1,")
        try terminal.expect("...  ")
        terminal.enter("2,")
        try terminal.expect("...  ")
        // The first line is changed, then the last one ended.
        try read(terminal, "3" + Self.up + Self.controlA + "g = " + "\u{05}" + ")", "g = f(1,|2,|3)")
        try read(terminal, Self.up, "g = f(1,|2,|3)")
        try read(terminal, Self.up + Self.up, "old")
    }

    @Test func keysWithoutACommandTypeNothing() throws {
        let terminal = try start()
        // F5, F12, Shift-Up; Shift-Left moves.
        try read(terminal, "ab\u{1B}[15~\u{1B}[24~\u{1B}[1;2A\u{1B}[1;2Dc", "acb")
        try read(terminal, "one two\u{1B}[1;5D-", "one -two")
    }

    @Test func operateAndGetNextWalksThroughTheEntries() throws {
        let terminal = try start(["a", "b", "c"])
        terminal.type(Self.controlP + Self.controlP + Self.controlP + Self.controlO)
        try terminal.expect("read <a>")
        try terminal.expect("probe>")
        terminal.type(Self.controlO)
        try terminal.expect("read <b>")
        try terminal.expect("probe>")
        terminal.press(.enter)
        try terminal.expect("read <c>")
    }

    @Test func wordsOfEarlierEntriesAreInserted() throws {
        let terminal = try start(["x = 17", "y = 2 3"])
        let last = Self.escape + "."
        try read(terminal, "a" + last + "!", "a3!")
        try read(terminal, "b" + last + last + last + "!", "b17!")
    }

    @Test func theIncrementalSearchFinds() throws {
        let terminal = try start(["Conv1D", "Dense", "Conv2D"])
        try read(terminal, Self.controlR + "Conv", "Conv2D")
        try read(terminal, Self.controlR + "Conv1", "Conv1D")
        try read(terminal, Self.controlR + "ens" + Self.controlA + "!", "!Dense")
    }

    @Test func theIncrementalSearchIsShown() throws {
        let terminal = try start(["Dense"])
        terminal.type(Self.controlR)
        try terminal.expect("(reverse-i-search)`': ")
        terminal.type("en")
        try terminal.expect("Dense")
        terminal.type("x")
        try terminal.expect("failed ")
    }

    @Test func theIncrementalSearchIsGivenUp() throws {
        let terminal = try start(["Dense"])
        try read(terminal, "new" + Self.controlR + "ens" + Self.controlG + "!", "new!")
    }

    @Test func controlCEndsASearch() throws {
        let terminal = try start(["Dense"])
        terminal.type(Self.controlR + "ens")
        try terminal.expect("Dense")
        terminal.press(.controlC)
        try terminal.expect("dropped")
        try terminal.expect("probe>")
        try read(terminal, "y", "y")
    }

    @Test func theSearchWithAnEndedTextDoesNotRunTheLine() throws {
        let terminal = try start(["Conv1D", "Dense"])
        try read(terminal, Self.escape + "pConv\r" + "!", "Conv1D!")
    }

    @Test func viKeysGoThroughTheEntries() throws {
        let terminal = try start(["a1", "b2", "c3"], inputrc: ["set editing-mode vi"])
        try read(terminal, Self.escape + "kk", "b2")
        try read(terminal, Self.escape + "kkkj", "c3")
        try read(terminal, Self.escape + "/a1\r", "a1")
        try read(terminal, Self.escape + "/2\rnA!", "b2!")
    }

    @Test func theUsersBindingsAreKept() throws {
        let terminal = try start(
            ["Conv1D", "Dense"],
            inputrc: [
                "\"\\e[A\": previous-history", "$if convsh", "\"\\C-x\\C-p\": history-search-backward",
                "\"\\C-t\": history-substring-search-backward", "$endif",
            ])
        try read(terminal, "Co" + Self.up, "Dense")
        try read(terminal, "Co\u{18}\u{10}", "Conv1D")
        try read(terminal, "ens\u{14}", "Dense")
    }

    @Test func equalEntriesInARowAreKeptOnce() throws {
        let terminal = try start(["a", "b", "b", "b"])
        try read(terminal, Self.controlP + Self.controlP, "a")
    }

    @Test func aLeadingSpaceKeepsALineOut() throws {
        let terminal = try start(["a", " secret"])
        try read(terminal, Self.up, "a")
    }

    @Test func twoShellsShareTheHistory() throws {
        let first = try start(["a"])
        let second = try start(["b"])
        try read(first, "c", "c")
        for terminal in [first, second] {
            terminal.press(.controlD)
            #expect(terminal.waitForEnd() == 0)
        }
        let third = try start()
        try read(third, Self.controlP + Self.controlP, "b")
    }

    @Test func aShellThatIsKilledLosesNothing() throws {
        let first = try start(["a"])
        kill(first.process, SIGKILL)
        #expect(first.waitForEnd() == 256 + SIGKILL)
        try read(try start(), Self.up, "a")
    }

    @Test func pastedPromptsAreStripped() throws {
        let terminal = try start()
        terminal.paste(">>> f(1,\n...   2)\n3\n>>> y")
        terminal.press(.enter)
        try terminal.expect("read <f(1,|  2)|y>")
        try read(terminal, "conv> x", "x")
    }
}
