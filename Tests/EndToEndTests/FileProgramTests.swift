import Foundation
import Testing

/// Programs that make, move and remove files, in a folder of their own, against what they print under Python 3.11.
///
/// Each `FilePrograms/NAME.py` takes the folder as its argument; what `python3 NAME.py X` prints is recorded, with FOLDER for X.
@Suite struct FileProgramTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("FilePrograms")

    @Test(arguments: ["folders", "messages", "moving", "names", "paths"])
    func filesAreTreatedAsByPython(name: String) throws {
        let expected = try String(
            contentsOf: Self.folder.appendingPathComponent("\(name).out"), encoding: .utf8)
        let place = try TemporaryFolder()
        let program = Self.folder.appendingPathComponent("\(name).py").path
        let result = try Program.convsh.run(["--quiet", program, place.path])
        #expect(result.status == 0, "\(result.error)")
        #expect(result.output.replacing(place.path, with: "FOLDER") == expected)
    }
}
