import Foundation
import Testing

/// Small programs of a grammar, with what Python printed for them; Scripts/referee/language.py writes them.
@Suite struct PythonRefereeTests {
    struct Case: Decodable {
        let p: String
        let o: String
    }

    static func recorded() throws -> [Case] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Recorded/programs.jsonl")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .map { try JSONDecoder().decode(Case.self, from: Data($0.utf8)) }
    }

    @Test func programsPrintWhatPythonPrints() throws {
        let cases = try Self.recorded()
        #expect(cases.count >= 2000)
        var disagreements = 0
        for entry in cases {
            let output = printed(by: entry.p)
            guard output != entry.o else { continue }
            disagreements += 1
            guard disagreements <= 20 else { continue }
            Issue.record("\(entry.p)\n--- Python prints\n\(entry.o)\n--- convsh prints\n\(output)")
        }
        #expect(disagreements == 0)
    }
}
