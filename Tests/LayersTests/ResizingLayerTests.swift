import TensorEngine
import Testing

@testable import Layers

/// Images brought to a size, against what Keras answers.
@Suite struct ResizingLayerTests {
    private func resized(_ interpolation: String) throws -> [Float] {
        let definition = try #require(Catalogue.layers["Resizing"])
        let made = try definition.make(
            CallSite([.int(4), .int(2)], keywords: [.init("interpolation", .string(interpolation))]))
        let image = try Tensor([1, 2, 4, 1], [0, 4, 8, 12, 16, 20, 24, 28])
        let output = try made.product.forward([image], OperationContext(LayerState(weights: [])))[0]
        #expect(output.shape == [1, 4, 2, 1])
        return output.values
    }

    @Test func bilinearMixesTheNearestPixels() throws {
        #expect(try resized("bilinear") == [2, 10, 6, 14, 14, 22, 18, 26])
    }

    @Test func nearestTakesOne() throws {
        #expect(try resized("nearest") == [4, 12, 4, 12, 20, 28, 20, 28])
    }
}
