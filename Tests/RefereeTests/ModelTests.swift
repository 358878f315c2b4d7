import Foundation
import Language
import Library
import Network
import Testing
import Workbench

/// The networks in Scripts/models against what real Keras says of the same files.
@Suite struct ModelTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func recorded() throws -> [String: Any] {
        let file = root.appendingPathComponent("Tests/RefereeTests/Recorded/models.json")
        return try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any] ?? [:]
    }

    static var names: [String] {
        let folder = root.appendingPathComponent("Scripts/models").path
        return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }

    @Test(arguments: names)
    func layersShapesAndCountsAreKeras(name: String) throws {
        let file = Self.root.appendingPathComponent("Scripts/models/\(name)")
        let session = Session()
        #expect(session.run(SourceText(name: name, try String(contentsOf: file, encoding: .utf8))) == .finished)
        guard case .host(let object)? = session.interpreter.globals["model"],
            let model = (object as? LayerObject)?.layer as? Model
        else {
            Issue.record("no model")
            return
        }
        let recorded = try #require(try Self.recorded()[name] as? [String: Any])
        let wanted = try #require(recorded["layers"] as? [[Any]])
        // Keras counts a Sequential's input layer to no layers, and so do we.
        let rows = model.layers.map { layer -> [String] in
            let shape = layer.inboundNodes.first?.outputs.first?.shape.description ?? "?"
            return [layer.name, layer.className, shape, String(layer.parameterCount)]
        }
        let wantedRows = wanted.map { row -> [String] in
            let sizes = (row[2] as? [Any] ?? []).map { $0 is NSNull ? "None" : "\($0)" }
            let shape = sizes.count == 1 ? "(\(sizes[0]),)" : "(\(sizes.joined(separator: ", ")))"
            return ["\(row[0])", "\(row[1])", shape, "\(row[3])"]
        }
        #expect(rows == wantedRows)
        #expect(model.parameterCount == recorded["total"] as? Int)
    }

    @Test func everyModelIsRecorded() throws {
        #expect(Set(try Self.recorded().keys) == Set(Self.names))
        #expect(Self.names.count >= 12)
    }
}
