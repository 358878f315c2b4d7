import Foundation
import Language
import Testing
import Workbench

/// Programs that call what surrounds a model (generators of images, data sets, scikit-learn, OpenCV), against what they print under the real packages.
@Suite struct SurroundingsRefereeTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

    static var names: [String] {
        let path = folder.appendingPathComponent("Surroundings").path
        let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return files.filter { $0.hasSuffix(".py") }.sorted()
    }

    private static func recorded() throws -> [String: String] {
        let file = folder.appendingPathComponent("Recorded/surroundings.json")
        return try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: String] ?? [:]
    }

    @Test(arguments: names)
    func programsPrintWhatThePackagesPrint(name: String) throws {
        let text = try String(contentsOf: Self.folder.appendingPathComponent("Surroundings/\(name)"), encoding: .utf8)
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
