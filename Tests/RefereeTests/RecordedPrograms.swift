import Foundation
import Language
import Workbench

/// Whole programs in a folder beside this file, and what they printed under the packages that they import.
///
/// `Scripts/referee/whole_programs.py` records them.
struct RecordedPrograms {
    /// The name of the folder.
    let folder: String

    private static let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

    /// The names of the programs.
    var names: [String] {
        let path = Self.here.appendingPathComponent(folder).path
        let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return files.filter { $0.hasSuffix(".py") }.sorted()
    }

    /// What a program printed; nil where it was not recorded.
    func recorded(_ name: String) throws -> String? {
        let file = Self.here.appendingPathComponent("Recorded/\(folder.lowercased()).json")
        return (try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: String])?[name]
    }

    /// What a program prints here, with the message of the error that it ends with.
    func printed(_ name: String) throws -> String {
        let text = try String(contentsOf: Self.here.appendingPathComponent("\(folder)/\(name)"), encoding: .utf8)
        var printed = ""
        let session = Session { item in
            switch item {
            case .printed(let text): printed += text
            case .failure(let error): printed += "\(error.message)\n"
            default: break
            }
        }
        _ = session.run(SourceText(name: name, text))
        return printed
    }
}
