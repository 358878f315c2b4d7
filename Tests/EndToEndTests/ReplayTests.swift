import Foundation
import Testing

/// Scripts that are replayed for people who watch, and scripts as tests.
@Suite struct ReplayTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func script(_ text: String, _ name: String = "script.conv") throws -> String {
        let path = folder.path + "/" + name
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    private func start(_ arguments: [String]) -> PseudoTerminal {
        PseudoTerminal(
            .convsh, arguments, home: folder.path, environment: ["NO_COLOR": "1", "LANG": "C.UTF-8"], rows: 24,
            columns: 80)
    }

    @Test func aKeyRunsTheNextStatement() throws {
        let terminal = start(["--step", try script("# First\na = 41\na + 1\nprint('end')\n")])
        try terminal.expect("# First")
        try terminal.expect("conv> a = 41")
        try terminal.expect("Enter runs it")
        terminal.press(.enter)
        try terminal.expect("conv> a + 1")
        terminal.type(" ")
        try terminal.expect("\n42")
        try terminal.expect("conv> print('end')")
        terminal.press(.enter)
        try terminal.expect("\nend")
        #expect(terminal.waitForEnd() == 0)
    }

    @Test func oneMayGoBackAndRepeat() throws {
        let terminal = start(["--step", try script("l = []\nl.append(1)\nprint(len(l))\n")])
        try terminal.expect("Enter runs it")
        terminal.press(.enter)
        try terminal.expect("conv> l.append(1)")
        terminal.press(.enter)
        try terminal.expect("conv> print(len(l))")
        terminal.type("r")
        try terminal.expect("conv> print(len(l))")
        terminal.type("b")
        try terminal.expect("took back: l.append(1)")
        try terminal.expect("conv> l.append(1)")
        terminal.press(.enter)
        try terminal.expect("conv> print(len(l))")
        terminal.press(.enter)
        // Appended twice, once taken back, appended once more.
        try terminal.expect("\n2")
    }

    @Test func theShellKnowsAllNames() throws {
        let terminal = start(["--step", try script("a = 41\nb = 2\n")])
        try terminal.expect("Enter runs it")
        terminal.press(.enter)
        try terminal.expect("conv> b = 2")
        terminal.type("s")
        try terminal.expect("conv> ")
        terminal.enter("a + 1")
        try terminal.expect("42")
    }

    @Test func theShellLeadsBackToTheScript() throws {
        let terminal = start(["--step", try script("l = [1]\nl.append(2)\nprint(sum(l))\n")])
        try terminal.expect("Enter runs it")
        // Keys that come together are keys all the same.
        terminal.type("\r\r")
        try terminal.expect("conv> print(sum(l))")
        terminal.type("s")
        try terminal.expect("Ctrl-D to go back")
        try terminal.expect("conv> ")
        terminal.enter("l.append(30)")
        try terminal.expect("conv> ")
        terminal.press(.controlD)
        try terminal.expect("conv> print(sum(l))")
        // What was typed in the shell is taken back with the statement before it.
        terminal.type("b")
        try terminal.expect("took back: l.append(2)")
        try terminal.expect("took back: l.append(30)")
        try terminal.expect("conv> l.append(2)")
        terminal.type("\r\r")
        try terminal.expect("\n3")
        #expect(terminal.waitForEnd() == 0)
    }

    @Test func theShellOfAReplayIsLeftForGood() throws {
        let terminal = start(["--step", try script("print('no')\n")])
        try terminal.expect("Enter runs it")
        terminal.type("s")
        try terminal.expect("conv> ")
        terminal.enter("exit(3)")
        #expect(terminal.waitForEnd() == 3)
    }

    @Test func qEndsTheReplay() throws {
        let terminal = start(["--step", try script("print('no')\n")])
        try terminal.expect("Enter runs it")
        terminal.type("q")
        #expect(terminal.waitForEnd() == 0)
    }

    @Test func statementsAreTypedAsByAPerson() throws {
        let start = ContinuousClock.now
        let terminal = self.start(["--type", try script("6*7\n")])
        try terminal.expect("conv> 6*7\r\n42")
        #expect(ContinuousClock.now - start > .milliseconds(300))
        #expect(terminal.waitForEnd() == 0)
    }

    @Test func aDashIsStandardInput() throws {
        let result = try Program.convsh.run(["-"], input: "print(6 * 7)\n")
        #expect(result.output == "42\n")
    }

    @Test func replaysNeedAFile() throws {
        #expect(try Program.convsh.run(["--step"]).status == 2)
    }

    @Test func sleepWaits() throws {
        let start = ContinuousClock.now
        #expect(try Program.convsh.run(["-c", "import time; time.sleep(0.3); print('ok')"]).output == "ok\n")
        #expect(ContinuousClock.now - start > .milliseconds(290))
        #expect(try Program.convsh.run(["-c", "import time; time.sleep(-1)"]).error.contains("must be non-negative"))
    }

    // MARK: Tests

    private static let transcript = """
        x = Input(4, 4, 1)
        #> x  Input  (None, 4, 4, 1)
        #>     something else
        print('other')
        #> another

        """

    @Test func onlyShapesAreComparedOnRequest() throws {
        let path = try script(Self.transcript)
        #expect(try Program.convsh.run(["test", path]).status == 1)
        #expect(try Program.convsh.run(["test", "--shapes", path]).status == 0)
        let wrong = try script(
            Self.transcript.replacingOccurrences(of: "(None, 4, 4, 1)", with: "(None, 4, 5, 1)"), "wrong.conv")
        #expect(try Program.convsh.run(["test", "--shapes", wrong]).status == 1)
    }

    @Test func theOutcomeIsWrittenForServers() throws {
        let good = try script("1 + 1\n#> 2\n", "good.conv")
        let bad = try script("'<&>'\n#> '<'\n", "bad.conv")
        let file = folder.path + "/junit.xml"
        #expect(try Program.convsh.run(["test", "--junit", file, good, bad]).status == 1)
        let xml = try String(contentsOfFile: file, encoding: .utf8)
        #expect(xml.contains("<testsuite name=\"convsh\" tests=\"2\" failures=\"1\""))
        #expect(xml.contains("name=\"\(good)\""))
        #expect(xml.contains("&lt;&amp;&gt;"))
        #expect(XMLIsWellFormed.check(xml))
    }

    @Test func theManualAndTheCompletionsNameEveryOption() throws {
        let manual = try Program.convsh.run(["--generate-manual"]).output
        for option in ["\\-\\-echo", "\\-\\-step", "\\-\\-no\\-config", "\\-\\-junit <file>", ".SH CONVSH UPGRADE"] {
            #expect(manual.contains(option), "\(option)")
        }
        for shell in ["bash", "zsh", "fish"] {
            let script = try Program.convsh.run(["--generate-completion-script", shell]).output
            for word in ["step", "no-config", "junit", "upgrade"] {
                #expect(script.contains(word), "\(shell): \(word)")
            }
        }
    }

    @Test func installingPutsEverythingInPlace() throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = [Program.packageFolder + "/Scripts/install", folder.path + "/prefix"]
        process.environment = ["CONVSH_PROGRAM": "/bin/true", "PATH": "/usr/bin:/bin"]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        for file in [
            "bin/convsh", "share/man/man1/convsh.1", "share/bash-completion/completions/convsh",
            "share/zsh/site-functions/_convsh", "share/fish/vendor_completions.d/convsh.fish",
            "share/convsh/lessons/03-padding.conv",
        ] { #expect(FileManager.default.fileExists(atPath: folder.path + "/prefix/" + file), "\(file)") }
    }
}

/// Whether the tags of a piece of XML are balanced.
private enum XMLIsWellFormed {
    static func check(_ text: String) -> Bool {
        var open: [Substring] = []
        for part in text.split(separator: "<").dropFirst() {
            guard let end = part.firstIndex(of: ">") else { return false }
            let tag = part[..<end]
            if tag.hasPrefix("?") || tag.hasSuffix("/") { continue }
            if tag.hasPrefix("/") {
                guard open.popLast() == tag.dropFirst() else { return false }
            } else {
                open.append(tag.prefix { $0 != " " })
            }
        }
        return open.isEmpty
    }
}
