import CPty
import Foundation
import Testing

/// convsh behind pipes and with files: what programs and scripts meet.
@Suite struct ConvshScriptTests {
    private let card = "x = Input(72,14,1)\nc1 = Conv2D(64,(9,9),activation=\"relu\",padding=\"same\")(x)\n"

    @Test func statementsMayStandOnTheCommandLine() throws {
        let result = try Program.convsh.run(["-c", "6 * 7"])
        #expect(result == Program.Result(status: 0, output: "42\n", error: ""))
    }

    @Test func statementsMayComeThroughAPipe() throws {
        let result = try Program.convsh.run(input: card)
        #expect(result.status == 0)
        #expect(result.output.contains("(None, 72, 14, 1) → (None, 72, 14, 64)"))
    }

    @Test func aLayersResultIsOneLine() throws {
        let result = try Program.convsh.run(input: card)
        let line = result.output.split(separator: "\n").first { $0.hasPrefix("c1  Conv2D") }
        #expect(line?.hasSuffix("5.23 M MACs   sees 9×9") == true)
    }

    @Test func theSameScriptWritesTheSameBytes() throws {
        let first = try Program.convsh.run(input: card)
        #expect(try Program.convsh.run(input: card) == first)
        #expect(try Program.convsh.run(input: card, environment: ["CONVSH_THREADS": "1"]) == first)
        #expect(try Program.convsh.run(input: card, environment: ["LC_ALL": "C", "TERM": "xterm"]) == first)
    }

    @Test func noEscapeCodeGoesThroughAPipe() throws {
        let environment = ["TERM": "xterm-256color", "COLORTERM": "truecolor"]
        let result = try Program.convsh.run(input: card + "show(c1)\nsummary(c1)\nnosuch\n", environment: environment)
        #expect(!(result.output + result.error).contains("\u{1B}"))
    }

    @Test func columnsGivesTheWidth() throws {
        let result = try Program.convsh.run(input: card, environment: ["COLUMNS": "50"])
        let heatmapLines = result.output.split(separator: "\n").filter { $0.hasPrefix("    ") }
        #expect(!heatmapLines.isEmpty)
        #expect(heatmapLines.allSatisfy { $0.count <= 50 })
    }

    @Test func resultLinesAreNoWiderThanColumns() throws {
        let code = "x = Input((28, 28, 1))\nc1 = Conv2D(64, (3, 3))(x)\nModel(x, c1)\nConvolution2D(8, 3, 3)\n"
        let result = try Program.convsh.run(input: code, environment: ["COLUMNS": "20"])
        #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 20 })
        // A program that says nothing of columns gets each result on one line.
        #expect(try Program.convsh.run(input: code).output.contains("→ (None, 26, 26, 64)   640 params"))
    }

    @Test func aFailureIsReportedWithItsPlace() throws {
        let folder = try TemporaryFolder()
        let script = folder.path + "/wrong.conv"
        try "x = Input(8,8,1)\ny = Conv2D(2,3)(z)\n6 * 7\n".write(toFile: script, atomically: true, encoding: .utf8)
        let result = try Program.convsh.run([script])
        #expect(result.status == 1)
        #expect(result.error.hasPrefix("\(script):2:17: NameError: "))
        #expect(result.error.contains("^"))
        #expect(!result.output.contains("42"))
        #expect(result.error.split(separator: "\n")[0].hasSuffix("name 'z' is not defined"))
    }

    @Test func quietSendsNotesToStandardError() throws {
        let old = "Convolution2D(4, 3, 3)(Input(8, 8, 1)); print('done')"
        let result = try Program.convsh.run(["--quiet", "-c", old])
        #expect(result.output == "done\n")
        #expect(result.error.contains("Keras 3: Conv2D(4, (3, 3))"))
    }

    @Test func whatIsLeftOutIsSaidOnStandardError() throws {
        let load = "from keras.datasets import mnist\n(x, y), _ = mnist.load_data()\nprint(x.shape)"
        let folder = try TemporaryFolder()
        let result = try Program.convsh.run(["-c", load], environment: ["KERAS_HOME": folder.path])
        #expect(result.output == "(60000, 28, 28)\n")
        #expect(result.error.hasPrefix("note: mnist.load_data: there is no ~/.keras/datasets/mnist.npz"))
        let strict = try Program.convsh.run(["--strict", "-c", load], environment: ["KERAS_HOME": folder.path])
        #expect(strict.output.isEmpty && strict.status == 1)
        #expect(strict.error.contains("NotImplementedError: `mnist.load_data` cannot be done"))
    }

    /// Simple command lines are read without ArgumentParser; `--dialect` is not one of their flags, so that it reads these.
    @Test(arguments: [
        [], ["-c", "print(1)\n2 * 3\nnosuch\n4"], ["--echo", "-c", "2 * 3"], ["--quiet", "--keep-going"],
        ["--json", "FILE"], ["--strict", "FILE"],
        ["-i", "-c", "print(1)"], ["FILE"], ["--keep-going", "FILE"], ["-c", ""], ["-c", "-1"], ["--echo"],
        ["-i", "FILE"],
        ["-c", "import sys; print(sys.argv)"], ["", "x"], ["--quiet", "--quiet", "-c", "1"], ["-c", "1", "2"],
    ])
    func simpleCommandLinesMeanWhatTheParserReads(words: [String]) throws {
        let folder = try TemporaryFolder()
        let script = folder.path + "/script.conv"
        try "import sys\nprint(len(sys.argv))\n6 * 7\nnosuch\n8".write(
            toFile: script, atomically: true, encoding: .utf8)
        let words = words.map { $0 == "FILE" ? script : $0 }
        let input = "5 * 5\nnosuch\n7"
        #expect(
            try Program.convsh.run(words, input: input)
                == Program.convsh.run(["--dialect", "auto"] + words, input: input))
    }

    /// Runs a statement with a keras.json of this text, and returns what is printed and the warnings.
    private func configured(_ text: String) throws -> Program.Result {
        let folder = try TemporaryFolder()
        try text.write(toFile: folder.path + "/keras.json", atomically: true, encoding: .utf8)
        return try Program.convsh.run(
            ["-c", "print(keras.config.image_data_format())"], environment: ["KERAS_HOME": folder.path])
    }

    @Test func kerasConfigurationSetsTheDataFormat() throws {
        let result = try configured(#"{"floatx": "float32", "image_data_format": "channels_first"}"#)
        #expect(result == Program.Result(status: 0, output: "channels_first\n", error: ""))
        #expect(try configured(#"{"image_dim_ordering": "th"}"#).output == "channels_first\n")
    }

    @Test(arguments: [
        (
            #"{"image_data_format": "channels_frist"}"#,
            "`image_data_format` must be 'channels_first' or 'channels_last'"
        ),
        (#"{"image_data_format": "channels_first""#, "is not valid JSON"), ("[]", "is not a JSON object"),
        (#"{"floatx": "float16"}"#, "`floatx` is 'float16', which is ignored"),
    ]) func whatIsWrongInKerasConfigurationIsSaid(text: String, warning: String) throws {
        let result = try configured(text)
        #expect(result.output == "channels_last\n")
        #expect(result.error.contains("/keras.json: "))
        #expect(result.error.contains(warning))
    }

    @Test(arguments: ["test", "upgrade"]) func everySubcommandHasHelp(name: String) throws {
        let help = try Program.convsh.run([name, "--help"])
        #expect(help.status == 0)
        #expect(help.output.contains("USAGE: convsh \(name) "))
        #expect(try Program.convsh.run(["--help"]).output.contains("\n  \(name) "))
    }

    @Test func aMisspelledOptionOfASubcommandNamesTheNearest() throws {
        let result = try Program.convsh.run(["test", "--updat", "x.conv"])
        #expect(result.status == 2)
        #expect(result.error.contains("Did you mean '--update'?"))
    }

    @Test(arguments: [["--nosuch"], ["/nowhere/at/all.conv"], ["-c"], ["test"], ["upgrade", "--nosuch", "x"]])
    func wrongUsageIsStatusTwo(arguments: [String]) throws {
        #expect(try Program.convsh.run(arguments).status == 2)
    }

    @Test func anInterruptIsStatus130() throws {
        let folder = try TemporaryFolder()
        let statements = "print('begun')\nn = [i for i in range(10**12)]"
        let process = Program.convsh.start(["-c", statements], in: folder)
        while try !String(contentsOfFile: folder.path + "/output", encoding: .utf8).contains("begun") { usleep(1000) }
        kill(process, SIGINT)
        #expect(cpty_wait(process, 60_000) == 130)
    }

    @Test func quietShowsOnlyWhatIsPrinted() throws {
        let result = try Program.convsh.run(["--quiet", "-c", "6 * 7\nprint('seen')"])
        #expect(result.output == "seen\n")
    }

    @Test func jsonIsOneObjectALine() throws {
        let result = try Program.convsh.run(["--json", "-c", card])
        let lines = result.output.split(separator: "\n")
        #expect(lines.count == 2)
        for line in lines {
            #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any])
        }
    }

    @Test(arguments: ["--help", "--version"])
    func itIntroducesItself(option: String) throws {
        let result = try Program.convsh.run([option])
        #expect(result.status == 0)
        #expect(!result.output.isEmpty)
    }

    @Test(arguments: [
        "Conv2D(10**18, 3)(Input(8,8,1))", "Conv2D(2**40, (2**20, 2**20))(Input(None,None,3))", "x = [0] * 10**15",
        "2 ** 10 ** 10", "1 << 10**12", "-(2**63) // -1", "'a' * 10**14", "range(10**30)[10**29]",
        String(repeating: "(", count: 100_000), String(repeating: "-", count: 100_000) + "1",
        "def f(n): return f(n + 1)\nf(0)", "a = []\na.append(a)\nprint(a)",
    ])
    func nothingTypedCrashesIt(statements: String) throws {
        let result = try Program.convsh.run(input: statements)
        #expect(result.status < 2, "\(statements.prefix(60)): \(result.error.prefix(500))")
    }

    @Test(arguments: [[0x61, 0xFF, 0x0A], [0x00, 0x0A], [0xEF, 0xBB, 0xBF, 0x31, 0x0A], [0x27, 0xC0, 0x80, 0x27]])
    func strangeBytesDoNotCrashIt(bytes: [UInt8]) throws {
        #expect(try Program.convsh.run(bytes: bytes).status < 2)
    }
}
