import Foundation
import Testing

/// Replays every script of Tests/Golden and compares what it writes, byte for byte, with the transcript beside it.
///
/// After a deliberate change, `CONVSH_RECORD=1 Scripts/test --filter GoldenTests` writes the transcripts anew. That run
/// fails, so that nobody records by accident; the difference is then reviewed like any other change.
@Suite struct GoldenTests {
    private static let folder = Program.packageFolder + "/Tests/Golden"
    private static let isRecording = ProcessInfo.processInfo.environment["CONVSH_RECORD"] == "1"

    static var names: [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(".conv") }.map { String($0.dropLast(5)) }.sorted()
    }

    @Test(arguments: names)
    func transcriptIsUnchanged(name: String) throws {
        let script = "\(GoldenTests.folder)/\(name).conv"
        let expectedFile = "\(GoldenTests.folder)/\(name).out"
        let keepsGoing = try String(contentsOfFile: script, encoding: .utf8).hasPrefix("# --keep-going")
        let actual = transcript(try Program.convsh.run((keepsGoing ? ["--keep-going"] : []) + ["--echo", script]))
        if GoldenTests.isRecording {
            try actual.write(toFile: expectedFile, atomically: true, encoding: .utf8)
            Issue.record("\(name).out was recorded")
            return
        }
        let expected = (try? String(contentsOfFile: expectedFile, encoding: .utf8)) ?? ""
        if actual != expected {
            Issue.record("\(name).out differs from what \(name).conv writes:\n\(TextDifference(expected, actual))")
        }
    }

    @Test func everyTranscriptHasItsScript() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: GoldenTests.folder)
        let transcripts = files.filter { $0.hasSuffix(".out") }.map { String($0.dropLast(4)) }.sorted()
        #expect(transcripts == GoldenTests.names)
    }

    /// Standard output, then standard error and the exit status where there is something to say.
    private func transcript(_ result: Program.Result) -> String {
        var text = result.output
        if !result.error.isEmpty { text += "--- standard error\n" + result.error }
        if result.status != 0 { text += "--- exit status \(result.status)\n" }
        return text.replacingOccurrences(of: GoldenTests.folder + "/", with: "")
    }
}
