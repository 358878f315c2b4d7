import Foundation
import Language
import Testing
import Workbench

/// The code for other frameworks that was run there, and gave Keras's numbers, is the code that convsh shows.
@Suite struct FrameworksRefereeTests {
    private static let members = ["pytorch", "pytorch_call", "pytorch_weights", "onnx", "paddings"]

    private static func cases() throws -> [[String: Any]] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Recorded/frameworks.jsonl")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap {
            try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
        }
    }

    @Test func theCodeIsWhatWasRunInTheFrameworks() throws {
        let cases = try Self.cases()
        #expect(cases.count >= 200)
        for recorded in cases {
            let code = try #require(recorded["c"] as? String)
            let shape = (recorded["i"] as? [Int] ?? []).map(String.init).joined(separator: ", ")
            var reports: [[String: Any]] = []
            let session = Session { item in
                guard case .report = item else { return }
                let object = try? JSONSerialization.jsonObject(with: Data(JSONWriter().text(item).utf8))
                if let members = object as? [String: Any] { reports.append(members) }
            }
            _ = session.run(SourceText(name: "case", "frameworks(\(code)(Input((\(shape)))));"))
            let report = try #require(reports.first, "\(code)")
            for name in Self.members {
                #expect(try text(report[name]) == text(recorded[name]), "\(code) on (\(shape)): \(name)")
            }
        }
    }

    /// JSON with the keys in order; a missing member is null.
    private func text(_ value: Any?) throws -> String {
        let data = try JSONSerialization.data(withJSONObject: [value ?? NSNull()], options: .sortedKeys)
        return String(decoding: data, as: UTF8.self)
    }
}
