import Language
import Layers
import Library
import Network
import TensorEngine
import Testing
import Workbench

@testable import Inspection

/// What `diagnose` finds, and that what it suggests takes the finding away.
@Suite struct DiagnosisTests {
    private func diagnose(_ code: String) throws -> Diagnosis {
        var failure: String?
        let session = Session { if case .failure(let found) = $0 { failure = found.message } }
        session.options.showsResults = false
        _ = session.run(SourceText(name: "test", code + "\n"))
        #expect(failure == nil, "\(code)")
        let output = try #require(PerturbedNetwork.tensor("y", session))
        let model = try Model(
            inputs: GraphWalk.inputs(of: output), outputs: [output], name: "m", context: session.library.network)
        return try Diagnosis(model, name: \.layer.name)
    }

    private func kinds(_ code: String) throws -> [Finding.Kind] { try diagnose(code).findings.map(\.kind) }

    @Test(arguments: [
        ("y = MaxPooling2D(2)(Input(25, 24, 1))", Finding.Kind.unreadPixels, "height: pixel 24 of 25 is never read"),
        (
            "y = Conv2D(1, 1, strides=2)(Input(8, 8, 1))", .unreadPixels,
            "height and width: 4 pixels, 1, 3, 5, 7, of 8 are never read"
        ),
        (
            "y = Conv2D(1, 9, padding='same')(Input(3, 3, 1))", .mostlyPadding,
            "89 % of what its kernel reads is padding"
        ),
        (
            "y = Conv2D(1, 3, dilation_rate=2)(Conv2D(1, 3, dilation_rate=2)(Input(30, 30, 1)))", .gridding,
            "5 of 9 pixels, and never those at 1, 3, 5, 7"
        ),
        ("y = Conv2DTranspose(1, 3, strides=2)(Input(8, 8, 1))", .checkerboard, "overlap 2-1-2-1"),
        (
            "y = BatchNormalization()(Conv2D(8, 3)(Input(8, 8, 1)))", .biasBeforeNormalization,
            "its bias (8 parameters) has no effect"
        ),
        (
            "y = Dense(10)(Dense(512)(Flatten()(Conv2D(16, 3)(Input(30, 30, 1)))))", .heavyDense,
            "% of all parameters are its own: 6,423,040 of 6,428,330"
        ),
        (
            "y = Dense(1, activation='softmax')(Dense(4)(Input((8,))))", .oneClassSoftmax,
            "a softmax over one class is 1 for all data"
        ),
        ("y = Softmax()(Conv2D(1, 1)(Input((8, 8, 3))))", .oneClassSoftmax, "a softmax over one class"),
        (
            "y = Conv2D(8, 3)(Input(3, 64, 64))", .channelOrder,
            "Conv2D reads (3, 64, 64) as a map of 3×64 with 64 channels"
        ),
        ("y = ReLU()(Rescaling(-1.0)(Input(8, 8, 1)))", .deadMaps, "1 of 1 maps are zero everywhere"),
        ("y = Activation('sigmoid')(Rescaling(1.0, 50.0)(Input(8, 8, 1)))", .saturated, "1 of 1 maps are saturated"),
    ])
    func eachKindIsFound(code: String, kind: Finding.Kind, text: String) throws {
        let findings = try diagnose(code).findings.filter { $0.kind == kind }
        #expect(findings.count == 1, "\(code)")
        #expect(findings.first?.text.contains(text) == true, "\(findings.first?.text ?? "")")
        #expect(findings.first?.fix.isEmpty == false)
    }

    @Test(arguments: [
        "y = Conv2D(8, 3, padding='same')(Input(28, 28, 1))", "y = MaxPooling2D(2)(Input(24, 24, 1))",
        "y = Conv2DTranspose(1, 4, strides=2)(Input(8, 8, 1))",
        "y = Conv2D(1, 3, dilation_rate=2)(Conv2D(1, 3)(Input(30, 30, 1)))",
        "y = BatchNormalization()(Conv2D(8, 3, use_bias=False)(Input(8, 8, 1)))",
        "y = BatchNormalization()(Conv2D(8, 3, activation='relu')(Input(8, 8, 1)))",
        "c = Conv2D(8, 3)(Input(8, 8, 1))\ny = Add()([BatchNormalization()(c), c])",
        "y = Conv2D(8, (1, 5))(Input(3, 64, 64))", "y = Cropping2D(1)(Input(9, 9, 1))",
        "y = Conv2D(8, 3, data_format='channels_first')(Input(3, 64, 64))", "y = Dense(3)(Flatten()(Input(9, 9, 1)))",
    ])
    func whatIsInOrderIsLeftAlone(code: String) throws {
        let found = try diagnose(code).findings.filter { ![.deadMaps, .saturated].contains($0.kind) }
        #expect(found.isEmpty, "\(found.map(\.text))")
    }

    /// Constructor calls among the fixes, put in the place of the layer.
    @Test(arguments: [
        ("Conv2DTranspose(1, 3, strides=2)", "Input(8, 8, 1)"), ("MaxPooling2D(2)", "Input(25, 25, 1)"),
        ("Conv2D(1, 1, strides=2)", "Input(8, 8, 1)"), ("Conv2D(4, 3, strides=2)", "Input(8, 8, 1)"),
        ("AveragePooling1D(3)", "Input(10, 1)"),
    ])
    func fixesTakeTheFindingAway(layer: String, input: String) throws {
        let finding = try #require(
            try diagnose("y = \(layer)(\(input))").findings.first { [.unreadPixels, .checkerboard].contains($0.kind) })
        let call = try #require(
            finding.fix.split(separator: ";").first.flatMap { $0.split(separator: ": ").last.map(String.init) })
        let code =
            finding.fix.hasPrefix("pad before")
            ? "y = \(layer)(\(call)(\(input)))" : "y = \(call)(\(input))"
        let left = try diagnose(code).findings.filter { $0.kind == finding.kind }
        #expect(left.allSatisfy { finding.fix.hasPrefix("pad before") && $0.text != finding.text }, "\(code)")
    }

    /// Overlap, unread pixels and gaps by running the layers on ones.
    @Test func countsOfOverlapAreThoseOfALayerOfOnes() throws {
        for kernel in 1...6 {
            for stride in 2...4 {
                let network = try PerturbedNetwork(
                    "x = Input((12, 1))\ny = Conv1DTranspose(1, \(kernel), strides=\(stride), use_bias=False)(x)")
                let layer = network.output.layer
                for weight in layer.weights {
                    try weight.assign(try Tensor(filling: 1, Shape(weight.spec.shape)))
                }
                let ones = try Tensor(filling: 1, [1, 12, 1])
                let values = try Evaluator(layer.context).values(
                    of: [network.output], feeding: [ObjectIdentifier(network.inputs[0]): ones])[0].values
                let motion = try #require(WindowMotion(of: layer, over: network.inputs[0].shape))
                let counts = try #require(WindowFindings.overlap(motion.axes[0]))
                // Away from the borders.
                for index in 2 * kernel..<values.count - 2 * kernel {
                    #expect(values[index] == Float(counts[index % stride]), "kernel \(kernel), stride \(stride)")
                }
            }
        }
    }

    @Test func channelsInTheWrongPlaceAreNotedOnce() {
        var notes: [String] = []
        let session = Session { if case .note(.text(let text)) = $0 { notes.append(text) } }
        _ = session.run(
            SourceText(name: "test", "x = Input(3, 224, 224)\ny = Conv2D(8, 3)(x)\nz = Conv2D(8, 5)(x)\n"))
        #expect(notes.count == 1)
        #expect(notes.first?.contains("it looks like channels_first: Input((224, 224, 3))") == true)
    }

    /// A model in the words of Keras 1 is told what to write in these words.
    @Test func channelsInTheWrongPlaceAreNotedInTheWordsOfTheModel() {
        var said: [String] = []
        let session = Session {
            said.append(TextWriter(renderer: .plain(width: 1000), showsPlaces: false).text($0))
        }
        let old = "m = Sequential()\nm.add(Convolution2D(8, 3, 3, border_mode=\"same\", input_shape=(1, 28, 28)))\n"
        _ = session.run(SourceText(name: "test", old + "m.add(MaxPooling2D((2, 2)))\n"))
        let words = "dim_ordering=\"th\" in the layers, or K.set_image_dim_ordering(\"th\") before them"
        #expect(said.contains { $0.hasPrefix("note: ") && $0.contains(words) })
        #expect(said.last?.contains(words) == true)
        _ = session.run(SourceText(name: "test", "Conv2D(8, 3)(Input((1, 28, 28)))"))
        #expect(said.last?.contains("write data_format=\"channels_first\" in the layers") == true)
    }

    @Test func whatIsTheSameOfSeveralLayersIsSaidOnce() throws {
        let code = """
            x = Input(28, 28, 1)
            a = MaxPooling2D(3, 2, name="a")(x)
            b = MaxPooling2D(3, 2, name="b")(ZeroPadding2D(((0, 15), (0, 15)))(a)[:, :28, :28])
            y = BatchNormalization()(Conv2D(8, 3)(BatchNormalization()(Conv2D(4, 3)(b))))
            """
        let findings = try diagnose(code).findings.filter {
            [.unreadPixels, .biasBeforeNormalization].contains($0.kind)
        }
        #expect(findings.map(\.others.count) == [1, 1])
        #expect(findings[0].others == ["b"])
        #expect(findings[1].text.hasPrefix("their biases (12 parameters)"))
    }

    @Test func zerosThatWerePutAroundAMapMayStayUnread() throws {
        let code = "y = MaxPooling2D(2)(ZeroPadding2D(((0, 1), (0, 1)))(Input(24, 24, 1)))"
        #expect(try kinds(code).contains(.unreadPixels) == false)
        #expect(
            try kinds("y = MaxPooling2D(2)(ZeroPadding2D(((1, 0), (1, 0)))(Input(24, 24, 1)))").contains(.unreadPixels))
    }

    @Test func pixelsThatAnotherLayerReadsAreRead() throws {
        let block =
            "x = Input(16, 16, 4)\ny = Add()([Conv2D(4, 3, strides=2, padding='same')(x), Conv2D(4, 1, strides=2)(x)])"
        #expect(try kinds(block).contains(.unreadPixels) == false)
    }

    /// A convolution whose strides became 1 would not fit the sum any more.
    @Test func aFixLeavesTheRestOfTheModelAsItIs() throws {
        let code = "x = Input(16, 16, 4)\ny = Add()([Conv2D(4, 1, strides=2)(x), Conv2D(4, 1, strides=2)(x)])"
        let finding = try #require(try diagnose(code).findings.first { $0.kind == .unreadPixels })
        #expect(finding.fix == "a window as long as its strides: Conv2D(4, (2, 2), strides=(2, 2))")
    }

    @Test(arguments: [
        (51210, 51251, "more than 99"), (1, 1000, "less than 1"), (5, 5, "100"), (0, 5, "0"),
        (995, 1000, "more than 99"),
        (994, 1000, "99"), (1, 2, "50"),
    ])
    func partsAreNotRoundedToAllOrNothing(part: Int, whole: Int, text: String) {
        #expect(Diagnosis.percent(Double(part) / Double(whole)) == text)
    }

    @Test func layersOfScriptsAreLookedInto() throws {
        let code = """
            class Block(layers.Layer):
                def __init__(self):
                    super().__init__()
                    self.c = layers.Conv2D(4, 3)
                    self.n = layers.BatchNormalization()
                def call(self, x):
                    return self.n(self.c(x))
            b = Block()
            b(Input((8, 8, 1)))
            diagnose(b)
            """
        let findings = try #require(shownJSON(code).last?["findings"] as? [[String: Any]])
        #expect(findings.contains { $0["finding"] as? String == "bias_before_normalization" })
    }

    @Test func knownNetworksAreDiagnosed() throws {
        let found = try kinds(
            "x = Input(28, 28, 1)\nc = Conv2D(8, 3, strides=2)(x)\ny = BatchNormalization()(c)")
        #expect(found.contains(.unreadPixels) && found.contains(.biasBeforeNormalization))
    }
}
