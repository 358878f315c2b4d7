import Foundation
import Testing

/// What README.md shows must be what the program prints.
///
/// A block after `<!-- replay: FILE -->` is the output of that script; one after `<!-- session -->` is a session, whose
/// statements stand behind the prompt. `CONVSH_RECORD=1` writes them anew, and fails so that nobody does by accident.
@Suite struct ReadmeTests {
    private static let file = Program.packageFolder + "/README.md"
    private static let isRecording = ProcessInfo.processInfo.environment["CONVSH_RECORD"] == "1"

    @Test func screensAreWhatTheProgramPrints() throws {
        let text = try String(contentsOfFile: Self.file, encoding: .utf8)
        var lines = text.components(separatedBy: "\n")
        var index = 0
        var blocks = 0
        while index < lines.count {
            defer { index += 1 }
            guard let marker = Marker(lines[index]), lines[index + 1] == "```" else { continue }
            let end = try #require(lines[(index + 2)...].firstIndex(of: "```"))
            let shown = Array(lines[(index + 2)..<end])
            let printed = try marker.output(for: shown)
            blocks += 1
            if shown != printed, Self.isRecording {
                lines.replaceSubrange((index + 2)..<end, with: printed)
            } else if shown != printed {
                Issue.record(
                    "\(lines[index])\n\(TextDifference(shown.joined(separator: "\n"), printed.joined(separator: "\n")))"
                )
            }
        }
        #expect(blocks >= 2)
        if Self.isRecording {
            try lines.joined(separator: "\n").write(toFile: Self.file, atomically: true, encoding: .utf8)
            Issue.record("README.md was recorded")
        }
    }

    /// The line before a block that is replayed.
    private enum Marker {
        case script(String)
        case session

        init?(_ line: String) {
            if line == "<!-- session -->" {
                self = .session
            } else if line.hasPrefix("<!-- replay: "), line.hasSuffix(" -->") {
                self = .script(String(line.dropFirst("<!-- replay: ".count).dropLast(" -->".count)))
            } else {
                return nil
            }
        }

        /// The lines that the program prints for it.
        func output(for shown: [String]) throws -> [String] {
            switch self {
            case .script(let path):
                let result = try Program.convsh.run([Program.packageFolder + "/" + path])
                return Self.lines(result.output)
            case .session:
                let prompt = "conv> "
                let statements = shown.filter { $0.hasPrefix(prompt) }.map { String($0.dropFirst(prompt.count)) }
                let folder = try TemporaryFolder()
                let script = folder.path + "/session.conv"
                try (statements.joined(separator: "\n") + "\n").write(toFile: script, atomically: true, encoding: .utf8)
                let result = try Program.convsh.run(["--echo", script])
                // A person who has just typed a statement is not told the file and the line.
                let output = result.output.replacingOccurrences(
                    of: "\(script):\\d+:\\d+: ", with: "", options: .regularExpression)
                return Self.lines(output).map { line in
                    line.hasPrefix("#> ") ? String(line.dropFirst(3)) : (line == "#>" ? "" : prompt + line)
                }
            }
        }

        private static func lines(_ output: String) -> [String] {
            var lines = output.components(separatedBy: "\n")
            if lines.last == "" { lines.removeLast() }
            return lines
        }
    }
}
