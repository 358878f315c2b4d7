import Interpreter
import Language
import Layers
import Library
import Network
import TensorEngine
import Testing

@testable import Workbench

/// How elements of a layer are said to be calculated, against what the engine computes.
@Suite struct LayerCalculationTests {
    private func layer(_ call: String, _ inputs: [[Int]]) throws -> CatalogueLayer {
        let session = Session()
        let tensors = inputs.map { "Input(batch_shape=(\($0.map(String.init).joined(separator: ", ")),))" }
        let argument = inputs.count == 1 ? tensors[0] : "[\(tensors.joined(separator: ", "))]"
        #expect(session.run(SourceText(name: "test", "y = \(call)(\(argument))")) == .finished, "\(call)")
        guard case .host(let object)? = session.interpreter.globals["y"] else { throw Failure() }
        return try #require((object as? TensorObject)?.tensor.layer as? CatalogueLayer)
    }

    private struct Failure: Error {}

    @Test(arguments: [
        ("Conv2D(4, (3, 2), strides=2, padding='same', groups=2, data_format='channels_first')", [1, 4, 7, 6]),
        ("Conv2D(3, 3, activation='relu')", [2, 6, 6, 2]),
        ("DepthwiseConv2D(2, depth_multiplier=3, data_format='channels_first')", [1, 2, 5, 4]),
        ("SeparableConv2D(3, 2, depth_multiplier=2, padding='same', data_format='channels_first')", [1, 2, 5, 4]),
        ("Conv2DTranspose(3, 3, strides=2, padding='same', data_format='channels_first')", [1, 2, 4, 3]),
        ("LocallyConnected2D(2, (2, 3), data_format='channels_first')", [1, 3, 4, 5]),
        ("AveragePooling2D(3, strides=2, padding='same')", [1, 6, 5, 2]),
        ("MaxPooling2D(3, strides=1, padding='same', data_format='channels_first')", [1, 2, 5, 4]),
        ("UpSampling2D((2, 3), interpolation='bilinear')", [1, 4, 3, 2]),
        ("UpSampling2D(2, interpolation='bicubic', data_format='channels_first')", [1, 2, 4, 3]),
        ("Resizing(3, 7, interpolation='bilinear')", [1, 5, 4, 2]),
        ("GlobalAveragePooling2D()", [2, 3, 4, 2]), ("GlobalMaxPooling1D(keepdims=True)", [1, 5, 3]),
        ("Dense(4, activation='relu')", [2, 6]), ("Dense(3)", [1, 4, 5]),
        ("BatchNormalization()", [1, 3, 3, 4]), ("BatchNormalization(axis=1, scale=False)", [1, 3, 3, 4]),
        ("Rescaling(0.5, offset=-1)", [1, 3, 2, 2]), ("ReLU(max_value=6, negative_slope=0.1)", [1, 5, 2]),
        ("Activation('gelu')", [1, 7]), ("Flatten()", [2, 3, 4]),
        ("Flatten(data_format='channels_first')", [1, 3, 2, 4]),
        ("Reshape((4, -1))", [1, 2, 6]), ("Permute((3, 1, 2))", [1, 2, 3, 4]), ("Dropout(0.5)", [1, 4, 2]),
        ("LayerNormalization()", [2, 3, 4]), ("LayerNormalization(axis=[1, 2], scale=False)", [1, 3, 4, 2]),
        ("LayerNormalization(axis=[2, 1])", [1, 3, 4]), ("LayerNormalization(rms_scaling=True)", [2, 3, 5]),
        ("RMSNormalization()", [2, 3, 4]), ("RMSNormalization(axis=[1, 2])", [1, 3, 4]),
        ("GroupNormalization(2)", [2, 3, 3, 4]), ("GroupNormalization(-1, axis=1)", [1, 4, 3, 2]),
        ("GroupNormalization(1, center=False)", [1, 3, 6]), ("PReLU()", [2, 3, 4]),
        ("PReLU(shared_axes=[1, 2])", [1, 3, 4, 2]), ("AdaptiveAveragePooling2D((3, 2))", [1, 7, 5, 2]),
        ("AdaptiveMaxPooling1D(3, data_format='channels_first')", [2, 2, 8]),
    ]) func theTermsOfALayerComeToTheEnginesValue(call: String, input: [Int]) throws {
        try check(call, [input])
    }

    @Test(arguments: [
        ("Add()", [[2, 3, 2], [2, 3, 2], [2, 3, 2]]), ("Subtract()", [[1, 3, 2], [1, 3, 2]]),
        ("Multiply()", [[1, 3, 2], [1, 1, 2]]), ("Average()", [[1, 4], [1, 4], [1, 4]]),
        ("Maximum()", [[1, 4], [1, 4]]), ("Minimum()", [[1, 4], [1, 4]]), ("Add()", [[1, 4, 3, 2], [1, 3, 2]]),
        ("Concatenate()", [[1, 3, 2], [1, 3, 4]]), ("Concatenate(axis=1)", [[1, 2, 2], [1, 3, 2]]),
        ("Dot(axes=1)", [[2, 5], [2, 5]]), ("Dot(axes=(1, 2))", [[2, 4, 3], [2, 5, 4]]),
        ("Dot(axes=2)", [[1, 3, 4], [1, 2, 4]]), ("Dot(axes=(3, 1))", [[1, 2, 3, 4], [1, 4, 5]]),
    ]) func theTermsOfAMergeComeToTheEnginesValue(call: String, inputs: [[Int]]) throws {
        try check(call, inputs)
    }

    /// Compares every element of the output with its calculation.
    private func check(_ call: String, _ sizes: [[Int]]) throws {
        let operation = try #require(try layer(call, sizes).operation as? any CalculatedOperation, "\(call)")
        var random = RandomStream(seed: 5)
        let inputs = try sizes.map { try random.tensor(Shape($0), low: -1, high: 1) }
        let weights = try operation.weights(for: sizes.map { BatchShape($0) }).map {
            try random.tensor(Shape($0.shape), low: $0.name.contains("variance") ? 0.1 : -1, high: 1)
        }
        let output = try operation.forward(inputs, OperationContext(LayerState(weights: weights)))[0]
        let size = output.count / max(1, output.shape.dims[0])
        for index in 0..<output.count {
            let place = indices(of: index % size, in: Array(output.shape.dims.dropFirst()))
            let calculation = try operation.calculation(of: place, inputs: sizes)
            let element = calculation.evaluated(inputs: inputs, sample: index / size, weights: weights)
            var value = element.result
            if let activation = calculation.activation {
                value = Double(try activation.apply(try Tensor([1, 1], [Float(value)]))[flat: 0])
            }
            let difference = abs(value - Double(output[flat: index]))
            #expect(
                difference <= 1e-6 * max(element.magnitude, 0.01),
                "\(call) at \(place): \(value), and the engine has \(output[flat: index])")
        }
    }

    private func indices(of place: Int, in sizes: [Int]) -> [Int] {
        var rest = place
        return sizes.reversed().map { size in
            defer { rest /= size }
            return rest % size
        }.reversed()
    }

    @Test func paddingDoesNotCountInAMean() throws {
        let operation = try #require(
            try layer("AveragePooling2D(2, padding='same')", [[1, 3, 3, 1]]).operation as? any CalculatedOperation)
        let input = try Tensor([1, 3, 3, 1], (1...9).map { Float($0) })
        let element = try operation.calculation(of: [1, 1, 0], inputs: [[1, 3, 3, 1]]).evaluated(
            inputs: [input], weights: [])
        #expect(element.terms.count == 4 && element.counted == 1)
        #expect(element.result == 9)
    }

    @Test func aMaximumNamesItsCell() throws {
        let operation = try #require(
            try layer("MaxPooling1D(3)", [[1, 3, 1]]).operation as? any CalculatedOperation)
        let input = try Tensor([1, 3, 1], [2, 7, 5])
        let element = try operation.calculation(of: [0, 0], inputs: [[1, 3, 1]]).evaluated(inputs: [input], weights: [])
        #expect(element.chosen == 1)
    }
}
