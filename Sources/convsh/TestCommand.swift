import ArgumentParser
import Language
import LineEditing
import Presentation
import Workbench

/// `convsh test FILE…`: replays transcripts and shows where they differ from their `#> …` lines.
struct TestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convsh test", abstract: "Replay scripts and show where they differ from their '#> …' lines.")

    @Flag(help: "Write what the scripts show now into their '#> …' lines.")
    var update = false

    @ArgumentParser.Argument(help: ArgumentHelp("Scripts, or folders of .conv files.", valueName: "file"))
    var files: [String]

    mutating func run() {
        endProcess(status())
    }

    /// Replays all scripts and returns the exit status.
    private func status() -> Int32 {
        var (passed, failed) = (0, 0)
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
                if passes(script) { passed += 1 } else { failed += 1 }
            }
        }
        _ = FileOutput.write("\(passed) passed, \(failed) failed\n")
        return failed == 0 ? 0 : 1
    }

    /// Replays one script and returns whether it shows what it is expected to.
    private func passes(_ path: String) -> Bool {
        let source: SourceText
        do { source = SourceText(name: path, try ScriptFile.read(path: path)) } catch {
            FileOutput.complain("convsh: \(error)")
            return false
        }
        do {
            var options = Session.Options()
            options.arguments = [path]
            let plain = Output(isJSON: false, echoes: true).plainRenderer
            let outcome = try TranscriptTest(source, in: Program.session(options), plain)
            if update {
                guard outcome.updated != source.text(of: Span(0, source.bytes.count)) else { return true }
                try DataFile.store(Array(outcome.updated.utf8), path: path)
                _ = FileOutput.write("updated \(path)\n")
                return true
            }
            for difference in outcome.differences { show(difference, path) }
            return outcome.differences.isEmpty
        } catch let failure as SyntaxFailure {
            FileOutput.complain(failure.description(in: source))
        } catch { FileOutput.complain("convsh: \(error)") }
        return false
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
