import Foundation
import Language
import Library
import Network
import Testing
import Workbench

/// Model code in the manner of published code, in our own words, unchanged, against what real Keras says of it.
@Suite struct FragmentTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

    private static func recorded() throws -> [String: Any] {
        let file = folder.appendingPathComponent("Recorded/fragments.json")
        return try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any] ?? [:]
    }

    static var names: [String] {
        let path = folder.appendingPathComponent("Fragments").path
        let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return files.filter { $0.hasSuffix(".py") }.sorted()
    }

    @Test(arguments: names)
    func modelsAreKeras(name: String) throws {
        let file = Self.folder.appendingPathComponent("Fragments/\(name)")
        var failure = ""
        let session = Session { if case .failure(let error) = $0 { failure = error.message } }
        let source = SourceText(name: name, try String(contentsOf: file, encoding: .utf8))
        try #require(session.run(source) == .finished, "\(failure)")
        let models = try #require(try Self.recorded()[name] as? [String: Any])
        #expect(!models.isEmpty)
        for (variable, recorded) in models {
            let wanted = try #require(recorded as? [String: Any])
            guard case .host(let object)? = session.interpreter.globals[variable],
                let model = (object as? LayerObject)?.layer as? Model
            else {
                Issue.record("no model \(variable)")
                continue
            }
            #expect(Self.rows(model) == Self.rows(wanted["layers"] as? [[Any]] ?? []), "\(variable)")
            #expect(model.parameterCount == wanted["total"] as? Int)
        }
    }

    /// Name, class, output shape and parameters of each layer.
    private static func rows(_ model: Model) -> [[String]] {
        model.operations.map { layer in
            let shapes = layer.inboundNodes.first?.outputs.map(\.shape.description) ?? []
            return [layer.name, layer.className, shapes.joined(separator: ", "), String(layer.parameterCount)]
        }
    }

    private static func rows(_ recorded: [[Any]]) -> [[String]] {
        recorded.map { row in ["\(row[0])", "\(row[1])", text(row[2]), "\(row[3])"] }
    }

    private static func text(_ shape: Any) -> String {
        let items = shape as? [Any] ?? []
        if let several = items as? [[Any]], !several.isEmpty { return several.map(text).joined(separator: ", ") }
        let sizes = items.map { $0 is NSNull ? "None" : "\($0)" }
        return sizes.count == 1 ? "(\(sizes[0]),)" : "(\(sizes.joined(separator: ", ")))"
    }

    @Test func everyFragmentIsRecorded() throws {
        #expect(Set(try Self.recorded().keys) == Set(Self.names))
        #expect(Self.names.count >= 55)
    }
}
