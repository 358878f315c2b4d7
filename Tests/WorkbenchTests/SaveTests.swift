import Arrays
import Language
import Library
import Testing
import Workbench

/// `save(…)`: pictures and numbers in files.
@Suite struct SaveTests {
    private static let network = "x = Input(8, 8, 3)\nc1 = Conv2D(4, 3)(x)\n"

    /// Runs code and answers what was written, by name, and what was shown last.
    private func run(_ code: String) -> (files: [String: [UInt8]], last: String) {
        final class Files: @unchecked Sendable { var written: [String: [UInt8]] = [:] }
        let files = Files()
        var last = ""
        let writer = TextWriter(renderer: .plain(), showsPlaces: false)
        let session = Session { last = writer.text($0) }
        session.library.files.write = { files.written[$0] = $1 }
        session.library.files.read = { files.written[$0] ?? [] }
        _ = session.run(SourceText(name: "test", SaveTests.network + code))
        return (files.written, last)
    }

    @Test func aPictureIsWrittenToTheFileThatWasNamedAndToNoOther() throws {
        let (files, last) = run("save(c1, \"maps.png\")")
        #expect(Array(files.keys) == ["maps.png"])
        let file = try #require(files["maps.png"])
        #expect(file.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        let width = file[16..<20].reduce(0) { $0 << 8 | Int($1) }
        let height = file[20..<24].reduce(0) { $0 << 8 | Int($1) }
        #expect(last == "maps.png   \(width)×\(height) pixels\n")
    }

    @Test(arguments: [
        ("x + 1\n_3.shape\n%save a.conv", "_3 = x + 1\n_3.shape\n"),
        ("2 + 3\n_ * 2\n%save a.conv", "_ = 2 + 3\n_ * 2\n"),
        ("5\n6\n__ + _\n%save a.conv", "__ = 5\n_ = 6\n__ + _\n"),
        ("_ = 4\n_ + 1\n%save a.conv", "_ = 4\n_ + 1\n"),
    ])
    func aScriptOfWhatWasTypedNamesTheResultsThatItUses(code: String, script: String) {
        let saved = run(code).files["a.conv"].map { String(decoding: $0, as: UTF8.self) }
        #expect(saved == SaveTests.network + script)
    }

    @Test func aDrawingHoldsTheLabels() throws {
        let file = try #require(run("save(c1, \"maps.svg\", channels=[2])").files["maps.svg"])
        let text = String(decoding: file, as: UTF8.self)
        #expect(text.contains(">#2</text>") && !text.contains(">#1</text>") && text.contains("c1"))
    }

    @Test func theBackgroundIsChosenByTheCallOrBySet() {
        let calls = [
            "save(c1, \"a.svg\")", "save(c1, \"a.svg\", background=\"dark\")",
            "%set background dark\nsave(c1, \"a.svg\")",
        ]
        let texts = calls.map { String(decoding: run($0).files["a.svg"] ?? [], as: UTF8.self) }
        #expect(texts[0].contains("fill=\"#ffffff\"") && texts[1].contains("fill=\"#16181d\""))
        #expect(texts[1] == texts[2])
    }

    @Test func numbersAreReadBackAsTheyWere() {
        #expect(run("save(c1, \"x.npy\")\nnp.array_equal(np.load(\"x.npy\"), c1.numpy())").last == "True\n")
        #expect(run("save(c1.kernel, \"x.npy\")").last == "x.npy   3×3×3×4 float32\n")
        #expect(run("save([[1, 2]], \"x.npy\")").last == "x.npy   1×2 int64\n")
    }

    @Test(arguments: [
        ("save(c1, \"maps.gif\")", "ValueError: save() does not know how to write 'maps.gif'"),
        ("save(c1, 3)", "TypeError: a file is given by its name, not by 'int'"),
        ("save(\"abc\", \"a.png\")", "TypeError: save() takes a tensor, a layer, a model or an array, not 'str'"),
        ("save(c1.layer, \"a.npy\")", "TypeError: a .npy file holds one array, and 'Conv2D' may have several"),
        (
            "save(c1, \"a.npy\", clip=(0, 1))",
            "TypeError: `clip` is an argument for pictures; a .npy file holds all numbers"
        ),
        ("save(c1, \"a.png\", background=\"pink\")", "ValueError: `background` cannot be 'pink'"),
    ])
    func whatCannotBeSavedIsRefused(code: String, message: String) {
        let (files, last) = run(code)
        #expect(files.isEmpty)
        #expect(last.contains(message), "\(last)")
    }
}
