import TensorEngine
import Testing

@testable import Network

/// The seeds of TensorFlow's own random operations; the numbers are compared with TensorFlow's by RandomnessRefereeTests.
@Suite struct OperationSeedsTests {
    @Test func operationsWithoutASeedDrawOneEach() {
        var seeds = OperationSeeds(global: 5)
        let first = seeds.next("A", seed: nil, blocks: 8)
        #expect(first != seeds.next("A", seed: nil, blocks: 8))
        #expect(first.blocksDrawn == 0)
        var again = OperationSeeds(global: 5)
        #expect(again.next("B", seed: nil, blocks: 1) == first)
    }

    @Test func oneWithASeedGoesOnWhereItStopped() {
        var seeds = OperationSeeds(global: 5)
        #expect(seeds.next("A", seed: 3, blocks: 8).blocksDrawn == 0)
        #expect(seeds.next("A", seed: 3, blocks: 2).blocksDrawn == 8)
        #expect(seeds.next("A", seed: 3, blocks: 2).blocksDrawn == 10)
        #expect(seeds.next("B", seed: 3, blocks: 2).blocksDrawn == 0)
        #expect(seeds.next("A", seed: 4, blocks: 2).blocksDrawn == 0)
    }

    @Test func anOperationsStreamGoesOnWhereItStopped() throws {
        let whole = try Tensor.normal([40], seed: RandomSeed(global: 5, own: 3, blocksDrawn: 0)).values
        let rest = try Tensor.normal([32], seed: RandomSeed(global: 5, own: 3, blocksDrawn: 2)).values
        #expect(Array(whole.suffix(32)) == rest)
    }
}
