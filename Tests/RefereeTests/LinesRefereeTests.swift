import Foundation
import Interpreter
import Language
import Testing
import Workbench

/// What short programs answer, as text, against what Keras prints; Scripts/referee/lines.py records them.
@Suite struct LinesRefereeTests {
    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        let c: String
        let o: String
        var testDescription: String { c }
    }

    private static let cases: [Case] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Recorded/lines.jsonl")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap { try? JSONDecoder().decode(Case.self, from: Data($0.utf8)) }
    }()

    @Test func thereAreCases() { #expect(LinesRefereeTests.cases.count >= 150) }

    @Test(arguments: cases) func theAnswerIsWhatKerasPrints(_ entry: Case) throws {
        let session = Session()
        let program = entry.c.contains("answer = ") ? entry.c : "answer = \(entry.c)"
        let code = "import keras\nimport numpy as np\nfrom keras import layers, ops\n" + program
        var answer: String
        do {
            for statement in try session.interpreter.parse(SourceText(name: "case", code)) {
                _ = try session.interpreter.run(statement)
            }
            answer = session.interpreter.globals["answer"]?.str ?? "nothing"
        } catch let error as RaisedError { answer = error.exception.type.name }
        #expect(agree(answer, entry.o), "\(answer), not \(entry.o)")
    }

    /// Whether two texts are equal but for what rounding does to their fractions.
    private func agree(_ text: String, _ wanted: String) -> Bool {
        let (own, theirs) = (parts(text), parts(wanted))
        return own.count == theirs.count
            && zip(own, theirs).allSatisfy { own, theirs in
                guard own != theirs else { return true }
                guard theirs.contains("."), let a = Double(own), let b = Double(theirs) else { return false }
                return abs(a - b) <= 1e-3 * max(1, abs(b))
            }
    }

    /// The text cut into numbers and what stands between them.
    private func parts(_ text: String) -> [Substring] {
        text.split { " ,()[]".contains($0) }
    }
}
