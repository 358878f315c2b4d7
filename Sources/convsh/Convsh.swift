import ArgumentParser
import Interpreter
import Layers
import LineEditing
import TensorEngine
import Workbench

/// The options of the command line, and what they make the program do.
@main
struct Convsh: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convsh",
        abstract: "Build and inspect convolution layers, in Keras's words, at the terminal.",
        discussion: """
            Without FILE and -c: a shell at a terminal, else the statements on standard input.
            Results go to standard output, diagnostics to standard error.
            Exit status: 0; 1 for a failing statement; 2 for wrong usage; 130 after an interrupt.
            """,
        version: "convsh \(Version.number)",
        subcommands: Subcommands.all)

    @Option(name: .customShort("c"), help: ArgumentHelp("Run these statements.", valueName: "statements"))
    var statements: [String] = []

    @Flag(name: .customShort("i"), help: "Stay in the shell after FILE or -c.")
    var staysInShell = false

    @Flag(help: "Show each statement before its result, as a transcript.")
    var echo = false

    @Flag(help: "Show only what print and the inspection functions print.")
    var quiet = false

    @Flag(help: "Go on after a statement that fails; the exit status is still 1.")
    var keepGoing = false

    @Flag(help: "Fail where something is left out, such as training, or made up, such as a data set.")
    var strict = false

    @Flag(help: "Write one JSON object a line for each result.")
    var json = false

    @Flag(help: "Write an HTML page of the statements and what they show, with images.")
    var html = false

    @Flag(name: .customLong("no-config"), help: "Start the shell without config.conv.")
    var skipsConfiguration = false

    @Flag(help: "Replay FILE statement by statement: wait for a key before each.")
    var step = false

    @Flag(help: "Replay FILE as if a person typed it.")
    var type = false

    @Option(help: ArgumentHelp("How names are read: auto, keras1 or keras3.", valueName: "dialect"))
    var dialect: Settings.Dialect = .auto

    @ArgumentParser.Argument(
        help: ArgumentHelp("A script to replay; - for standard input.", valueName: "file"),
        completion: .file(extensions: ["conv", "py"]))
    var file: String?

    @ArgumentParser.Argument(
        parsing: .captureForPassthrough,
        help: ArgumentHelp("Words for the script, its sys.argv.", valueName: "arguments"))
    var arguments: [String] = []

    static func main() {
        Memory.useOneHeap()
        WideStack.run(start)
    }

    private static func start() {
        ProcessSetup.prepare()
        var words = Array(CommandLine.arguments.dropFirst())
        if words == [ManualPage.option] {
            _ = FileOutput.write(ManualPage.text)
            endProcess(0)
        }
        if words.first == "help", words.count <= 2 { words = asked(words.dropFirst().first) }
        let subcommand = words.first.flatMap(Subcommands.named)
        if subcommand != nil {
            words.removeFirst()
        } else if let options = ProgramOptions(simple: words) {
            endProcess(Program(options: options).run())
        }
        (subcommand ?? Convsh.self).parseAndRun(words)
    }

    /// The words for the help that `convsh help` and `convsh help test` ask for. Ends the process where there is no such command.
    private static func asked(_ word: String?) -> [String] {
        guard let word, word != "help" else { return ["--help"] }
        if Subcommands.named(word) != nil { return [word, "--help"] }
        let names = Subcommands.all.compactMap { $0.configuration.commandName }.joined(separator: " and ")
        FileOutput.complain("convsh: there is no command '\(word)'; there are \(names)")
        endProcess(2)
    }

    mutating func validate() throws {
        if statements.count > 1 {
            throw ValidationError("-c can be given once: its statements are separated by ; or line breaks")
        }
        if step || type, file == nil { throw ValidationError("--step and --type replay a FILE") }
    }

    mutating func run() throws {
        endProcess(Program(options: options).run())
    }

    private var options: ProgramOptions {
        ProgramOptions(
            statements: statements.first, file: file, arguments: arguments, staysInShell: staysInShell, echo: echo,
            quiet: quiet, keepGoing: keepGoing, strict: strict, json: json, html: html,
            readsConfiguration: !skipsConfiguration, steps: step, types: type, dialect: dialect)
    }
}

extension ParsableCommand {
    /// Parses the words of the command line and runs the command, which ends the process.
    fileprivate static func parseAndRun(_ words: [String]) {
        do {
            var command = try parseAsRoot(words)
            try command.run()
        } catch {
            // A usage error of swift-argument-parser is status 64; a shell expects 2.
            if exitCode(for: error) == .validationFailure {
                FileOutput.complain(usageMessage(for: error))
                endProcess(2)
            }
            exit(withError: error)
        }
    }

    /// The message of an error of usage. The parser leaves the program out where it says how help is asked for.
    private static func usageMessage(for error: any Error) -> String {
        let (message, name) = (fullMessage(for: error), configuration.commandName ?? "")
        return Subcommands.named(name) == nil
            ? message : message.replacing("See '\(name) ", with: "See 'convsh \(name) ")
    }
}

extension Settings.Dialect: ExpressibleByArgument {}
