import Layers
import TensorEngine
import Testing

@testable import Network

/// Layers that are computed together give what they give one by one.
@Suite struct FusedStepTests {
    private let context = NetworkContext()

    private func layer(_ name: String, _ positional: [Argument] = [], _ keywords: [CallSite.Keyword] = []) throws
        -> CatalogueLayer
    {
        let definition = try #require(Catalogue.layers[name])
        return CatalogueLayer(try definition.make(CallSite(positional, keywords: keywords)), context: context)
    }

    /// A chain of layers on 9×9 pixels of 4 channels, with weights that are neither 0 nor 1.
    private func chain(_ layers: [CatalogueLayer]) throws -> (start: SymbolicTensor, tensors: [SymbolicTensor]) {
        let start = try InputLayer(shape: BatchShape([.unknown, 9, 9, 4]), context: context).output
        var tensors: [SymbolicTensor] = []
        var random = RandomStream(seed: 5)
        for layer in layers {
            tensors.append(try layer.call([tensors.last ?? start])[0])
            let weights = try layer.weights.map { weight in
                try Tensor(
                    Shape(weight.spec.shape), (0..<weight.spec.count).map { _ in Float(random.below(100) + 5) / 60 })
            }
            try layer.setWeights(weights)
        }
        return (start, tensors)
    }

    private func steps(_ tensors: [SymbolicTensor], wanted: [SymbolicTensor]) -> [Int] {
        var uses: [ObjectIdentifier: Int] = [:]
        for tensor in tensors { for input in tensor.node.inputs { uses[ObjectIdentifier(input), default: 0] += 1 } }
        for tensor in wanted { uses[ObjectIdentifier(tensor), default: 0] += 1 }
        return FusedStep.steps(tensors.map(\.node), uses: uses).map { $0.followers.count + 1 }
    }

    private func relu() throws -> CatalogueLayer { try layer("Activation", [.string("relu")]) }

    @Test(arguments: ["Conv2D", "DepthwiseConv2D"], [true, false])
    func aChainComputesWhatItsLayersCompute(name: String, usesBias: Bool) throws {
        let positional: [Argument] = name == "Conv2D" ? [.int(6), .int(3)] : [.int(3)]
        let layers = [
            try layer(name, positional, [.init("use_bias", .bool(usesBias))]), try layer("BatchNormalization"),
            try relu(),
        ]
        let (start, tensors) = try chain(layers)
        #expect(steps(tensors, wanted: [tensors[2]]) == [3])
        let data = try Probe.noise.tensor(sizes: [2, 9, 9, 4], dataFormat: .channelsLast)
        let together = try Evaluator(context).values(of: [tensors[2]], feeding: [ObjectIdentifier(start): data])[0]
        var value = data
        for layer in layers { value = try layer.forward([value])[0] }
        #expect(together.shape == value.shape)
        for (a, b) in zip(together.values, value.values) { #expect(abs(a - b) <= 1e-5 * max(1, abs(b))) }
    }

    @Test func newWeightsAreSeen() throws {
        let norm = try layer("BatchNormalization")
        let (start, tensors) = try chain([try layer("Conv2D", [.int(6), .int(3)]), norm])
        let data = try Probe.noise.tensor(sizes: [1, 9, 9, 4], dataFormat: .channelsLast)
        let feed = [ObjectIdentifier(start): data]
        let before = try Evaluator(context).values(of: [tensors[1]], feeding: feed)[0]
        try norm.setWeights(try norm.weights.map { try Tensor(filling: 2, Shape($0.spec.shape)) })
        #expect(try Evaluator(context).values(of: [tensors[1]], feeding: feed)[0].values != before.values)
    }

    @Test func aTensorThatIsAskedForIsNotTakenIn() throws {
        let (_, tensors) = try chain([
            try layer("Conv2D", [.int(6), .int(3)]), try layer("BatchNormalization"), try relu(),
        ])
        #expect(steps(tensors, wanted: [tensors[0], tensors[2]]) == [1, 1, 1])
        #expect(steps(tensors, wanted: [tensors[1], tensors[2]]) == [2, 1])
    }

    @Test func whatCannotComeAfterwardsStandsAlone() throws {
        let convolution = try layer("Conv2D", [.int(6), .int(3)], [.init("activation", .string("relu"))])
        let (_, activated) = try chain([convolution, try layer("BatchNormalization")])
        #expect(steps(activated, wanted: [activated[1]]) == [1, 1])
        let (_, twice) = try chain([
            try layer("Conv2D", [.int(6), .int(3)]), try relu(), try layer("BatchNormalization"),
        ])
        #expect(steps(twice, wanted: [twice[2]]) == [2, 1])
        let (_, rows) = try chain([
            try layer("Conv2D", [.int(6), .int(3)]), try layer("BatchNormalization", [.int(1)]),
        ])
        #expect(steps(rows, wanted: [rows[1]]) == [1, 1])
    }

    @Test func aChainRefusesDataOfAnotherRank() throws {
        let sum = CatalogueLayer(
            .function("Sum", FunctionOperation(ElementwiseRule()) { [try reduce($0[0], .sum)] }), context: context,
            isFunction: true)
        let start = try InputLayer(shape: BatchShape([.unknown, 9, 9, 4]), context: context).output
        let convolved = try layer("Conv2D", [.int(3), .int(3)]).call(try sum.call([start]))
        let output = try layer("Activation", [.string("relu")]).call(convolved)[0]
        #expect(throws: Refusal.self) { try Evaluator(context).value(of: output) }
    }
}
