import Foundation
import Language
import Library
import Network
import Testing
import Workbench

/// The networks of `keras.applications` against Keras's, layer by layer; Scripts/referee/applications.py records them,
/// and compares those that take long.
@Suite struct ApplicationsRefereeTests {
    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        let c: String
        let total: Int
        let trainable: Int
        let operations: Int
        let hash: String
        let tested: Bool
        var testDescription: String { c }
    }

    private static let cases: [Case] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Recorded/applications.jsonl")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap { try? JSONDecoder().decode(Case.self, from: Data($0.utf8)) }
    }()

    @Test func thereAreCases() {
        #expect(Self.cases.count >= 40)
        #expect(Self.cases.contains { $0.tested })
    }

    @Test(arguments: cases.filter(\.tested))
    func theTableIsKerass(_ entry: Case) throws {
        let session = Session()
        let code = "import keras\nfrom keras.applications import *\nmodel = \(entry.c)"
        for statement in try session.interpreter.parse(SourceText(name: "case", code)) {
            _ = try session.interpreter.run(statement)
        }
        guard case .host(let object)? = session.interpreter.globals["model"],
            let model = (object as? LayerObject)?.layer as? Model
        else {
            Issue.record("no model")
            return
        }
        let trainable = model.trainableParameterCount
        #expect(model.parameterCount == entry.total && trainable == entry.trainable)
        #expect(model.operations.count == entry.operations)
        let rows = table(of: model, trainable)
        #expect(fingerprint(rows.joined(separator: "\n")) == entry.hash)
    }

    /// Name, class, output shape and parameters of the model and of all that it consists of.
    private func table(of model: Model, _ trainable: Int) -> [String] {
        let layers = model.operations.map { layer in
            let shape = layer.inboundNodes.first?.outputs.first?.shape.description ?? "?"
            return "\(layer.name) \(layer.className) \(shape) \(layer.parameterCount)"
        }
        let shape = model.outputs.first?.shape.description ?? "?"
        return ["\(model.name) \(model.className) \(shape)"] + layers + ["\(model.parameterCount) \(trainable)"]
    }

    /// The 64-bit FNV-1a hash.
    private func fingerprint(_ text: String) -> String {
        let hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
