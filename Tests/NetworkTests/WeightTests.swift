import Layers
import TensorEngine
import Testing

@testable import Network

/// What is derived from weights and data follows their changes.
@Suite struct WeightTests {
    private let context = NetworkContext()

    private func layer(_ name: String, _ positional: [Argument] = []) throws -> CatalogueLayer {
        let definition = try #require(Catalogue.layers[name])
        return CatalogueLayer(try definition.make(CallSite(positional)), context: context)
    }

    @Test func aReplacedWeightHasAnotherVersion() throws {
        let dense = try layer("Dense", [.int(2)])
        try dense.build([BatchShape([.unknown, 3])])
        let kernel = dense.weights[0]
        #expect(kernel.version == 0)
        _ = try kernel.value()
        #expect(kernel.version == 0)
        try kernel.assign(try Tensor(filling: 1, [3, 2]))
        #expect(kernel.version == 1)
        #expect(throws: Refusal.self) { try kernel.assign(try Tensor(filling: 1, [2, 3])) }
        #expect(kernel.version == 1)
    }

    @Test func theStateOfALayerFollowsItsWeights() throws {
        let dense = try layer("Dense", [.int(1)])
        try dense.build([BatchShape([.unknown, 2])])
        let before = try dense.currentState().weights[0]
        #expect(try dense.currentState() === dense.currentState())
        try dense.weights[0].assign(try Tensor([2, 1], [5, 7]))
        #expect(try dense.currentState().weights[0].values == [5, 7])
        #expect(before.values != [5, 7])
    }

    @Test func whatWasPreparedIsMadeAnewForAnotherVersion() {
        let state = LayerState(weights: [])
        #expect(state.prepare("a") { 1 } == 1)
        #expect(state.prepare("a") { 2 } == 1)
        #expect(state.prepare("a", from: 1) { 3 } == 3)
        state.replace([], version: 1)
        #expect(state.prepare("a", from: 1) { 4 } == 4)
    }

    @Test func keptMapsFollowWeightsDataAndSettings() throws {
        let input = try InputLayer(shape: BatchShape([.unknown, 2]), context: context)
        let dense = try layer("Dense", [.int(1)])
        let output = try dense.call([input.output])[0]
        func value() throws -> Float { try Evaluator(context).value(of: output).values[0] }
        try input.setFeed(.tensor(try Tensor([1, 2], [1, 10])))
        try dense.weights[0].assign(try Tensor([2, 1], [1, 1]))
        #expect(try value() == 11)
        #expect(context.cache.contains(output))
        try dense.weights[0].assign(try Tensor([2, 1], [2, 1]))
        #expect(!context.cache.contains(output))
        #expect(try value() == 12)
        try input.setFeed(.tensor(try Tensor([1, 2], [0, 10])))
        #expect(try value() == 10)
        context.settings.imageDataFormat = .channelsFirst
        #expect(!context.cache.contains(output))
    }

    @Test func aMapIsNotKeptIfAWeightChangedWhileItWasComputed() throws {
        let output = try InputLayer(shape: BatchShape([.unknown, 2]), context: context).output
        let start = context.cache.now
        context.changes.record()
        context.cache.keep(MaskedTensor(try Tensor(filling: 1, [1, 2])), of: output, computedFrom: start)
        #expect(!context.cache.contains(output))
    }

    @Test func trainableIsThatOfTheLayerAndOfEachWeight() throws {
        let norm = try layer("BatchNormalization")
        try norm.build([BatchShape([.unknown, 3])])
        #expect(norm.weights.map(\.isTrainable) == [true, true, false, false])
        norm.isTrainable = false
        #expect(norm.weights.map(\.isTrainable) == [false, false, false, false])
        norm.isTrainable = true
        norm.weights[0].isTrainable = false
        #expect(norm.trainableWeights.map(\.spec.name) == ["beta"])
        #expect(norm.weights.map(\.spec.name) == ["gamma", "beta", "moving_mean", "moving_variance"])
        let frozen = try layer("Dense", [.int(1)])
        frozen.isTrainable = false
        try frozen.build([BatchShape([.unknown, 2])])
        #expect(frozen.weights.map(\.isTrainable) == [false, false])
    }
}
