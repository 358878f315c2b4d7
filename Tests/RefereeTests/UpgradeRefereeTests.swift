import Foundation
import Language
import Library
import Network
import Testing
import Upgrading
import Workbench

/// Layers in the words of Keras 1 and 2: what convsh builds is what real Keras builds from the upgraded script.
@Suite struct UpgradeRefereeTests {
    private static func cases() throws -> [[String: Any]] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Recorded/upgrades.jsonl")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap {
            try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
        }
    }

    @Test func oldScriptsAndTheirUpgradesBuildTheSame() throws {
        let cases = try Self.cases()
        #expect(cases.count >= 100)
        for recorded in cases {
            let old = try #require(recorded["old"] as? String)
            let session = Session()
            #expect(session.run(SourceText(name: "old.py", old)) == .finished, "\(old)")
            guard case .host(let object)? = session.interpreter.globals["model"],
                let model = (object as? LayerObject)?.layer as? Model
            else {
                Issue.record("no model: \(old)")
                continue
            }
            let rows = model.layers.map { layer -> String in
                let dims = layer.inboundNodes.first?.outputs.first?.shape.dims ?? []
                return "\(layer.name) \(dims.map { "\($0)" }) \(layer.parameterCount)"
            }
            let wanted = (recorded["rows"] as? [[Any]] ?? []).map { row -> String in
                let dims = (row[1] as? [Any] ?? []).map { $0 is NSNull ? "None" : "\($0)" }
                return "\(row[0]) \(dims) \(row[2])"
            }
            #expect(rows == wanted, "\(old)")
        }
    }

    @Test func upgradingTwiceIsUpgradingOnce() throws {
        for recorded in try Self.cases() {
            let old = try #require(recorded["old"] as? String)
            let once = try Upgrade(SourceText(name: "old.py", old)).text
            #expect(try Upgrade(SourceText(name: "new.py", once)).text == once)
        }
    }
}
