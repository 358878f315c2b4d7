import TensorEngine

/// Normalisation over axes of each sample: (x − mean) / √(variance + ε), then γ and β.
///
/// Source: Ba, Kiros and Hinton 2016, https://arxiv.org/abs/1607.06450
struct LayerNormalizing: SingleOutputOperation, MaskedOperation {
    let axes: [Int]
    let epsilon: Float
    let arguments: BoundArguments

    func weights(for inputs: [BatchShape]) throws(Refusal) -> [WeightSpec] {
        try gammaBeta.weights(shape: try sizes(of: inputs[0]))
    }

    var scalesOnly: Bool { arguments.bool("rms_scaling") }

    var gammaBeta: GammaBeta {
        // Keras keeps the scale where there is nothing else.
        GammaBeta(
            scales: arguments.bool("scale") || scalesOnly, centers: arguments.bool("center") && !scalesOnly,
            arguments: arguments)
    }

    private func sizes(of shape: BatchShape) throws(Refusal) -> [Int] {
        var result: [Int] = []
        for axis in try axisPositions(axes, shape) {
            guard let size = shape.dims[axis].known else {
                throw Refusal(
                    argument: "axis", "The sizes of the normalized axes should be defined.",
                    received: "input_shape=\(shape)")
            }
            result.append(size)
        }
        return result
    }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        _ = try sizes(of: inputs[0])
        return inputs[0]
    }

    func output(of inputs: [Tensor], _ context: OperationContext) throws -> Tensor {
        let shape = inputs[0].shape.dims
        let positions = try axisPositions(axes, BatchShape(shape))
        let spread = Shape(shape.indices.map { positions.contains($0) ? shape[$0] : 1 })
        let result =
            try scalesOnly ? scaled(inputs[0], positions) : standardize(inputs[0], axes: positions, epsilon: epsilon)
        return try gammaBeta.applied(to: result, context.weights, as: spread)
    }

    /// x / √(variance + ε), the mean left where it is.
    private func scaled(_ input: Tensor, _ axes: [Int]) throws -> Tensor {
        let mean = try reduce(input, .mean, axes: axes, keepDims: true)
        let squares = try map(try combine(input, mean, .subtract), .square)
        let variance = try reduce(squares, .mean, axes: axes, keepDims: true)
        return try combine(input, try map(try combine(variance, try Tensor(scalar: epsilon), .add), .rsqrt), .multiply)
    }

    func multiplyAccumulates(inputs: [BatchShape], output: BatchShape) -> Dim { 0 }

    func positions(inputs: [BatchShape], output: BatchShape) -> [Positions] {
        [(try? axisPositions(axes, output)).map { .mixing($0, inputs[0]) } ?? .unknown(inputs[0])]
    }
}
