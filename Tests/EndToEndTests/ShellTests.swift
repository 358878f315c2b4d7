import CPty
import Foundation
import Testing

/// What surrounds the statements in the shell: its settings, its keys, other programs, and how it ends.
@Suite struct ShellTests {
    private let home: TemporaryFolder

    init() throws { home = try TemporaryFolder() }

    private func start(
        _ arguments: [String] = [], _ environment: [String: String] = [:], rows: Int32 = 24,
        expecting text: String = "conv> "
    ) throws -> PseudoTerminal {
        let variables = ["NO_COLOR": "1", "LANG": "C.UTF-8"].merging(environment) { $1 }
        let terminal = PseudoTerminal(
            .convsh, arguments, home: home.path, environment: variables, rows: rows, columns: 80)
        try terminal.expect(text)
        return terminal
    }

    @discardableResult
    private func answer(_ terminal: PseudoTerminal, _ statement: String) throws -> String {
        terminal.enter(statement)
        return try terminal.expect("conv> ")
    }

    private func write(_ text: String, to name: String) throws {
        let path = home.path + "/" + name
        try FileManager.default.createDirectory(
            atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }

    // MARK: Configuration

    @Test func theConfigurationIsRunFirst() throws {
        try write("favourite = 41\n%set ghost off\n", to: ".config/convsh/config.conv")
        let terminal = try start()
        #expect(try answer(terminal, "favourite + 1").contains("42"))
        #expect(try answer(terminal, "%history").contains("favourite = 41") == false)
        #expect(try answer(terminal, "%set ghost").contains("ghost: off"))
        let other = try start(["--no-config"])
        #expect(try answer(other, "favourite").contains("NameError"))
    }

    @Test func aBrokenConfigurationIsShownAndSkipped() throws {
        try write("a = 1\n1/0\n", to: "folder/convsh/config.conv")
        let terminal = try start([], ["XDG_CONFIG_HOME": home.path + "/folder"], expecting: "config.conv:2:")
        try terminal.expect("ZeroDivisionError")
        try terminal.expect("conv> ")
        #expect(try answer(terminal, "a").contains("1"))
    }

    @Test func inputrcKnowsTheProgramsName() throws {
        try write("$if convsh\n\"\\C-t\": \"6 * 7\\n\"\n$endif\n", to: "inputrc")
        let terminal = try start([], ["INPUTRC": home.path + "/inputrc"])
        terminal.type("\u{14}")
        try terminal.expect("42")
    }

    @Test func aHomeThatDoesNotExistIsNotMade() throws {
        let missing = home.path + "/nowhere"
        let terminal = try start([], ["HOME": missing])
        let shown = try answer(terminal, "1 + 1")
        #expect(shown.contains("2") && !shown.contains("history"))
        terminal.press(.controlD)
        #expect(terminal.waitForEnd() == 0)
        #expect(!FileManager.default.fileExists(atPath: missing))
    }

    // MARK: Input

    @Test func blocksAreIndented() throws {
        let terminal = try start()
        terminal.enter("for i in range(2):")
        try terminal.expect("...       ")
        terminal.enter("if i:")
        try terminal.expect("...           ")
        terminal.enter("print('deep', i)")
        try terminal.expect("...           ")
        terminal.type("\u{7F}")
        terminal.enter("print('shallow', i)")
        terminal.press(.enter)
        let shown = try terminal.expect("conv> ")
        #expect(shown.contains("shallow 0") && shown.contains("deep 1"))
        terminal.press(.up)
        try terminal.expect("print('shallow', i)")
    }

    @Test func pastedBlocksKeepTheirIndentation() throws {
        let terminal = try start()
        terminal.type("for i in range(2):\r    if i:\r        print('in', i)\r\r")
        try terminal.expect("in 1")
    }

    @Test func tabOnAnEmptyArgumentExplainsIt() throws {
        let terminal = try start()
        terminal.type("Conv2D(8, \t")
        try terminal.expect("Conv2D(filters, kernel_size, strides=(1, 1)")
        try terminal.expect("kernel_size: Length of the window")
        try terminal.expect("strides=(1, 1)")
        try terminal.expect("conv> Conv2D(8, ")
        terminal.type("3)(Input(9,9,1)).shape\r")
        try terminal.expect("(None, 7, 7, 8)")
    }

    @Test func tabCompletesFilesAndCommands() throws {
        try write("a = 6 * 7\na\n", to: "scripts/answer.conv")
        let terminal = try start()
        try answer(terminal, "%cd ~/scripts")
        terminal.type("%ru\t")
        try terminal.expect("%run ")
        terminal.type("ans\t\r")
        try terminal.expect("answer.conv")
        try terminal.expect("42")
    }

    @Test func tabOffersTensorsAfterShow() throws {
        let terminal = try start()
        try answer(terminal, "n = 1; inp = Input(8,8,1);")
        terminal.type("show \t")
        try terminal.expect("inp")
        try terminal.expect("conv> show ")
    }

    // MARK: Results

    @Test func aPastedBlockTellsWhatWasNotRun() throws {
        let terminal = try start()
        terminal.paste("a = 1\n1/0\nb = 2\nc = 3")
        terminal.press(.enter)
        try terminal.expect("ZeroDivisionError")
        try terminal.expect("2 statements not run")
    }

    @Test func numberingIsInPromptAndResult() throws {
        let terminal = try start()
        terminal.enter("%set numbering on")
        try terminal.expect("In [2]: ")
        terminal.enter("6 * 7")
        try terminal.expect("Out[2]: 42")
        terminal.enter("_2 + 1")
        try terminal.expect("43")
    }

    @Test func longResultsAreCutAndLastShowsThemAll() throws {
        let terminal = try start([], ["PAGER": "sed -e 's/^/page: /'"])
        let shown = try answer(terminal, "list(range(4000))")
        #expect(shown.contains("more characters; %last shows all of it"))
        #expect(!shown.contains("3999"))
        let whole = try answer(terminal, "%last")
        #expect(whole.contains("page: ") && whole.contains("3999"))
    }

    @Test func aResultIsNotLostToAPagerThatIsMissing() throws {
        let terminal = try start([], ["PAGER": "no-such-pager"], rows: 10)
        try answer(terminal, "list(range(400));")
        try answer(terminal, "list(range(400))")
        #expect(try answer(terminal, "%last").contains("399"))
    }

    /// Lines are UTF-8 in every locale.
    @Test(arguments: [["LC_ALL": "C"], ["LC_ALL": "", "LANG": "C"], ["LC_ALL": "POSIX", "NO_COLOR": ""]])
    func whatIsTypedIsThereInEveryLocale(environment: [String: String]) throws {
        let terminal = try start([], environment)
        terminal.type("len('é世界x")
        terminal.type("\u{7F}\u{7F}界')")
        terminal.press(.enter)
        try terminal.expect("\r3\r\n")
    }

    // MARK: Other programs

    @Test func longHelpGoesThroughThePager() throws {
        let terminal = try start([], ["PAGER": "sed -e 's/^/page: /'"])
        #expect(try answer(terminal, "??Conv2D").contains("page: Conv2D("))
        #expect(try !answer(terminal, "?Flatten").contains("page: "))
        try answer(terminal, "%set pager off")
        #expect(try !answer(terminal, "??Conv2D").contains("page: "))
    }

    @Test func entriesAreEditedAndRun() throws {
        let terminal = try start([], ["EDITOR": "sed -i -e s/41/42/"])
        try answer(terminal, "answer = 41")
        try answer(terminal, "%edit 1")
        #expect(try answer(terminal, "answer").contains("42"))
    }

    @Test func commandsOfTheSystemRunInTheTerminal() throws {
        let terminal = try start()
        #expect(try answer(terminal, "!echo $((40 + 2))").contains("42"))
        #expect(try answer(terminal, "!exit 3").contains("exit status 3"))
        let script = try Program.convsh.run(["-c", "!echo no"])
        #expect(script.status == 1 && script.error.contains("at a terminal only"))
    }

    @Test func longComputationsTellHowFarTheyAre() throws {
        let terminal = try start()
        try answer(terminal, "x = Input(1024,1024,8);")
        terminal.enter("Conv2D(64,(31,31),padding='same')(x).numpy()")
        try terminal.expect("computing ")
        try terminal.expect(" left")
        terminal.press(.controlC)
        try terminal.expect("KeyboardInterrupt")
        #expect(try terminal.expect("conv> ").contains("computing") == false)
    }

    // MARK: The end

    /// What a script or another program makes of the title is gone at the end.
    @Test func theTitleIsPutBack() throws {
        let keeps = "\u{1B}[22;0t"
        var terminal = try start(expecting: keeps)
        try terminal.expect("conv> ")
        terminal.press(.controlD)
        try terminal.expect("\u{1B}[23;0t")
        for signal in [SIGTERM, SIGABRT] {
            terminal = try start([], ["SWIFT_BACKTRACE": "enable=no"], expecting: keeps)
            try terminal.expect("conv> ")
            kill(terminal.process, signal)
            try terminal.expect("\u{1B}[23;0t")
        }
        terminal = try start([], ["TERM": "dumb"])
        terminal.press(.controlD)
        _ = terminal.waitForEnd()
        #expect(!terminal.rest.contains("\u{1B}"))
    }

    @Test(arguments: [SIGSEGV, SIGABRT, SIGTERM]) func theTerminalIsGivenBack(signal: Int32) throws {
        // Swift's own report of a crash takes a minute for a program with all its symbols.
        let terminal = try start([], ["SWIFT_BACKTRACE": "enable=no"])
        terminal.type("half a line")
        try terminal.expect("line")
        #expect(!terminal.echoes)
        kill(terminal.process, signal)
        _ = terminal.waitForEnd()
        #expect(terminal.echoes)
    }
}
