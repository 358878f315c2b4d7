import ArgumentParser
import Language
import LineEditing
import Presentation
import Workbench

/// `convsh test FILE…`: replays transcripts and shows where they differ from their `#> …` lines.
struct TestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", _superCommandName: "convsh",
        abstract: "Replay scripts and show where they differ from their '#> …' lines.")

    @Flag(help: "Write what the scripts show now into their '#> …' lines.")
    var update = false

    @Flag(help: "Compare only the lines that tell shapes, numbers of parameters and costs.")
    var shapes = false

    @Option(help: ArgumentHelp("Write the outcome as JUnit's XML too.", valueName: "file"), completion: .file())
    var junit: String?

    @ArgumentParser.Argument(
        help: ArgumentHelp("Scripts, or folders of .conv files.", valueName: "file"),
        completion: .file(extensions: ["conv"]))
    var files: [String]

    mutating func run() {
        endProcess(status())
    }

    /// Replays all scripts and returns the exit status.
    private func status() -> Int32 {
        var cases: [TestReport.Case] = []
        for path in files {
            let scripts: [String]
            do { scripts = try ScriptFile.scripts(at: path) } catch {
                FileOutput.complain("convsh: \(error)")
                return 2
            }
            guard !scripts.isEmpty else {
                FileOutput.complain("convsh: \(path) holds no .conv files")
                return 2
            }
            for script in scripts {
                let start = ContinuousClock.now
                let failures = failures(of: script)
                cases.append(TestReport.Case(name: script, failures: failures, time: ContinuousClock.now - start))
            }
        }
        if let junit {
            do { try DataFile.store(Array(TestReport(cases: cases).xml.utf8), path: junit) } catch {
                FileOutput.complain("convsh: \(error)")
                return 2
            }
        }
        let failed = cases.filter { !$0.failures.isEmpty }.count
        let passed = cases.count - failed
        _ = FileOutput.write("\(passed) passed, \(failed) failed\n")
        return failed == 0 ? 0 : 1
    }

    /// Replays one script and says how it fails; empty if it shows what it is expected to.
    private func failures(of path: String) -> [String] {
        let source: SourceText
        do { source = SourceText(name: path, try ScriptFile.read(path: path)) } catch {
            FileOutput.complain("convsh: \(error)")
            return ["\(error)"]
        }
        do {
            var options = Session.Options()
            options.arguments = [path]
            let plain = Output(isJSON: false, echoes: true).plainRenderer
            let outcome = try TranscriptTest(
                source, in: Program.session(options), plain, comparing: shapes ? .shapes : .all)
            if update {
                guard outcome.updated != source.text(of: Span(0, source.bytes.count)) else { return [] }
                try DataFile.store(Array(outcome.updated.utf8), path: path)
                _ = FileOutput.write("updated \(path)\n")
                return []
            }
            for difference in outcome.differences { show(difference, path) }
            return outcome.differences.map { text($0, path) }
        } catch let failure as SyntaxFailure {
            FileOutput.complain(failure.description(in: source))
            return [failure.description(in: source)]
        } catch {
            FileOutput.complain("convsh: \(error)")
            return ["\(error)"]
        }
    }

    /// A difference as plain text.
    private func text(_ difference: TranscriptTest.Difference, _ path: String) -> String {
        let first = difference.code.linesByFeed.first ?? ""
        return (["\(path):\(difference.line): \(first)"] + difference.lines.map(\.plain)).joined(separator: "\n")
    }

    private func show(_ difference: TranscriptTest.Difference, _ path: String) {
        let what = difference.expected.isEmpty ? "fails" : "shows something else"
        let first = difference.code.linesByFeed.first ?? ""
        let head: StyledText = "\("\(path):\(difference.line)", .strong): \(first) \(what, .warning)"
        let renderer = Output(isJSON: false, echoes: false).renderer()
        _ = FileOutput.write(([head] + difference.lines).map { renderer.line(renderer.encoded($0)) + "\n" }.joined())
    }
}

extension SyntaxFailure {
    /// `FILE:LINE:COLUMN: SyntaxError: MESSAGE`
    func description(in source: SourceText) -> String {
        let (line, column) = source.position(of: span.start)
        return "\(source.name):\(line):\(column): \(className): \(message)"
    }
}
