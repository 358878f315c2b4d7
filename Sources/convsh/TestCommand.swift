import Language
import LineEditing
import Presentation
import Workbench

/// `convsh test FILE…`: replays transcripts and shows where they differ; `--update` writes what they show now.
enum TestCommand {
    /// Runs it and answers the exit status.
    static func run(_ arguments: [String]) -> Int32 {
        let updates = arguments.contains("--update")
        let paths = arguments.filter { $0 != "--update" }
        guard !paths.isEmpty, !paths.contains(where: { $0.hasPrefix("-") }) else {
            FileOutput.complain("Usage: convsh test [--update] FILE… (files, or folders of .conv files)")
            return arguments.contains("--help") ? 0 : 2
        }
        var (passed, failed) = (0, 0)
        for path in paths {
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
                if test(script, updates: updates) { passed += 1 } else { failed += 1 }
            }
        }
        _ = FileOutput.write("\(passed) passed, \(failed) failed\n")
        return failed == 0 ? 0 : 1
    }

    /// Replays one script; answers whether it shows what it is expected to.
    private static func test(_ path: String, updates: Bool) -> Bool {
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
            if updates {
                guard outcome.updated != source.text(of: Span(0, source.bytes.count)) else { return true }
                try DataFile.store(Array(outcome.updated.utf8), path: path)
                _ = FileOutput.write("updated \(path)\n")
                return true
            }
            outcome.differences.forEach { show($0, path) }
            return outcome.differences.isEmpty
        } catch let failure as SyntaxFailure {
            let (line, column) = source.position(of: failure.span.start)
            FileOutput.complain("\(path):\(line):\(column): \(failure.className): \(failure.message)")
        } catch { FileOutput.complain("convsh: \(error)") }
        return false
    }

    private static func show(_ difference: TranscriptTest.Difference, _ path: String) {
        let what = difference.expected.isEmpty ? "fails" : "shows something else"
        let first = difference.code.linesByFeed.first ?? ""
        let head: StyledText = "\("\(path):\(difference.line)", .strong): \(first) \(what, .warning)"
        let renderer = Output(isJSON: false, echoes: false).renderer()
        _ = FileOutput.write(([head] + difference.lines).map { renderer.line(renderer.encoded($0)) + "\n" }.joined())
    }
}
