import Foundation
import Language
import Library
import Presentation
import Testing
import Workbench

/// Inspection functions, their reports and how these are shown.
@Suite struct ReportTests {
    private static let network = "x = Input(8, 8, 3)\nc1 = Conv2D(4, 3)(x)\n"
    /// An example for each inspection function.
    private static let examples = [
        "show": "show(c1)",
        "field": "field(c1)",
        "reaches": "reaches(x, 3, 3)",
        "impulse": "impulse(c1)",
        "sizes": "sizes(c1)",
        "diagnose": "diagnose(c1)",
        "save": "save(c1, \"maps.png\")",
        "summary": "summary(c1)",
        "plan": "plan(c1)",
        "explain": "explain(c1)",
        "trace": "trace(c1, 1, 2)",
        "animate": "animate(c1)",
        "explore": "explore(c1)",
        "sweep": "sweep(c1, strides=[1, 2])",
        "frameworks": "frameworks(c1)",
        "solve": "solve(c1, (3, 3, 4))",
        "restore": "restore(c1)",
        "compare": "compare(c1, Conv2D(4, 3, padding='same'))",
        "upgrade": "upgrade(\"old.py\")",
    ]

    private func items(_ code: String) -> [OutcomeItem] {
        var items: [OutcomeItem] = []
        let session = Session { items.append($0) }
        session.library.files.readText = { _ in "y = Convolution2D(4, 3, 3)(x)\n" }
        session.library.files.write = { _, _ in }
        _ = session.run(SourceText(name: "test", code))
        return items
    }

    private func report(_ code: String) -> (any DisplayedReport)? {
        for case .report(let report) in items(ReportTests.network + code) { return report }
        return nil
    }

    private func error(_ code: String) -> String? {
        for case .failure(let failure) in items(ReportTests.network + code) {
            return "\(failure.className): \(failure.message)"
        }
        return nil
    }

    @Test func everyInspectionFunctionShowsItsReport() throws {
        let words = Session().interpreter.commandWords.subtracting(["help"])
        #expect(words == Set(ReportTests.examples.keys))
        for (word, example) in ReportTests.examples {
            let report = try #require(self.report(example), "\(word) has no report with a display")
            #expect(!report.lines(.plain()).isEmpty)
            #expect(report.json.first?.name == "kind")
        }
    }

    @Test(arguments: [
        "summary", "plan", "explain", "trace", "animate", "explore", "show", "field", "reaches", "impulse", "sizes",
        "diagnose", "frameworks", "restore",
    ])
    func whatCannotBeInspectedIsRefusedInOneWording(function: String) {
        let kinds = function == "show" ? "a tensor, a layer, a model or an array" : "a tensor, a layer or a model"
        #expect(error("\(function)(\"abc\")") == "TypeError: \(function)() takes \(kinds), not 'str'")
        #expect(error("\(function)(None)") == "TypeError: \(function)() takes \(kinds), not 'NoneType'")
        #expect(error("\(function)(Conv2D)") == "TypeError: \(function)() takes \(kinds), not 'type'")
        #expect(
            error("\(function)(Conv2D(4, 3))")
                == "TypeError: the layer 'conv2d_1' has not been called on anything yet")
    }

    @Test func aSummaryInJSONHasShapesCostAndFieldOfEachLayer() throws {
        let json = try #require(items(ReportTests.network + "summary(c1)").last.map(JSONWriter().text))
        let summary = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let layers = try #require(summary["layers"] as? [[String: Any]])
        #expect(layers.map { $0["name"] as? String } == ["input_layer", "conv2d"])
        #expect((layers[1]["output_shape"] as? NSArray) == [NSNull(), 6, 6, 4])
        #expect(layers[1]["macs"] as? Int == 6 * 6 * 4 * 27)
        #expect(layers[1]["receptive_field"] as? [Int] == [3, 3])
    }

    @Test func theLayersOfAnUnbuiltModelHaveNeitherShapeNorCost() {
        let json = items("m = Sequential([Conv2D(4, 3)])\nsummary(m)").last.map(JSONWriter().text)
        #expect(
            json?.contains(#""output_shape":null,"params":null,"macs":null,"receptive_field":null"#) == true)
    }
}
