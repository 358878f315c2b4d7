import TensorEngine

/// Normalisation over groups of channels of each sample.
///
/// Source: Wu and He 2018, https://arxiv.org/abs/1803.08494
struct GroupNormalizing: SingleOutputOperation, MaskedOperation {
    let groups: Int
    let axis: Int
    let epsilon: Float
    let arguments: BoundArguments

    func channels(_ shape: BatchShape) throws(Refusal) -> (axis: Int, count: Int, groups: Int) {
        let place = try axisPositions([axis], shape)[0]
        guard let count = shape.dims[place].known else {
            throw Refusal(
                argument: "axis",
                "Axis \(axis) of input tensor should have a defined dimension but the layer received an input with shape \(shape)."
            )
        }
        guard shape.rank > 1 else {
            throw Refusal(
                .indexError, argument: "inputs",
                "GroupNormalization needs an input with a batch axis and one of channels.",
                received: "input_shape=\(shape)")
        }
        let number = groups == -1 ? count : groups
        guard count >= number else {
            throw Refusal(
                argument: "groups",
                "Number of `groups` (\(number)) cannot be more than the number of channels (\(count)).",
                remedy: "groups may be \(divisors(of: count))")
        }
        guard number > 0, count % number == 0 else {
            throw Refusal(
                argument: "groups",
                "Number of `groups` (\(number)) must be a multiple of the number of channels (\(count)).",
                remedy: "groups may be \(divisors(of: count))")
        }
        return (place, count, number)
    }

    func weights(for inputs: [BatchShape]) throws(Refusal) -> [WeightSpec] {
        try GammaBeta(arguments).weights(shape: [try channels(inputs[0]).count])
    }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        _ = try channels(inputs[0])
        return inputs[0]
    }

    func output(of inputs: [Tensor], _ context: OperationContext) throws -> Tensor {
        let shape = inputs[0].shape.dims
        let (place, count, number) = try channels(BatchShape(shape))
        let grouped = Array(shape[..<place]) + [number, count / number] + shape[(place + 1)...]
        let axes = (1..<grouped.count).filter { $0 != place }
        let result = try standardize(try inputs[0].reshaped(Shape(grouped)), axes: axes, epsilon: epsilon)
            .reshaped(inputs[0].shape)
        let spread = Shape(shape.indices.map { $0 == place ? count : 1 })
        return try GammaBeta(arguments).applied(to: result, context.weights, as: spread)
    }

    func multiplyAccumulates(inputs: [BatchShape], output: BatchShape) -> Dim { 0 }

    func positions(inputs: [BatchShape], output: BatchShape) -> [Positions] {
        guard let (axis, _, groups) = try? channels(inputs[0]) else { return [.unknown(inputs[0])] }
        var positions = Positions.mixing(Array(1..<max(output.rank, 1)), inputs[0])
        // An output channel depends on the channels of its group alone.
        if groups > 1 { positions.axes[axis] = .unknown }
        return [positions]
    }
}
