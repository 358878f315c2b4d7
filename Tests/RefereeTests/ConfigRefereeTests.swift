import Foundation
import Interpreter
import Language
import Testing
import Workbench

/// Models as JSON text, with what Keras writes; Scripts/referee/configs.py records them.
@Suite struct ConfigRefereeTests {
    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        let p: String
        let o: String
        var testDescription: String { p.split(separator: "name='").last.map { String($0.prefix { $0 != "'" }) } ?? p }
    }

    private static let cases: [Case] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Recorded/configs.jsonl")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap { try? JSONDecoder().decode(Case.self, from: Data($0.utf8)) }
    }()

    private func printed(_ code: String) -> String {
        var output = ""
        let session = Session { item in
            switch item {
            case .printed(let text): output += text
            case .failure(let failure): output += "\(failure.className): \(failure.message)"
            default: break
            }
        }
        _ = session.run(SourceText(name: "test", "import keras\nfrom keras import layers, ops\n" + code))
        return output
    }

    /// The JSON object of a text; the order of its keys does not count.
    private func object(_ text: String) throws -> NSObject {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed) as? NSObject)
    }

    @Test func thereAreCases() { #expect(ConfigRefereeTests.cases.count >= 25) }

    @Test(arguments: cases) func modelsAreWrittenAsKerasDoes(_ entry: Case) throws {
        let text = printed(entry.p + "\nprint(model.to_json(), end='')")
        #expect(try object(text) == object(entry.o), "\(text)")
    }

    @Test(arguments: cases) func whatKerasWroteIsReadAndWrittenAgain(_ entry: Case) throws {
        let quoted = entry.o.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
        let text = printed("model = keras.models.model_from_json('\(quoted)')\nprint(model.to_json(), end='')")
        #expect(try object(text) == object(entry.o), "\(text)")
    }
}
