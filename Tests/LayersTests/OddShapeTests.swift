import TensorEngine
import Testing

@testable import Layers

/// Operations on shapes that they have no use for.
@Suite struct OddShapeTests {
    @Test func normsOfNothingAreLeftAlone() throws {
        let empty = try Tensor(zeros: [1 << 40, 0])
        #expect(try empty.scaledNorms(over: [1]) { _ in 1 }.shape == empty.shape)
    }

    @Test func vectorsOfNothingAreOrthogonal() throws {
        let regularizer = try Definition<Regularizer>.orthogonalRegularizer.makeDefault().product
        #expect(try regularizer.penalty(try Tensor(zeros: [1 << 40, 0])) == 0)
    }
}
