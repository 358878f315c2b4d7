import Layers
import TensorEngine
import Testing

@testable import Network

/// What it costs to compute a tensor's value.
@Suite struct PendingCostTests {
    private let context = NetworkContext()

    /// A chain of `count` 1×1 convolutions of one filter on 10×10 pixels of one channel.
    private func chain(_ count: Int) throws -> SymbolicTensor {
        var tensor = try InputLayer(shape: BatchShape([.unknown, 10, 10, 1]), context: context).output
        for _ in 0..<count {
            let made = try #require(Catalogue.layers["Conv2D"]).make(CallSite([.int(1), .int(1)]))
            tensor = try CatalogueLayer(made, context: context).call([tensor])[0]
        }
        return tensor
    }

    @Test func keptMapsCostNothing() throws {
        let tensor = try chain(3)
        #expect(PendingCost(of: tensor, context)?.multiplyAccumulates == 3 * 200 + 100)
        #expect(PendingCost(of: tensor, context)?.newWeights == 6)
        _ = try Evaluator(context).value(of: tensor.node.inputs[0])
        #expect(PendingCost(of: tensor, context)?.multiplyAccumulates == 200)
        _ = try Evaluator(context).value(of: tensor)
        #expect(PendingCost(of: tensor, context)?.multiplyAccumulates == 0)
    }

    @Test func aLongNetworkBeyondTheLimitsIsNotGoneThrough() throws {
        let tensor = try chain(1000)
        let cut = try #require(PendingCost(of: tensor, limits: (5000, Int.max), context))
        #expect(!cut.isComplete)
        #expect(cut.multiplyAccumulates > 5000 && cut.multiplyAccumulates < 100_000)
        let whole = try #require(PendingCost(of: tensor, limits: (5_000_000, Int.max), context))
        #expect(whole.isComplete && whole.multiplyAccumulates == 1000 * 200 + 100)
        let small = try #require(PendingCost(of: try chain(30), limits: (50, Int.max), context))
        #expect(small.isComplete)
    }
}
