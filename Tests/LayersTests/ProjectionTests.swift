import TensorEngine
import Testing

@testable import Layers

/// The layer that brings one tensor to the shape of another, which hints suggest.
@Suite struct ProjectionTests {
    private func shape(_ sizes: Int...) -> BatchShape { BatchShape([Dim.unknown] + sizes.map { Dim($0) }) }

    @Test func halvedMapsNeedAStride() {
        let projection = Projection.between(shape(56, 56, 64), shape(28, 28, 128))
        #expect(projection?.remedy == "bring input 0 to (28, 28, 128) first, with Conv2D(128, 1, strides=2)")
    }

    @Test func theLargerOfTwoMapsIsBroughtToTheSmaller() {
        #expect(Projection.between(shape(7, 7, 8), shape(14, 13, 4))?.input == 1)
        #expect(Projection.between(shape(7, 7, 8), shape(14, 13, 4))?.call == "Conv2D(8, 1, strides=2)")
    }

    @Test func unequalChannelsNeedNoStride() {
        #expect(Projection.between(shape(9, 3), shape(9, 5))?.call == "Conv1D(5, 1)")
    }

    @Test func stridesMayDifferByAxis() {
        #expect(Projection.between(shape(12, 12, 3), shape(4, 6, 3))?.call == "Conv2D(3, 1, strides=(3, 2))")
    }

    /// ⌊(10 − 1) / 2⌋ + 1 is 5 and ⌊(10 − 1) / 1⌋ + 1 is 10: no stride leaves 7.
    @Test func whatNoStrideReachesHasNoProjection() {
        #expect(Projection.between(shape(10, 10, 3), shape(7, 7, 3)) == nil)
    }

    @Test func vectorsHaveNoProjection() {
        #expect(Projection.between(shape(10), shape(7)) == nil)
    }
}
