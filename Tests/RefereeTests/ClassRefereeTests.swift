import Foundation
import Language
import Testing
import Workbench

/// Programs whose classes derive from Keras's, against what they print under real Keras.
@Suite struct ClassRefereeTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

    static var names: [String] {
        let path = folder.appendingPathComponent("Classes").path
        let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return files.filter { $0.hasSuffix(".py") }.sorted()
    }

    private static func recorded() throws -> [String: String] {
        let file = folder.appendingPathComponent("Recorded/classes.json")
        return try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: String] ?? [:]
    }

    @Test(arguments: names)
    func programsPrintWhatKerasPrints(name: String) throws {
        let text = try String(contentsOf: Self.folder.appendingPathComponent("Classes/\(name)"), encoding: .utf8)
        var printed = ""
        let session = Session { item in
            switch item {
            case .printed(let text): printed += text
            case .failure(let error): printed += "\(error.message)\n"
            default: break
            }
        }
        _ = session.run(SourceText(name: name, text))
        let wanted = try #require(try Self.recorded()[name])
        #expect(printed == wanted)
    }
}
