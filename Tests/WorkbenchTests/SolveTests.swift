import Foundation
import Language
import Testing
import Workbench

/// `solve` and `restore`: what they print is typed, and must give the shape.
@Suite struct SolveTests {
    /// Layers of each kind that are tried; more with CONVSH_CASES.
    private static let count = 4 * (ProcessInfo.processInfo.environment["CONVSH_CASES"].flatMap(Int.init) ?? 1)

    private static func text(_ sizes: [Int]) -> String { "(\(sizes.map { "\($0), " }.joined()))" }

    /// The shape of what some code yields, without the batch; nil where it fails.
    private static func shape(_ code: String, in session: Session) -> [Int]? {
        guard let shape = shownJSON(code, in: session).last?["output_shape"] as? [Any] else { return nil }
        return shape.dropFirst().compactMap { $0 as? Int }
    }

    private static func solutions(_ code: String, in session: Session) -> [String]? {
        (shownJSON(code, in: session).last?["solutions"] as? [[String: Any]])?.compactMap { $0["code"] as? String }
    }

    @Test(arguments: RandomGeometry.layers) func everySolutionGivesTheShapeThatALayerGave(layer: String) throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<Self.count {
            let drawn = RandomGeometry(layer, using: &random)
            let session = Session()
            let made = "x = Input(\(Self.text(drawn.input)));\n\(drawn.code)(x)"
            guard let wanted = Self.shape(made, in: session) else { continue }
            let question = "solve(x, \(Self.text(wanted)))"
            let solutions = try #require(Self.solutions(question, in: session), "\(made)\n\(question)")
            for solution in solutions {
                #expect(Self.shape(solution, in: session) == wanted, "\(made)\n\(question): \(solution)")
            }
            // What one convolution or one transposed convolution gives, one layer gives.
            if layer.hasPrefix("Conv"), wanted.dropLast() != drawn.input.dropLast() {
                #expect(solutions[0].ranges(of: ")(").count == 1, "\(made)\n\(question): \(solutions[0])")
            }
        }
    }

    @Test(arguments: RandomGeometry.layers) func whatIsRestoredHasTheShapeOfTheInput(layer: String) throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<Self.count {
            let drawn = RandomGeometry(layer, using: &random)
            let session = Session()
            let made = "x = Input(\(Self.text(drawn.input)));\nc = \(drawn.code)(x)"
            guard Self.shape(made, in: session) != nil else { continue }
            let solutions = try #require(Self.solutions("restore c", in: session), "\(made)")
            for solution in solutions {
                #expect(Self.shape(solution, in: session) == drawn.input, "\(made): \(solution)")
            }
        }
    }

    /// The smallest transposed layer that restores a size, found by trying all output paddings along one axis.
    @Test(arguments: ["valid", "same"]) func oneTransposedLayerIsEnoughWhereOneExists(padding: String) throws {
        for size in 5...10 {
            for kernel in 1...3 {
                for stride in 1...3 {
                    let session = Session()
                    let window = "\(kernel), strides=\(stride), padding=\"\(padding)\""
                    let made = "x = Input((\(size), 2));\nc = Conv1D(3, \(window))(x)"
                    guard Self.shape(made, in: session) != nil else { continue }
                    let exists = ["valid", "same"].contains { padding in
                        ([nil] + (0..<stride).map { $0 }).contains { extra in
                            let argument = extra.map { ", output_padding=\($0)" } ?? ""
                            let call =
                                "Conv1DTranspose(2, \(kernel), strides=\(stride), padding=\"\(padding)\"\(argument))(c)"
                            return Self.shape(call, in: session) == [size, 2]
                        }
                    }
                    let first = try #require(Self.solutions("restore c", in: session)?.first)
                    #expect(
                        exists == !first.contains("Cropping") && exists == !first.contains("ZeroPadding"),
                        "\(made): \(first)")
                }
            }
        }
    }

    @Test func sizesThatDoNotMatterMayBeAnything() throws {
        let session = Session()
        let solutions = try #require(Self.solutions("x = Input((28, 30, 3));\nsolve(x, (None, 10, None))", in: session))
        for solution in solutions { #expect(Self.shape(solution, in: session)?[1] == 10, "\(solution)") }
        #expect(!solutions.isEmpty)
    }

    @Test func theNearestSizesAreShownWhereNothingFits() throws {
        let session = Session()
        let report = try #require(
            shownJSON("x = Input((10, 10, 3));\nsolve(x, (7, 7, 8), layers=MaxPooling2D)", in: session).last)
        #expect(report["exact"] as? Bool == false)
        let codes = (report["solutions"] as? [[String: Any]] ?? []).compactMap { $0["code"] as? String }
        #expect(!codes.isEmpty)
        for code in codes { #expect(Self.shape(code, in: session)?.last == 3) }
        let up = try #require(shownJSON("solve(x, (25, 25, 3), layers=UpSampling2D)", in: session).last)
        let shapes = (up["solutions"] as? [[String: Any]] ?? []).compactMap { $0["output_shape"] as? NSArray }
        #expect(shapes == [[NSNull(), 20, 20, 3], [NSNull(), 30, 30, 3]])
    }

    @Test func aTensorStandsForItsShapeAndATextForALayer() throws {
        let session = Session()
        _ = session.run(SourceText(name: "test", "x = Input((8, 8, 2))\nc = Conv2D(3, 3)(x)"))
        #expect(try #require(Self.solutions("solve(x, c)", in: session)).contains("Conv2D(3, 3)(x)"))
        #expect(Self.solutions("solve(x, (6, 6, 8), layers=['Conv2D'])", in: session) == ["Conv2D(8, 3)(x)"])
        #expect(Self.solutions("solve(x, (6, 6, 8), layers='Conv2D')", in: session) == ["Conv2D(8, 3)(x)"])
    }

    @Test(arguments: ["(8, 8, 2)", "(None, None, 2)"]) func allPixelsBecomeOne(input: String) throws {
        let session = Session()
        let found = try #require(Self.solutions("x = Input(\(input))\nsolve(x, (1, 1, 2))", in: session))
        #expect(found.first == "GlobalAveragePooling2D(keepdims=True)(x)")
        let deeper = try #require(Self.solutions("x = Input(\(input))\nsolve(x, (1, 1, 5))", in: session))
        #expect(deeper.contains("Conv2D(5, 1)(GlobalAveragePooling2D(keepdims=True)(x))"), "\(deeper)")
    }

    @Test func otherNumbersOfAxesAreReached() throws {
        let session = Session()
        let line = try #require(Self.solutions("x = Input((8, 8, 4));\nsolve(x, 10)", in: session))
        #expect(line == ["Dense(10)(GlobalAveragePooling2D()(x))", "Dense(10)(Flatten()(x))"])
        #expect(Self.solutions("solve(x, (16, 16))", in: session) == ["Reshape((16, 16))(x)"])
        #expect(
            Self.solutions("y = Input((5,));\nsolve(y, (2, 2, 3))", in: session) == ["Reshape((2, 2, 3))(Dense(12)(y))"]
        )
    }

    @Test func channelsFirstStaysChannelsFirst() throws {
        let session = Session()
        let code = "x = Input((3, 12, 12));\nc = Conv2D(4, 3, data_format='channels_first')(x);\nsolve(c, (8, 5, 5))"
        let solutions = try #require(Self.solutions(code, in: session))
        for solution in solutions { #expect(Self.shape(solution, in: session) == [8, 5, 5], "\(solution)") }
        let restored = try #require(Self.solutions("restore c", in: session)?.first)
        #expect(Self.shape(restored, in: session) == [3, 12, 12], "\(restored)")
    }

    @Test(arguments: [
        ("solve(x, (0, 4))", "ValueError: `shape` holds sizes of at least 1, or None. Received: (0, 4)"),
        (
            "solve(x, Conv2D(3, 3)(x)[:, 6:])",
            "ValueError: `shape` holds sizes of at least 1, or None. Received: (0, 6, 3)"
        ),
        ("solve(x, ())", "ValueError: `shape` has one to eight sizes. Received: ()"),
        ("solve(x, 3, layers=3)", "TypeError: 'int' object is not iterable"),
        ("solve(x, 3, layers=[relu])", "TypeError: `layers` takes classes of layers. Received: <function relu>"),
        ("solve(x, 3, limit=0)", "ValueError: `limit` must be from 1 to 100. Received: 0"),
        ("restore(Dense(3)(x))", "ValueError: restore() undoes layers that move a window, and 'dense' moves none"),
        ("restore(x)", "ValueError: restore() undoes layers that move a window, and 'x' moves none"),
    ]) func whatCannotBeSolvedIsRefused(call: String, message: String) throws {
        let error = try #require(shownJSON("from keras.activations import relu\nx = Input((8, 8, 4));\n\(call)").last)
        #expect("\(error["class"] ?? ""): \(error["message"] ?? "")" == message)
    }

    @Test func nothingIsLeftBehind() throws {
        func results(_ line: String) -> String {
            let session = Session()
            _ = shownJSON("x = Input((9, 9, 2));\nc = Conv2D(4, 3)(x);\n\(line)", in: session)
            var text = ""
            session.receive = { text += JSONWriter().text($0) }
            _ = session.run(SourceText(name: "test", "d = Conv2D(4, 3)(c)\nd.name\nd.numpy()"))
            return text
        }
        let usual = results("None")
        for line in ["solve(x, (4, 4, 8));", "restore(c);", "compare(c, x);", "frameworks(c);"] {
            #expect(results(line) == usual, "\(line)")
        }
    }
}
