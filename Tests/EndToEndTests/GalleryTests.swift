import Foundation
import Testing

/// `Scripts/gallery.conv` shows every kind of picture; what it writes in each style must be the file of Tests/Golden/gallery.
///
/// `CONVSH_RECORD=1` writes the files anew, and fails so that nobody does by accident.
@Suite struct GalleryTests {
    private static let folder = Program.packageFolder + "/Tests/Golden/gallery"

    private static let script = Program.packageFolder + "/Scripts/gallery.conv"

    @Test(arguments: ["plain", "ascii", "16", "256", "truecolor", "sixel", "kitty"])
    func theGalleryIsUnchanged(style: String) throws {
        let script = try String(contentsOfFile: Self.script, encoding: .utf8)
        let setting = style == "plain" ? "" : "%set pixels \(style)\n"
        try compare(try Program.convsh.run([], input: setting + script), "\(style).txt")
    }

    @Test func thePageOfTheGalleryIsUnchanged() throws {
        try compare(try Program.convsh.run(["--html", Self.script]), "page.html")
    }

    private func compare(_ result: Program.Result, _ name: String) throws {
        #expect(result.status == 0, "\(result.error)")
        let file = "\(Self.folder)/\(name)"
        if ProcessInfo.processInfo.environment["CONVSH_RECORD"] == "1" {
            try FileManager.default.createDirectory(atPath: Self.folder, withIntermediateDirectories: true)
            try result.output.write(toFile: file, atomically: true, encoding: .utf8)
            Issue.record("\(name) was recorded")
            return
        }
        let expected = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
        if result.output != expected {
            Issue.record("\(name) differs:\n\(TextDifference(expected, result.output))")
        }
    }
}
