import Interpreter
import Language
import Library
import Network
import Presentation
import Testing

@testable import Workbench

@Suite struct LinePreviewTests {
    private let session: Session
    private let preview: LinePreview

    init() {
        var options = Session.Options()
        options.showsResults = false
        session = Session(options: options)
        preview = LinePreview(session, limit: .seconds(20))
        let setup =
            "x = Input(72, 14, 1)\ny = Input(7, 7, 3)\nc = Conv2D(4, 3)\nc1 = c(x)\nd = Dense(2)\ndef f(x): return x"
        _ = session.run(SourceText(name: "test", setup))
    }

    private func text(_ line: String) -> String? { preview.text(for: line)?.plain }

    @Test func aCallShowsItsShapeAndParameters() {
        #expect(text("c2 = Conv2D(64, 3, strides=2)(x)") == "→ (None, 35, 6, 64) · 640 params")
        #expect(text("MaxPooling2D()(Conv2D(8, 3)(x))") == "→ (None, 35, 6, 8)")
        #expect(text("z = Input(28, 28, 1)") == "→ (None, 28, 28, 1)")
    }

    @Test func bracketsNeedNotBeClosedYet() {
        #expect(text("Conv2D(64, 3, strides=2)(x") == "→ (None, 35, 6, 64) · 640 params")
        #expect(text("concatenate([c1, c1") == "→ (None, 70, 12, 8)")
    }

    @Test func operatorsAndFunctionsOfTensorsAreFollowed() {
        #expect(text("x * 2 + 1") == "→ (None, 72, 14, 1)")
        #expect(text("ops.mean(c1, axis=-1)") == "→ (None, 70, 12)")
        #expect(text("c1[:, ::2]") == "→ (None, 35, 12, 4)")
        #expect(text("Conv2D(c1.shape[-1] * 2, 3)(c1)") == "→ (None, 68, 10, 8) · 296 params")
    }

    @Test func layersWrittenInTheLanguageAreFollowed() {
        #expect(text("MultiHeadAttention(2, 8)(Input((16, 4)), Input((16, 4)))") == "→ (None, 16, 4) · 308 params")
        #expect(text("TimeDistributed(Conv2D(8, 3))(Input((5, 28, 28, 1)))") == "→ (None, 5, 26, 26, 8) · 80 params")
        #expect(text("Bidirectional(LSTM(4))(Input((5, 3)))") == "→ (None, 8) · 256 params")
    }

    @Test func layersThatAreThereAreAsked() {
        #expect(text("c(x)") == "→ (None, 70, 12, 4) · 40 params")
        #expect(text("d(x)") == "→ (None, 72, 14, 2) · 4 params")
    }

    @Test func aWindowThatIsTooLargeIsToldAtOnce() {
        #expect(text("Conv2D(64, 9)(y") == "kernel 9 > height 7")
        #expect(text("Conv2D(64, (3, 9))(y)") == "kernel 9 > width 7")
        #expect(text("Conv2D(64, 4, dilation_rate=3)(y)") == "dilated kernel 10 > height 7")
        #expect(text("MaxPooling2D(8)(y") == "pool 8 > height 7")
        #expect(text("Conv1D(2, 5)(Input(3, 1)") == "kernel 5 > length 3")
    }

    @Test func otherErrorsAreToldWhenTheLineIsFinished() {
        #expect(text("Conv2D(64, 3, padding='sam')(x") == nil)
        #expect(text("Conv2D(64, 3, padding='sam')(x)")?.contains("padding") == true)
        #expect(text("Conv2D(64)(x)")?.contains("kernel_size") == true)
    }

    @Test(
        arguments: [
            "", "x", "x.shape", "print(x)", "show x", "f(x)", "x.feed('noise')", "3 + 4", "c", "unknown(x)",
            "2 ** 100000",
            "Lambda(f)(x)", "Conv2D(64, 3, padding='sam", "def g():", "Model(x, c1)", "[0] * 10**9", "%who",
            "c1.numpy()",
            "Conv2D(64, 3)", "a = b = x; y", "c.kernel", "keras.utils.set_random_seed(1)", "np.zeros((9, 9))", ")(",
        ])
    func whatIsNoPureCallShowsNothing(line: String) {
        #expect(text(line) == nil)
    }

    @Test func nothingRemains() {
        func state() -> [String] {
            let lines = [
                "print(Conv2D(1, 1).name)",
                "print(d.built, len(c.inbound_nodes) if hasattr(c, 'inbound_nodes') else 0)",
                "print(np.random.rand())", "print(Dense(1, kernel_initializer='he_normal').kernel_initializer.seed)",
            ]
            var shown: [String] = []
            session.receive = { if case .printed(let text) = $0 { shown.append(text) } }
            for line in lines { _ = session.run(SourceText(name: "test", line)) }
            return shown
        }
        let before = session.library.snapshot
        let plain = state()
        session.library.restore(before)
        var notes = 0
        session.receive = { _ in notes += 1 }
        for line in ["Conv2D(64, 3)(x)", "d(x)", "c(c(x))", "Convolution2D(8, 3, 3)(x)", "K.random_normal((2, 2)) + x"]
        { _ = text(line) }
        #expect(notes == 0)
        #expect(session.interpreter.globals.definedNames.contains("_") == false)
        #expect(state() == plain)
    }

    @Test func whatIsNotedOnceIsNotedAfterALook() {
        var notes = 0
        let session = Session { if case .note = $0 { notes += 1 } }
        _ = session.run(SourceText(name: "test", "x = Input((3, 64, 64));"))
        #expect(LinePreview(session, limit: .seconds(20)).text(for: "ops.relu(x)") != nil)
        let before = notes
        _ = session.run(SourceText(name: "test", "Conv2D(4, 3, padding='same')(x);"))
        #expect(notes == before + 1)
    }

    /// What is shown before a statement runs is what it makes, and where an error is shown, it fails.
    @Test func previewsComeTrue() throws {
        var made = 0
        for line in RandomCalls(seed: 5).lines(300) {
            let shown = text("t = " + line)
            let ending = session.run(SourceText(name: "test", "t = " + line))
            guard ending == .finished, case .host(let object as TensorObject)? = session.interpreter.globals["t"] else {
                #expect(shown?.hasPrefix("→") == false, "\(line)")
                continue
            }
            made += 1
            let count = object.tensor.layer.parameterCount
            let parameters = count > 0 ? " · \(NumberText.grouped(count)) params" : ""
            #expect(shown == "→ \(object.tensor.shape)\(parameters)", "\(line)")
        }
        #expect(made > 100)
    }
}

/// Calls of layers with arguments at random, right and wrong ones.
private struct RandomCalls {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func pick<T>(_ choices: [T]) -> T {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return choices[Int(state >> 33) % choices.count]
    }

    func lines(_ count: Int) -> [String] {
        var dice = self
        return (0..<count).map { _ in dice.call(depth: 2) }
    }

    private mutating func call(depth: Int) -> String {
        let input = depth == 0 || pick([true, false]) ? pick(["x", "y", "c1"]) : call(depth: depth - 1)
        let size = pick(["1", "2", "3", "5", "9", "(1, 3)", "(4, 2)"])
        let padding = pick(["", ", padding='same'"])
        switch pick(Array(0..<12)) {
        case 0...2:
            return
                "Conv2D(\(pick([1, 4, 64])), \(size)\(pick(["", ", strides=2", ", dilation_rate=2"]))\(padding))(\(input))"
        case 3: return "MaxPooling2D(\(size)\(padding))(\(input))"
        case 4: return "SeparableConv2D(3, \(size)\(padding))(\(input))"
        case 5: return "Conv2DTranspose(2, \(size), strides=\(pick([1, 2, 3]))\(padding))(\(input))"
        case 6: return "Dense(\(pick([1, 7])))(\(pick(["Flatten()(\(input))", input])))"
        case 7: return "BatchNormalization()(\(input))"
        case 8: return "concatenate([\(input), \(pick(["x", "y", input]))])"
        case 9: return "(\(input) * 2 + \(pick(["1", "x", input])))"
        case 10: return "ops.mean(\(input), axis=\(pick([1, 2, -1])))"
        default: return "Cropping2D(\(pick([1, 3])))(\(input))"
        }
    }
}
