import Foundation
import Language
import Library
import Testing
import Workbench

/// Keras's and Pillow's functions of images answer what `Scripts/referee/images.py` recorded.
@Suite struct ImageRefereeTests {
    private struct Recorded: Decodable {
        struct Case: Decodable {
            let code: String
            let npy: Data
        }

        let files: [String: Data]
        let cases: [Case]
    }

    /// What a script wrote.
    private final class Written: @unchecked Sendable { var bytes: [UInt8] = [] }

    @Test func expressionsYieldTheArraysOfKeras() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let recorded = try JSONDecoder().decode(
            Recorded.self, from: Data(contentsOf: folder.appendingPathComponent("Recorded/images.json")))
        #expect(recorded.cases.count > 60)
        for item in recorded.cases {
            let written = Written()
            var failure = ""
            let session = Session {
                if case .failure(let error) = $0 { failure = "\(error.className): \(error.message)" }
            }
            session.library.files.read = { Array(recorded.files[$0] ?? Data()) }
            session.library.files.write = { written.bytes = $1 }
            _ = session.run(
                SourceText(name: "test", "from PIL import Image\nnp.save('result.npy', \(item.code))\n"))
            #expect(written.bytes == Array(item.npy), "\(item.code) \(failure)")
        }
    }
}
