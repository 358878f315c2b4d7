import Foundation
import Testing

/// Small programs of a grammar, with what Python printed for them; Scripts/referee/language.py writes them.
@Suite struct PythonRefereeTests {
    struct Case: Decodable {
        let p: String
        let o: String
    }

    static func recorded(_ name: String) throws -> [Case] {
        try cases(in: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Recorded/\(name).jsonl"))
    }

    static func cases(in file: URL) throws -> [Case] {
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .map { try JSONDecoder().decode(Case.self, from: Data($0.utf8)) }
    }

    @Test(arguments: [("programs", 2000), ("classes", 500), ("generators", 400)])
    func programsPrintWhatPythonPrints(name: String, least: Int) throws {
        let cases = try Self.recorded(name)
        #expect(cases.count >= least)
        expectAgreement(cases)
    }

    /// The programs of a search, which are in a file that the environment names.
    @Test(.enabled(if: search != nil)) func programsOfASearchPrintWhatPythonPrints() throws {
        if let file = Self.search { expectAgreement(try Self.cases(in: URL(filePath: file))) }
    }

    static let search = ProcessInfo.processInfo.environment["CONVSH_PROGRAMS"]

    private func expectAgreement(_ cases: [Case]) {
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
