import Foundation
import Language
import Presentation
import Testing

@testable import Workbench

/// `trace`: the element that is meant, what is said of it, and the way back.
@Suite struct TraceTests {
    private static let network = """
        x = Input((8, 8, 2), name="x")
        c = Conv2D(3, 3, padding="same", activation="relu", name="c")(x)
        p = MaxPooling2D(2, name="p")(c)
        d = Dense(4, activation="softmax", name="d")(Flatten(name="f")(p))

        """

    private func items(_ code: String) -> [OutcomeItem] {
        var items: [OutcomeItem] = []
        let session = Session { items.append($0) }
        session.options.showsResults = false
        _ = session.run(SourceText(name: "test", TraceTests.network + code))
        return items
    }

    private func trace(_ code: String) throws -> [String: Any] {
        let item = try #require(items(code).last)
        let json = JSONWriter().text(item)
        return try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any], "\(json)")
    }

    private func error(_ code: String) -> String? {
        for case .failure(let failure) in items(code) { return "\(failure.className): \(failure.message)" }
        return nil
    }

    @Test(arguments: [
        ("trace(c, 2, 3)", [2, 3, 0]), ("trace(c, 2, 3, 1)", [2, 3, 1]), ("trace(c, -1, -8, -1)", [7, 0, 2]),
        ("trace(c, row=2, col=3, channel=1)", [2, 3, 1]), ("trace(c, 2, 3, channel=2)", [2, 3, 2]),
        ("trace(c, (2, 3), 1)", [2, 3, 1]), ("trace(c, (2, 3))", [2, 3, 0]),
        ("trace(d, 3)", [3]), ("trace(d, channel=-1)", [3]),
        ("trace(Conv1D(2, 3)(Input((9, 2))), 4)", [4, 0]), ("trace(Conv1D(2, 3)(Input((9, 2))), step=4)", [4, 0]),
        ("trace(Conv3D(2, 2)(Input((4, 5, 6, 1))), 1, 2, 3, 1)", [1, 2, 3, 1]),
        ("trace(Conv2D(4, 3, data_format='channels_first')(Input((1, 8, 7))), 5, 4, 3)", [3, 5, 4]),
    ]) func theElementIsTheOneThatIsMeant(call: String, place: [Int]) throws {
        #expect(try trace(call)["position"] as? [Int] == place)
    }

    @Test func withoutAPlaceItIsTheLargestValueOfTheChannel() throws {
        let session = Session()
        _ = session.run(SourceText(name: "test", TraceTests.network + "largest = float(np.max(c.numpy()[..., 1]))"))
        guard case .float(let largest)? = session.interpreter.globals["largest"] else {
            Issue.record("the script failed")
            return
        }
        #expect(try trace("trace(c, channel=1)")["engine_value"] as? Double == largest)
    }

    @Test(arguments: [
        ("trace(c, 8, 0)", "IndexError: row 8 is out of range: 'c' has the shape (None, 8, 8, 3)"),
        ("trace(c, 0, -9)", "IndexError: column -9 is out of range: 'c' has the shape (None, 8, 8, 3)"),
        ("trace(c, 0, 0, 3)", "IndexError: channel 3 is out of range: 'c' has the shape (None, 8, 8, 3)"),
        ("trace(d, 4)", "IndexError: channel 4 is out of range: 'd' has the shape (None, 4)"),
        ("trace(c, 1)", "TypeError: trace() takes row, col, channel here, not 1 index"),
        ("trace(c, 1, 2, row=1)", "TypeError: trace() got multiple values for argument 'row'"),
        ("trace(c, depth=1)", "TypeError: 'c' has the shape (None, 8, 8, 3) and no depth"),
        ("trace(c, 1, 2, sample=5)", "IndexError: there is no sample 5"),
        ("trace(x)", "ValueError: 'x' is an input: its elements are given, not calculated."),
        ("trace(c, to=d)", "ValueError: 'c' does not depend on 'd'"),
        (
            "trace(Lambda(lambda t: t * 2, output_shape=(4, 1))(d), 0)",
            "NotImplementedError: The single terms of 'lambda' (Lambda) are not known."
        ),
    ]) func whatIsNotThereIsRefused(call: String, message: String) { #expect(error(call) == message) }

    private static let words = """
        i = Input((4,), name="i", dtype="int32")
        i.feed(np.array([[3, 0, 5, 1]]))
        e = Embedding(6, 2, mask_zero=True, name="e")(i)

        """

    @Test func anElementOfAnEmbeddingIsANumberOfARowOfItsTable() throws {
        let trace = try trace(TraceTests.words + "trace(e, 2, 1)")
        let term = try #require((trace["terms"] as? [[String: Any]])?.first)
        #expect(term["value"] as? Double == 5)
        #expect(term["weight"] as? Double == trace["engine_value"] as? Double)
        #expect(trace["combining"] as? String == "row")
        #expect(trace["agrees"] as? Bool == true)
    }

    @Test(arguments: [
        (
            "trace(LSTM(3, name='l')(e), 0)",
            "NotImplementedError: A value of 'l' (LSTM) comes about step by step, from its state after the step before: it is not "
                + "one sum of terms."
        ),
        (
            "trace(GlobalAveragePooling1D(name='g')(e), 0)",
            "NotImplementedError: Which terms of 'g' count depends on the mask 'not_equal', step by step."
        ),
        (
            "trace(MultiHeadAttention(1, 2, name='m')(e, e), 0, 0)",
            "NotImplementedError: The masks that hang on the inputs of 'm' reach the calculations inside of it, whose single terms "
                + "are not followed then."
        ),
    ]) func whatAMaskOrAStateDecidesIsRefused(call: String, message: String) {
        #expect(error(TraceTests.words + call) == message)
    }

    @Test(arguments: [
        "Conv2D(4, (3, 2), strides=2, activation='gelu')", "Conv2D(32, 3, activation='sigmoid')",
        "DepthwiseConv2D(3, activation='tanh')", "SeparableConv2D(5, 3, activation='elu')",
        "Conv2DTranspose(4, 3, strides=2, activation='softplus')", "LocallyConnected2D(2, 3, activation='relu')",
        "Conv2D(4, 1, activation='softmax')", "Conv2D(3, 3, groups=3, activation='relu6')", "MaxPooling2D(2)",
        "AveragePooling2D(3, padding='same')", "UpSampling2D(2, interpolation='bilinear')", "ZeroPadding2D(1)",
        "Cropping2D(1)", "GlobalAveragePooling2D()", "Dense(7, activation='exponential')", "BatchNormalization()",
        "Activation('softmax')", "Softmax(axis=1)", "LeakyReLU()", "Rescaling(3, offset=1)", "Flatten()",
        "Activation(lambda t: t * 2)",
    ]) func itAgreesWithTheEngine(layer: String) throws {
        let trace = try trace("y = \(layer)(c)\ntrace(y)")
        #expect(trace["agrees"] as? Bool == true)
        let (value, engine) = (trace["value"] as? Double, try #require(trace["engine_value"] as? Double))
        if let value { #expect(abs(value - engine) <= 1e-5 * max(1, abs(engine))) }
    }

    @Test func constantsAndScalarsAreNamed() throws {
        let product = try trace("trace(c * 2, 1, 1)")
        let terms = try #require(product["terms"] as? [[String: Any]])
        #expect(terms.map { $0["input"] as? String } == ["c", "constant"])
        #expect(product["combining"] as? String == "product" && terms[1]["value"] as? Double == 2)
        let mean = try trace("trace(ops.mean(c - 1), to=x)")
        #expect(mean["position"] as? [Int] == [] && mean["combining"] as? String == "mean")
        #expect((mean["path"] as? [[String: Any]])?.last?["name"] as? String == "x")
    }

    @Test func aNormalisationsFactorIsDividedByTheDeviation() throws {
        let normalized = try trace("b = BatchNormalization()(c)\ntrace(b, 1, 1, to=c)")
        let step = try #require((normalized["path"] as? [[String: Any]])?.last)
        let (value, part) = (step["value"] as? Double ?? 0, step["contribution"] as? Double ?? 0)
        #expect(value != 0 && abs(part - value / 1.001.squareRoot()) <= 1e-6 * abs(value))
    }

    @Test func theWayBackEndsAtTheTensorThatIsAskedFor() throws {
        let path = try #require(try trace("trace(d, 1, to=x)")["path"] as? [[String: Any]])
        #expect(path.map { $0["name"] as? String } == ["d", "f", "p", "c", "x"])
        let short = try #require(try trace("trace(d, 1, to=p)")["path"] as? [[String: Any]])
        #expect(short.map { $0["name"] as? String } == ["d", "f", "p"])
    }

    @Test func theWayBackTakesTheBranchThatLeadsThere() throws {
        let code = "a = Conv2D(3, 1, name='a')(x)\nb = Conv2D(3, 1, name='b')(c)\ns = Add(name='s')([a, b])\n"
        let path = try #require(try trace(code + "trace(s, 1, 1, to=c)")["path"] as? [[String: Any]])
        #expect(path.map { $0["name"] as? String } == ["s", "b", "c"])
    }

    @Test(arguments: [20, 40, 80, 120, 200]) func noLineIsTooLong(width: Int) throws {
        for call in ["trace(c)", "trace(p, 1, 1)", "trace(d, 1, to=x)", "trace(SeparableConv2D(4, 3)(c))"] {
            guard case .report(let report)? = items(call).last else { throw Missing() }
            for colour in [ColourDepth.none, .truecolor] {
                var renderer = Renderer(width: width, colour: colour)
                renderer.foldsSentences = true
                let widest = report.lines(renderer).max { $0.width < $1.width }
                #expect((widest?.width ?? 0) <= width, "\(call) at \(width): \(widest?.plain ?? "")")
            }
        }
    }

    private struct Missing: Error {}
}
