import TensorEngine

/// x / √(mean of x² + ε), then a scale.
///
/// Source: Zhang and Sennrich 2019, https://arxiv.org/abs/1910.07467
struct RMSNormalizing: SingleOutputOperation {
    let axes: [Int]
    let epsilon: Float
    let arguments: BoundArguments

    func weights(for inputs: [BatchShape]) throws(Refusal) -> [WeightSpec] {
        var shape: [Int] = []
        for axis in try axisPositions(axes, inputs[0]) {
            guard let size = inputs[0].dims[axis].known else {
                throw Refusal(
                    argument: "axis", "The sizes of the normalized axes should be defined.",
                    received: "input_shape=\(inputs[0])")
            }
            shape.append(size)
        }
        let ones = try Definition<Initializer>.ones.makeDefault(settings: arguments.settings)
        return [WeightSpec("scale", shape: shape, initializer: ones)]
    }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        _ = try axisPositions(axes, inputs[0])
        return inputs[0]
    }

    func output(of inputs: [Tensor], _ context: OperationContext) throws -> Tensor {
        let shape = inputs[0].shape.dims
        let positions = try axisPositions(axes, BatchShape(shape))
        let mean = try reduce(try map(inputs[0], .square), .mean, axes: positions, keepDims: true)
        let factor = try map(try combine(mean, try Tensor(scalar: epsilon), .add), .rsqrt)
        // Keras broadcasts the scale from the last axis on, whichever axes it was made for.
        return try combine(try combine(inputs[0], factor, .multiply), context.weights[0], .multiply)
    }

    func multiplyAccumulates(inputs: [BatchShape], output: BatchShape) -> Dim { 0 }

    func positions(inputs: [BatchShape], output: BatchShape) -> [Positions] {
        [(try? axisPositions(axes, output)).map { .mixing($0, inputs[0]) } ?? .unknown(inputs[0])]
    }
}
