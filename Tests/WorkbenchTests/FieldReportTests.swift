import Foundation
import Language
import Layers
import Network
import TensorEngine
import Testing
import Workbench

@testable import Inspection

/// `field`, `reaches` and `impulse` against brute force and published figures.
@Suite struct FieldReportTests {
    @Test(arguments: [
        ("layers.Conv2DTranspose(3, 3)(layers.Reshape((4, 4, 2))(Dense(32)(z)))", "all"),
        ("layers.ReLU()(z)", "exact"), ("Dense(3)(z)", "all"),
    ]) func ofAVectorItsValuesAreSeen(call: String, kind: String) throws {
        let shown = shownJSON("z = Input((8,))\nt = \(call)\nfield(t)")
        let inputs = try #require(shown.last?["inputs"] as? [[String: Any]])
        #expect(inputs.first?["values"] as? String == kind)
        #expect(inputs.first?["is"] as? String == "exact")
    }

    private func session(_ code: String) throws -> Session {
        var failure: String?
        let session = Session { if case .failure(let found) = $0 { failure = found.message } }
        session.options.showsResults = false
        _ = session.run(SourceText(name: "test", code))
        #expect(failure == nil)
        return session
    }

    private func field(_ code: String, at place: [Int]? = nil) throws -> FieldReport.Input {
        let session = try session(code)
        let tensor = try #require(PerturbedNetwork.tensor("y", session))
        return try #require(FieldReport(tensor, at: place, name: \.layer.name).inputs.first)
    }

    private func model(_ name: String) throws -> String {
        let root = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: root.appendingPathComponent("Scripts/models/\(name).conv"), encoding: .utf8)
    }

    // MARK: Against brute force

    @Test func pixelsSeeWhatChangesThem() throws {
        try PerturbedNetwork.forEachRandom(seed: 23) { network in
            let (input, output) = (network.inputs[0], network.output)
            let (sizes, outputSizes) = (
                input.shape.perSample.compactMap(\.known), output.shape.perSample.compactMap(\.known)
            )
            let (axes, outputAxes) = [input, output].map { SpatialAxes($0.shape, FieldReport.format(of: output)) }.pair
            let changes = try network.changes(byInput: 0)
            var seen: [[Int]: Set<[Int]>] = [:]
            for (element, changed) in changes.enumerated() {
                let indices = PerturbedNetwork.indices(of: element, in: outputSizes)
                let pixel = outputAxes.places.map { indices[$0] }
                for index in changed.indices where changed[index] {
                    let source = PerturbedNetwork.indices(of: index, in: sizes)
                    seen[pixel, default: []].insert(axes.places.map { source[$0] })
                }
            }
            for (pixel, sources) in seen.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }).prefix(12) {
                let report = FieldReport(output, at: pixel, name: \.layer.name).inputs[0]
                let pixels = try #require(report.pixels)
                if report.certainty == .exact {
                    #expect(pixels.seen == sources.count, "\(network.code)\n\(pixel)")
                } else {
                    #expect(pixels.seen >= sources.count, "\(network.code)\n\(pixel)")
                }
                for (axis, shown) in report.axes.enumerated() {
                    let indices = Set(sources.map { $0[axis] })
                    guard let reach = shown.reach, let first = indices.min(), let last = indices.max() else { continue }
                    #expect(reach.contains(first) && reach.contains(last), "\(network.code)\n\(pixel) \(reach)")
                    if report.certainty == .exact {
                        let runs = try #require(shown.seen)
                        #expect(Set(runs.joined()) == indices, "\(network.code)\n\(pixel)")
                    }
                    if let offset = shown.offset, pixel[axis] == 0 {
                        #expect(reach.lowerBound == offset, "\(network.code)\n\(pixel)")
                    }
                    // Where a layer enlarges, pixels within a period differ.
                    let enlarges = ["Transpose", "UpSampling", "Resizing"].contains { network.code.contains($0) }
                    if !enlarges, let stride = shown.stride, let offset = shown.offset {
                        #expect(
                            reach.lowerBound == offset + pixel[axis] * Int(stride), "\(network.code)\n\(pixel)")
                    }
                }
            }
        }
    }

    /// Winograd's convolution rounds at pixels that do not depend on the impulse.
    @Test func roundingIsNoResponse() throws {
        let network = try PerturbedNetwork("x = Input((28, 28, 64))\ny = Conv2D(64, 3, padding='same')(x)")
        #expect(network.output.node.usesWinograd)
        let report = try #require(
            try ImpulseReport(
                network.output, at: nil, from: network.inputs[0], usesData: false, name: \.layer.name))
        #expect(report.responseSpread.pixels == 9)
    }

    @Test func theEffectIsWhereChangesAre() throws {
        let network = try PerturbedNetwork(
            "x = Input((7, 6, 1))\ny = Conv2D(2, 3, dilation_rate=2, padding='same')(x)")
        let report = try #require(
            try ImpulseReport(
                network.output, at: [3, 2], from: network.inputs[0], usesData: false, name: \.layer.name))
        let effect = try #require(report.effect)
        let field = FieldReport(network.output, at: [3, 2], name: \.layer.name).inputs[0]
        #expect(effect.values.filter { $0 != 0 }.count == field.pixels?.seen)
        // One channel in, so that the effect is the sum of the kernel's magnitudes at each tap.
        let kernel = try #require(network.output.layer.weights.first).value().values
        let taps = stride(from: 0, to: kernel.count, by: 2).map { kernel[$0].magnitude + kernel[$0 + 1].magnitude }
        let found = effect.values.filter { $0 != 0 }
        #expect(
            zip(found, [taps[1], taps[2], taps[4], taps[5], taps[7], taps[8]]).allSatisfy { ($0 - $1).magnitude < 1e-5 }
                || found.count != 6)
    }

    @Test func theResponseToAnImpulseIsTheKernelTurned() throws {
        let network = try PerturbedNetwork("x = Input((7, 7, 1))\ny = Conv2D(1, 3)(x)")
        let report = try #require(
            try ImpulseReport(network.output, at: nil, from: network.inputs[0], usesData: true, name: \.layer.name))
        let kernel = try #require(network.output.layer.weights.first).value().values
        let response = report.response.values.filter { $0 != 0 }
        #expect(response.count == 9)
        #expect(zip(response, kernel.reversed()).allSatisfy { ($0 - $1).magnitude < 1e-5 })
        #expect(report.responseSpread.pixels == 9 && report.responseSpread.most == 3)
    }

    // MARK: Published figures

    /// Size, stride and padding. Source: Araujo, Norris and Sim 2019, "Computing receptive fields of convolutional neural
    /// networks", https://distill.pub/2019/computing-receptive-fields
    @Test(arguments: [
        ("vgg16", "model.get_layer('block5_pool').output", 212, 90),
        ("inceptionv3", "model.layers[-3].output", 1311, 618),
    ])
    func figuresOfModelsAreThePublishedOnes(name: String, tensor: String, size: Int, padding: Int) throws {
        try expect(try field("\(try model(name))\ny = \(tensor)\n"), size, padding)
    }

    private func expect(_ field: FieldReport.Input, _ size: Int, _ padding: Int) throws {
        for axis in field.axes {
            #expect(axis.size == .exact(size))
            #expect(axis.stride == 32)
            #expect(axis.offset == -padding)
        }
    }

    /// The published ResNet50 has its strides in the last 3×3 convolution of a block, which is padded by 1 on both sides;
    /// Keras's has them in the first 1×1 convolution.
    @Test func figuresOfResNet50AreThePublishedOnes() throws {
        let code = """
            def unit(x, strides):
                y = Conv2D(2, 1)(x)
                y = ZeroPadding2D(1)(y) if strides > 1 else y
                y = Conv2D(2, 3, strides=strides, padding="valid" if strides > 1 else "same")(y)
                y = Conv2D(2, 1)(y)
                x = MaxPooling2D(1, strides=strides)(x) if strides > 1 else x
                return Add()([y, x])

            x = Input((224, 224, 2))
            y = MaxPooling2D(3, strides=2, padding="same")(Conv2D(2, 7, strides=2)(ZeroPadding2D(3)(x)))
            for units, strides in [(3, 2), (4, 2), (6, 2), (3, 1)]:
                for _ in range(units - 1):
                    y = unit(y, 1)
                y = unit(y, strides)
            """
        try expect(try field(code + "\n"), 483, 239)
    }

    /// The branches that reach farthest, with the padding of the original: none in the stem, where it says "valid", and none
    /// with a stride.
    @Test func figuresOfInceptionResNetV2AreThePublishedOnes() throws {
        let code = """
            def same(x, size, strides=1):
                return Conv2D(2, size, strides=strides, padding="same")(x)

            def valid(x, size, strides=1):
                return Conv2D(2, size, strides=strides)(x)

            def residual(x, *branches):
                parts = []
                for branch in branches:
                    y = x
                    for size in branch:
                        y = same(y, size)
                    parts.append(y)
                return Add()([x, same(Concatenate()(parts), 1)])

            def reduction(x, *branches):
                parts = [MaxPooling2D(3, strides=2)(x)]
                for branch in branches:
                    y = x
                    for size in branch[:-1]:
                        y = same(y, size)
                    parts.append(valid(y, branch[-1], 2))
                return same(Concatenate()(parts), 1)

            x = Input((299, 299, 2))
            y = same(valid(valid(x, 3, 2), 3), 3)
            y = MaxPooling2D(3, strides=2)(y)
            y = MaxPooling2D(3, strides=2)(valid(same(y, 1), 3))
            pool = same(AveragePooling2D(3, strides=1, padding="same")(y), 1)
            y = same(Concatenate()([same(y, 1), same(same(y, 1), 5), same(same(same(y, 1), 3), 3), pool]), 1)
            for _ in range(10):
                y = residual(y, [1], [1, 3], [1, 3, 3])
            y = reduction(y, [3], [1, 3, 3])
            for _ in range(20):
                y = residual(y, [1], [1, (1, 7), (7, 1)])
            y = reduction(y, [1, 3], [1, 3], [1, 3, 3])
            for _ in range(10):
                y = residual(y, [1], [1, (1, 3), (3, 1)])
            """
        try expect(try field(code + "\n"), 3039, 1482)
    }

    // MARK: Words

    @Test func aFieldOverTheBorderSaysHowFar() throws {
        let axis = try field("x = Input((9, 9, 1))\ny = Conv2D(1, 5, padding='same')(x)", at: [0, 4]).axes
        #expect(axis[0].reach == -2...2 && axis[0].seen == [0...2])
        #expect(axis[1].reach == 2...6 && axis[1].seen == [2...6])
        #expect(axis[0].offset == -2)
    }

    @Test func unknownSizesLeaveWhatDoesNotDependOnThem() throws {
        let axis = try field("x = Input((None, None, 1))\ny = Conv2D(1, 5, padding='same')(x)").axes[0]
        #expect(axis.size == .exact(5) && axis.offset == -2 && axis.seen == nil)
        let strided = try field("x = Input((None, None, 1))\ny = Conv2D(1, 5, strides=2, padding='same')(x)").axes[0]
        #expect(strided.size == .exact(5) && strided.offset == nil)
    }

    @Test func tensorsJoinedAlongRowsHaveAFieldForEachPixel() throws {
        let code = "x = Input((8, 8, 1))\ny = Concatenate(axis=1)([x, Conv2D(1, 3, padding='same')(x)])"
        for (row, seen) in [(2, [2...2]), (8, [0...1]), (10, [1...3])] {
            let field = try field(code, at: [row, 4])
            #expect(field.certainty == .exact && field.axes[0].size == .unknown)
            #expect(field.axes[0].seen == seen)
        }
        #expect(try field(code.replacing("(8, 8, 1)", with: "(None, 8, 1)")).certainty == .unknown)
    }

    @Test func channelsAreWhereALayerPutsThem() throws {
        let code = "x = Input((3, 9, 8))\np = Permute((2, 3, 1))(x)\nc = Conv2D(4, 3)(p)\ny = Permute((3, 1, 2))(c)"
        let session = try session(code)
        for name in ["c", "y"] {
            let tensor = try #require(PerturbedNetwork.tensor(name, session))
            let field = FieldReport(tensor, at: [2, 1], name: \.layer.name).inputs[0]
            #expect(field.axes.map(\.seen) == [[2...4], [1...3]] && field.pixels?.all == 72, "\(name)")
            #expect(ReceptiveField(of: tensor).description == "3×3")
            #expect(FieldReport.format(of: tensor) == (name == "c" ? .channelsLast : .channelsFirst))
        }
        let x = try #require(PerturbedNetwork.tensor("x", session))
        let y = try #require(PerturbedNetwork.tensor("y", session))
        let reach = try #require(ReachReport(from: x, at: [4, 4], to: [y], name: \.layer.name))
        #expect(reach.targets[0].pixels.seeing == 9)
        let model = try Model(inputs: [x], outputs: [y], name: "m", context: session.library.network)
        #expect(try SizeRequirements(of: model).axes.map(\.axis) == [2, 3])
    }

    @Test(arguments: ["x[:, ::-1]", "Reshape((8, 4, 2))(x)", "ops.roll(x, 3, axis=1)"])
    func pixelsInAnotherOrderAreABound(call: String) throws {
        let field = try field("x = Input((4, 8, 2))\ny = \(call)", at: [3, 1])
        #expect(field.certainty != .exact && (field.pixels?.seen ?? 0) > 1)
    }

    @Test(arguments: [
        ("field(y, 9, 0)", "index 9 is outside of the height of y, 7"), ("field(y, 1)", "a pixel of y has 2 indices"),
        ("reaches(y)", "nothing depends on y"), ("reaches(x, 0, 0, x)", "x does not depend on x"),
        ("impulse(y, data='ones')", "`data` cannot be 'ones'"),
        ("impulse(Dense(2)(Flatten()(x)))", "impulse() needs tensors of one or two spatial axes"),
        ("field('y')", "field() takes a tensor"),
    ])
    func whatCannotBeAnsweredIsRefused(call: String, message: String) {
        var found = ""
        let session = Session { if case .failure(let failure) = $0 { found = failure.message } }
        _ = session.run(SourceText(name: "test", "x = Input(9, 9, 1)\ny = Conv2D(1, 3)(x)\n\(call)"))
        #expect(found.contains(message))
    }

    @Test func theLastTensorsThatDependOnAnInputAreTheTargets() throws {
        let session = try session(
            "x = Input(8, 8, 1)\na = Conv2D(1, 3)(x)\nb = Conv2D(1, 3)(a)\nc = MaxPooling2D(2)(a)")
        var text = ""
        session.receive = { text += JSONWriter().text($0) }
        _ = session.run(SourceText(name: "test", "reaches(x, 4, 4)\n"))
        #expect(text.contains(#""tensor":"b""#) && text.contains(#""tensor":"c""#) && !text.contains(#""tensor":"a""#))
    }
}

extension Array {
    /// Two elements as a tuple.
    fileprivate var pair: (Element, Element) { (self[0], self[1]) }
}
