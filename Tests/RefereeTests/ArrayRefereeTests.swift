import Foundation
import Interpreter
import Language
import Testing
import Workbench

/// Expressions over arrays, with what numpy shows for them; Scripts/referee/arrays.py writes them.
@Suite struct ArrayRefereeTests {
    struct Case: Decodable {
        let p: String
        let o: String
    }

    private func shown(_ code: String) -> String {
        var output = ""
        let session = Session { item in
            switch item {
            case .printed(let text): output += text
            case .failure(let failure): output += failure.className
            default: break
            }
        }
        _ = session.run(SourceText(name: "test", "print(repr(\(code)))"))
        return output.hasSuffix("\n") ? String(output.dropLast()) : output
    }

    @Test func expressionsShowWhatNumpyShows() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Recorded/arrays.jsonl")
        let cases = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .map { try JSONDecoder().decode(Case.self, from: Data($0.utf8)) }
        #expect(cases.count >= 1000)
        var disagreements = 0
        for entry in cases {
            let output = shown(entry.p)
            guard output != entry.o else { continue }
            disagreements += 1
            guard disagreements <= 20 else { continue }
            Issue.record("\(entry.p)\n--- numpy\n\(entry.o)\n--- convsh\n\(output)")
        }
        #expect(disagreements == 0)
    }
}
