import Foundation
import Language
import Layers
import Library
import Presentation
import Testing

@testable import Workbench

@Suite struct HelpTests {
    private func shown(_ code: String, lessons: LessonShelf = .none) -> String {
        var shown = ""
        let session = Session()
        session.lessons = lessons
        session.receive = { shown += TextWriter(renderer: .plain(width: 80), showsPlaces: false).text($0) }
        _ = session.run(SourceText(name: "test", code))
        return shown
    }

    @Test(arguments: Catalogue.layers.definitions.map(\.name)) func aLayersHelpFitsOnAScreen(name: String) {
        let lines = shown("?\(name)").split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        #expect(lines.count <= 23, "\(lines.joined(separator: "\n"))")
        #expect(lines.contains { $0.hasPrefix("Example (??\(name)") })
        #expect(
            lines.contains { $0.contains("→") || $0.contains("shape") || $0.contains("ax") || $0.contains("that of") })
    }

    @Test(arguments: Catalogue.layers.definitions.map(\.name)) func everyExampleRuns(name: String) throws {
        let example = try #require(Catalogue.layers[name]?.example)
        expectToRun(example)
        #expect(example.contains("\(name)("))
    }

    @Test(arguments: Prelude.layers) func helpOnLayersWrittenInTheLanguageTellsTheirParametersAndRuns(name: String)
        throws
    {
        let page = shown("?\(name)")
        #expect(page.hasPrefix("\(name)("))
        guard name != "Masking", name != "Wrapper" else { return }
        let example = try #require(page.split(separator: "\n").first { $0.hasPrefix("Example: ") }?.dropFirst(9))
        expectToRun(String(example))
    }

    @Test func aCallInHelpLeavesNoParameterOutOfTheMiddle() {
        let call = shown("?Conv2D").split { $0.isWhitespace }.joined(separator: " ")
        #expect(call.contains("padding='valid', data_format=None, dilation_rate="), "\(call)")
    }

    @Test func helpOnANetworkTellsItsArgumentsAndItsSource() {
        let page = shown("?keras.applications.ResNet50")
        #expect(page.contains("include_top            whether the classifier at the end is there"))
        #expect(page.contains("Source: He and others"))
        #expect(shown("?ResNet50").contains("from keras.applications import ResNet50"))
    }

    @Test func helpOnAnOwnClassIsThatOfItsConstructor() {
        let code = "class A:\n    def __init__(self, filters, stride=2):\n        pass\n\n?A"
        #expect(shown(code).hasPrefix("A(filters, stride=2)"))
    }

    @Test(arguments: Concepts.all.map(\.name)) func everyConceptsExampleRuns(name: String) throws {
        expectToRun(try #require(Concepts.named(name)?.example))
    }

    @Test func lessonsThatConceptsNameAreThere() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Scripts/lessons")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        for lesson in Concepts.all.compactMap(\.lesson) {
            #expect(names.contains { $0.hasSuffix("-\(lesson).conv") }, "\(lesson)")
        }
        let shelf = LessonShelf(files: { [("padding", "padding.conv")] }, records: { "" }, add: { _ in })
        #expect(shown("?padding", lessons: shelf).contains("%lesson padding teaches it."))
        #expect(!shown("?padding").contains("%lesson"))
    }

    private func expectToRun(_ code: String) {
        var options = Session.Options()
        options.previewSeconds = 0
        var failures: [String] = []
        let session = Session(options: options) { item in
            if case .failure(let failure) = item { failures.append(failure.message) }
        }
        #expect(session.run(SourceText(name: "example", code)) == .finished, "\(code): \(failures)")
    }

    @Test func theOldSpellingComesLast() {
        let lines = shown("?Conv2D").split(separator: "\n")
        #expect(lines.drop { !$0.hasPrefix("Keras 1: Convolution2D(nb_filter, nb_row, nb_col, …)") }.count <= 2)
        #expect(lines.contains { $0.contains("⌊(height − dilation · (kernel − 1) − 1) / stride⌋ + 1") })
    }

    @Test func everythingIsToldOnRequest() {
        #expect(shown("??Conv2D").contains("lora_rank"))
        #expect(!shown("?Conv2D").contains("lora_rank"))
        #expect(shown("Conv2D??") == shown("??Conv2D"))
    }

    @Test func conceptsAreExplained() {
        #expect(shown("?padding").contains("Layers with padding: Conv1D, Conv2D"))
        #expect(shown("?receptive field").contains("sees 9×9"))
        #expect(shown("?receptive_field") == shown("?receptive field"))
        #expect(shown("?Strides").contains("How many pixels"))
        #expect(shown("help('dilation')").contains("taps"))
    }

    @Test func variablesComeBeforeConcepts() {
        #expect(shown("padding = 3\n?padding") == "padding: int 3\n")
    }

    @Test func namesAreFoundByPattern() {
        let found = shown("?*Pool*")
        #expect(found.contains("MaxPooling2D") && found.contains("GlobalAveragePooling1D"))
        #expect(!found.contains("Conv2D "))
        #expect(shown("?conv2d*").contains("Conv2DTranspose"))
        #expect(shown("?*nothing*").contains("no name fits"))
    }

    @Test func patternsMatchAsTheyShould() {
        for (name, pattern, fits) in [
            ("abc", "*", true), ("abc", "a*c", true), ("abc", "*b*", true), ("abc", "*bc*c", false),
            ("abc", "abc", true),
            ("abc", "ab", false), ("", "*", true), ("ABC", "a*", true), ("aXbXc", "a*b*c", true),
        ] {
            #expect(HelpIndex.fits(Array(name), Array(pattern)) == fits, "\(name) \(pattern)")
        }
    }

    @Test func twoMarksShowTheCodeOfAClass() {
        let code = "class Block(layers.Layer):\n    \"A block.\"\n    def call(self, x): return x\n\n"
        #expect(shown(code + "??Block").hasSuffix("    def call(self, x): return x\n"))
        #expect(!shown(code + "?Block").contains("def call"))
    }

    @Test func aFunctionsSourceIsShown() {
        let code = "def f(x):\n    \"Doubles.\"\n    return x * 2\n\n??f"
        #expect(shown(code) == "f(x)\n\nDoubles.\n\ndef f(x):\n    \"Doubles.\"\n    return x * 2\n")
        #expect(shown("g = lambda a: a + 1\n??g").contains("lambda a: a + 1"))
    }

    @Test func helpOnATensorExplainsItsAttributes() {
        let help = shown("x = Input(3, 3, 1);\nhelp(x)")
        #expect(help.contains("receptive_field") && help.contains("How much of the input"))
        #expect(help.contains("feed(data)"))
    }
}
