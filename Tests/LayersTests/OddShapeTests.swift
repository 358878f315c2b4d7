import TensorEngine
import Testing

@testable import Layers

/// Operations on shapes that they have no use for.
@Suite struct OddShapeTests {
    private func operation(_ name: String, _ positional: [Argument], _ keywords: [CallSite.Keyword] = []) throws
        -> any Operation
    {
        let definition = try #require(Catalogue.layers[name])
        return try definition.make(CallSite(positional, keywords: keywords)).product
    }

    @Test func tooManyChannelsAreRefused() throws {
        let separable = try operation(
            "SeparableConv2D", [.int(4), .int(3)], [.init("depth_multiplier", .int(1 << 62))])
        #expect(throws: Refusal.self) { try separable.weights(for: [BatchShape([.unknown, 8, 8, 4])]) }
    }

    @Test func reshapingNeedsABatchAxis() throws {
        let reshape = try operation("Reshape", [.tuple([.int(1)])])
        #expect(throws: Refusal.self) { try reshape.outputShapes(for: [BatchShape([Int]())]) }
    }

    @Test func aLayerWithWeightsIsNoActivation() throws {
        let dense = Argument.dict([
            .init(key: .string("class_name"), value: .string("Dense")),
            .init(key: .string("config"), value: .dict([.init(key: .string("units"), value: .int(3))])),
        ])
        let activation = try #require(ActivationFunction.adopt(dense)?.product)
        #expect(throws: Refusal.self) { try activation.apply(try Tensor(zeros: [2, 3])) }
    }

    @Test func normsOfNothingAreLeftAlone() throws {
        let empty = try Tensor(zeros: [1 << 40, 0])
        #expect(try empty.scaledNorms(over: [1]) { _ in 1 }.shape == empty.shape)
    }

    @Test func vectorsOfNothingAreOrthogonal() throws {
        let regularizer = try Definition<Regularizer>.orthogonalRegularizer.makeDefault().product
        #expect(try regularizer.penalty(try Tensor(zeros: [1 << 40, 0])) == 0)
    }
}
