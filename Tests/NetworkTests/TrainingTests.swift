import Layers
import TensorEngine
import Testing

@testable import Network

/// Layers that do something else in training. The numbers are compared with Keras's by RandomnessRefereeTests.
@Suite struct TrainingTests {
    private let context = NetworkContext()

    private func layer(_ name: String, _ positional: [Argument] = [], _ keywords: [CallSite.Keyword] = []) throws
        -> CatalogueLayer
    {
        let definition = try #require(Catalogue.layers[name])
        return CatalogueLayer(
            try context.make(definition, CallSite(positional, keywords: keywords)), context: context)
    }

    private func model(_ layers: CatalogueLayer..., training: TrainingArgument = .absent) throws -> Model {
        let input = try InputLayer(shape: BatchShape([.unknown, 40]), context: context)
        var tensor = input.output
        for (index, layer) in layers.enumerated() {
            tensor = try layer.call([tensor], training: index == 0 ? training : .absent)[0]
        }
        return try Model(inputs: [input.output], outputs: [tensor], name: nil, context: context)
    }

    private let ones = { try Tensor(filling: 1, [3, 40]) }

    @Test func dropoutDropsInTrainingOnlyAndOtherElementsEachTime() throws {
        let dropout = try layer("Dropout", [.float(0.5)])
        let first = try dropout.callOnData([ones()], training: .given(true))[0]
        let second = try dropout.callOnData([ones()], training: .given(true))[0]
        #expect(Set(first.values) == [0, 2])
        #expect(first != second)
        #expect(try dropout.callOnData([ones()])[0] == ones())
    }

    @Test func theModelsArgumentComesBeforeThatOfTheNode() throws {
        let always = try model(try layer("Dropout", [.float(0.5)]), training: .given(true))
        #expect(try Set(always.callOnData([ones()])[0].values) == [0, 2])
        #expect(try always.callOnData([ones()], training: .given(false))[0] == ones())
        let usual = try model(try layer("Dropout", [.float(0.5)]))
        #expect(try usual.callOnData([ones()])[0] == ones())
        #expect(try Set(usual.callOnData([ones()], training: .given(true))[0].values) == [0, 2])
    }

    @Test func aFrozenNormalizationKeepsItsAverages() throws {
        let normalization = try layer("BatchNormalization")
        let network = try model(normalization)
        let data = try Tensor([3, 40], (0..<120).map(Float.init))
        network.isTrainable = false
        let before = try normalization.weights.map { try $0.value() }
        _ = try network.callOnData([data], training: .given(true))
        #expect(try normalization.weights.map { try $0.value() } == before)
        network.isTrainable = true
        _ = try network.callOnData([data], training: .given(true))
        #expect(try normalization.weights.map { try $0.value() } != before)
    }

    @Test func inferenceAfterTrainingUsesTheMovedAverages() throws {
        let network = try model(try layer("BatchNormalization", [], [.init("momentum", .float(0.5))]))
        let data = try Tensor([3, 40], (0..<120).map(Float.init))
        let before = try network.callOnData([data])[0]
        _ = try network.callOnData([data], training: .given(true))
        #expect(try network.callOnData([data])[0] != before)
    }

    @Test func aRateOfOneIsRefusedWhereNothingIsLeftToScale() throws {
        let dropout = try layer("GaussianDropout", [.int(1)])
        #expect(throws: Refusal.self) { try dropout.callOnData([ones()], training: .given(true)) }
    }
}
