import Inspection
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
        ("UnitNormalization()", [2, 3, 4]), ("UnitNormalization(axis=[1, 2])", [2, 3, 4, 2]),
        ("RepeatVector(3)", [2, 4]),
        ("CenterCrop(3, 2)", [1, 6, 5, 2]), ("CenterCrop(4, 3)", [1, 3, 5, 2]), ("RandomFlip()", [1, 3, 4, 2]),
        ("Normalization(mean=[1, 2], variance=[4, 0.25])", [2, 3, 2]),
        ("Normalization(mean=[1, 2], variance=[4, 0.25], invert=True)", [2, 3, 2]), ("Normalization()", [2, 3, 2]),
        ("Resizing(3, 7, crop_to_aspect_ratio=True)", [1, 6, 5, 2]),
        ("Resizing(6, 3, pad_to_aspect_ratio=True, fill_value=2.5)", [1, 4, 5, 2]),
        ("Resizing(4, 4, crop_to_aspect_ratio=True, data_format='channels_first')", [1, 2, 5, 8]),
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
        ("Dot(axes=1, normalize=True)", [[2, 5], [2, 5]]),
        ("Dot(axes=(3, 1), normalize=True)", [[1, 2, 3, 4], [1, 4, 5]]),
    ]) func theTermsOfAMergeComeToTheEnginesValue(call: String, inputs: [[Int]]) throws {
        try check(call, inputs)
    }

    @Test(arguments: [
        // Element by element.
        "x + y", "x - y", "x * y", "x / (y + 3)", "x * 2", "2 - x", "3 / (x + 2)", "x + np.ones((4, 1))", "-x", "x * v",
        "x * np.arange(24).reshape((3, 4, 2))", "x ** 2", "2 ** x", "x // 0.3", "x % 0.3", "x > y",
        "ops.maximum(x, 0.1)",
        "ops.minimum(x, y)", "ops.exp(x)", "ops.where(x > 0, x, y)", "ops.clip(x, -0.5, 0.5)", "ops.square(x - y)",
        "ops.relu(x)", "ops.cast(x > 0, 'float32')", "tf.identity(x)", "tf.math.squared_difference(x, y)",
        "ops.add(x, ops.ones((2, 3, 4, 2)))", "x[..., :1] + y", "ops.sum(x, axis=(0, 1, 2, 3)) * y",
        // Along axes.
        "ops.mean(x, axis=(1, 2))", "ops.sum(x, axis=-1)", "ops.sum(x, axis=-1, keepdims=True)", "ops.max(x, axis=1)",
        "ops.min(x, axis=(1, 2, 3))", "ops.prod(x, axis=2)", "ops.std(x, axis=(1, 2))", "ops.var(x, axis=-1)",
        "ops.argmax(x, axis=-1)", "ops.any(x > 0, axis=1)", "ops.mean(x)", "ops.sum(x, axis=0)",
        "ops.max(x, axis=(0, 2))",
        "ops.softmax(x)", "ops.softmax(x, axis=1)", "ops.log_softmax(x)", "ops.normalize(x, axis=-1)",
        "ops.sort(x, axis=1)",
        "ops.cumsum(x, axis=2)", "ops.moments(x, axes=[1, 2])[0]", "ops.moments(x, axes=[1, 2])[1]",
        // Products of matrices.
        "ops.matmul(x, ops.transpose(y, (0, 1, 3, 2)))", "x @ np.ones((2, 3))", "ops.einsum('bhwc,bhwc->bhw', x, y)",
        "ops.einsum('bhwc,cd->bhwd', x, np.arange(6).reshape((2, 3)))", "ops.dot(x, np.ones((2, 5)))",
        "ops.tensordot(x, np.ones((4, 2)), 2)", "ops.einsum('bhwc->bwc', x)",
        // Copies.
        "x[:, ::2]", "x[:, 1:, ::-1]", "x[:, 0]", "x[..., 1]", "x[0]", "x[1, 1:]", "x[:, None]", "ops.flip(x, axis=1)",
        "ops.concatenate([x, y], axis=2)", "ops.stack([x, y], axis=-1)", "ops.transpose(x, (0, 3, 1, 2))",
        "ops.reshape(x, (2, 12, 2))", "ops.reshape(x, (-1, 4))", "ops.expand_dims(x, 1)", "ops.squeeze(x[:, :1], 1)",
        "ops.roll(x, 1, axis=2)", "ops.tile(x, (1, 2, 1, 1))", "ops.repeat(x, 2, axis=1)",
        "ops.take(x, [2, 0], axis=1)",
        "ops.split(x, 2, axis=2)[1]", "ops.unstack(x, axis=-1)[1]", "ops.pad(x, ((0, 0), (1, 0), (0, 2), (0, 0)))",
        "ops.pad(x, ((0, 0), (1, 1), (1, 1), (0, 0)), mode='reflect')", "ops.swapaxes(x, 1, 2)",
        "ops.moveaxis(x, 1, -1)",
        "ops.broadcast_to(x[:, :1], (2, 5, 4, 2))", "ops.concatenate([x, np.ones((2, 1, 4, 2))], axis=1)",
        "ops.pad(x, ((0, 0), (1, 0), (0, 2), (0, 0)), constant_values=3)", "x[:, [2, 0]]", "x[::-1]",
        // What layers do.
        "ops.conv(x, np.ones((2, 2, 2, 3)), padding='same')", "ops.max_pool(x, 2)", "ops.image.resize(x, (5, 3))",
    ]) func theTermsOfAFunctionComeToTheEnginesValue(code: String) throws {
        let session = Session()
        let inputs =
            "np.random.seed(1)\nx = Input(batch_shape=(2, 3, 4, 2))\ny = Input(batch_shape=(2, 3, 4, 2))\n"
            + "v = Input(batch_shape=(2, 1, 1, 2))\nfor t in [x, y, v]: t.feed(np.random.uniform(-1, 1, t.shape))\n"
        #expect(session.run(SourceText(name: "test", inputs + "\nz = \(code)")) == .finished, "\(code)")
        guard case .host(let object)? = session.interpreter.globals["z"], let tensor = (object as? TensorObject)?.tensor
        else { throw Failure() }
        let tracer = Tracer(session.library.network)
        let output = try tracer.value(of: tensor)
        let sizes = Array(output.shape.dims.dropFirst())
        let count = max(1, sizes.reduce(1, *))
        for index in 0..<output.count {
            let place = indices(of: index % count, in: sizes)
            let trace = try tracer.trace(tensor, at: place, sample: index / count)
            #expect(
                trace.engineValue == output[flat: index] && trace.agrees, "\(code) at \(place): \(trace.value ?? 0)")
        }
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
