import Foundation
import Language
import Testing
import Workbench

/// `compare` against numbers computed apart.
@Suite struct CompareTests {
    private static let start = "x = Input((9, 7, 2));\na = Conv2D(4, 3)(x);\nb = Conv2D(4, 3, padding='same')(x);\n"

    private static func report(_ code: String) throws -> [String: Any] {
        try #require(shownJSON(start + code).last)
    }

    @Test func theLargestDifferenceIsTheLargest() throws {
        let session = Session()
        let code = "c = Conv2D(4, 3, activation='relu')(x);\ncompare(a, c, weights='own')"
        let report = try #require(shownJSON(Self.start + code, in: session).last)
        let largest = try #require(report["largest_difference"] as? [String: Any])
        let index = try #require(largest["index"] as? [Int]).map(String.init).joined(separator: ", ")
        let check = "d = abs(a.numpy() - c.numpy());\nprint(float(d.max()))\nprint(float(d[\(index)]))"
        let printed = shownJSON(check, in: session).compactMap {
            ($0["text"] as? String).flatMap { Double($0.dropLast()) }
        }
        #expect(printed.count == 2)
        let difference = try #require(largest["difference"] as? Double)
        for number in printed { #expect(abs(number - difference) < 1e-6) }
    }

    @Test func theSameWeightsGiveTheSameValues() throws {
        let report = try Self.report("c = Conv2D(4, 3)(x);\ncompare(a, c)")
        #expect(report["equal"] as? Bool == true)
        #expect(report["weights"] as? String == "c computed with a's kernel and bias")
        #expect((report["differences"] as? [Any])?.isEmpty == true)
        let own = try Self.report("c = Conv2D(4, 3)(x);\ncompare(a, c, weights='own')")
        #expect(own["equal"] as? Bool == false)
    }

    @Test func argumentsThatDifferAreListed() throws {
        let report = try Self.report("compare(a, b)")
        let differences = try #require(report["differences"] as? [[String: Any]])
        #expect(differences.map { $0["name"] as? String } == ["padding"])
        #expect(differences[0]["values"] as? [String] == ["\"valid\"", "\"same\""])
        #expect(report["largest_difference"] is NSNull)
    }

    @Test func aLayerIsCalledOnTheInputOfTheOther() throws {
        let report = try Self.report("compare(a, Conv2D(4, 3, use_bias=False))")
        #expect(report["equal"] as? Bool == true)
        let sides = try #require(report["sides"] as? [[String: Any]])
        #expect(sides.map { $0["params"] as? Int } == [76, 72])
    }

    @Test func modelsAreComparedLayerByLayer() throws {
        let code = """
            m = Sequential([Input((8, 8, 1)), Conv2D(4, 3), Flatten(), Dense(3)]);
            n = Sequential([Input((8, 8, 1)), Conv2D(4, 3), ReLU(), Flatten(), Dense(3)]);
            compare(m, n)
            """
        let report = try Self.report(code)
        let differences = try #require(report["differences"] as? [[String: Any]])
        #expect(differences.count == 1)
        #expect((differences[0]["values"] as? [Any])?[1] as? String == "ReLU()")
        #expect((report["weights"] as? String)?.contains("computed with m's") == true)
    }

    @Test func replacedWeightsAreShared() throws {
        let code = "a.layer.set_weights([np.ones((3, 3, 2, 4)), np.zeros(4)]);\nc = Conv2D(4, 3)(x);\ncompare(a, c)"
        #expect(try Self.report("import numpy as np\n" + code)["equal"] as? Bool == true)
    }

    @Test(arguments: [
        (
            "compare(Conv2D(4, 3), Conv2D(4, 5))",
            "TypeError: compare() needs an input for layers that were not called yet"
        ),
        ("compare(a, 3)", "TypeError: compare() takes a tensor, a layer or a model, not 'int'"),
        ("compare(a, b, weights='none')", "ValueError: `weights` cannot be 'none'"),
    ]) func whatCannotBeComparedIsRefused(call: String, message: String) throws {
        let error = try Self.report(call)
        #expect("\(error["class"] ?? ""): \(error["message"] ?? "")" == message)
    }
}
