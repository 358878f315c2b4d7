import TensorEngine

/// Normalisation over axes of each sample: (x − mean) / √(variance + ε), then γ and β.
///
/// Source: Ba, Kiros and Hinton 2016, https://arxiv.org/abs/1607.06450
struct LayerNormalizing: LayerOperation {
    let axes: [Int]
    let epsilon: Float
    let arguments: BoundArguments

    func weights(for inputs: [BatchShape]) throws(Refusal) -> [WeightSpec] {
        let shape = try sizes(of: inputs[0])
        return (scales ? [try arguments.weight("gamma", shape: shape)] : [])
            + (centers ? [try arguments.weight("beta", shape: shape)] : [])
    }

    private var scalesOnly: Bool { arguments.bool("rms_scaling") }

    /// Keras keeps the scale where there is nothing else.
    private var scales: Bool { arguments.bool("scale") || scalesOnly }

    private var centers: Bool { arguments.bool("center") && !scalesOnly }

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

    func forward(_ inputs: [Tensor], _ state: LayerState) throws -> Tensor {
        let shape = inputs[0].shape.dims
        let positions = try axisPositions(axes, BatchShape(shape))
        let spread = Shape(shape.indices.map { positions.contains($0) ? shape[$0] : 1 })
        var result =
            try scalesOnly ? scaled(inputs[0], positions) : standardize(inputs[0], axes: positions, epsilon: epsilon)
        var weights = state.weights[...]
        if scales {
            result = try combine(result, try weights.removeFirst().reshaped(spread), .multiply)
        }
        if centers { result = try combine(result, try weights.removeFirst().reshaped(spread), .add) }
        return result
    }

    /// x / √(variance + ε), the mean left where it is.
    private func scaled(_ input: Tensor, _ axes: [Int]) throws -> Tensor {
        let mean = try reduce(input, .mean, axes: axes, keepDims: true)
        let squares = try map(try combine(input, mean, .subtract), .square)
        let variance = try reduce(squares, .mean, axes: axes, keepDims: true)
        return try combine(input, try map(try combine(variance, try Tensor(scalar: epsilon), .add), .rsqrt), .multiply)
    }
}

/// Normalisation over groups of channels of each sample.
///
/// Source: Wu and He 2018, https://arxiv.org/abs/1803.08494
struct GroupNormalizing: LayerOperation {
    let groups: Int
    let axis: Int
    let epsilon: Float
    let arguments: BoundArguments

    private func channels(_ shape: BatchShape) throws(Refusal) -> (axis: Int, count: Int, groups: Int) {
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
        let shape = [try channels(inputs[0]).count]
        return (arguments.bool("scale") ? [try arguments.weight("gamma", shape: shape)] : [])
            + (arguments.bool("center") ? [try arguments.weight("beta", shape: shape)] : [])
    }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        _ = try channels(inputs[0])
        return inputs[0]
    }

    func forward(_ inputs: [Tensor], _ state: LayerState) throws -> Tensor {
        let shape = inputs[0].shape.dims
        let (place, count, number) = try channels(BatchShape(shape))
        let grouped = Array(shape[..<place]) + [number, count / number] + shape[(place + 1)...]
        let axes = (1..<grouped.count).filter { $0 != place }
        var result = try standardize(try inputs[0].reshaped(Shape(grouped)), axes: axes, epsilon: epsilon)
            .reshaped(inputs[0].shape)
        let spread = Shape(shape.indices.map { $0 == place ? count : 1 })
        var weights = state.weights[...]
        if arguments.bool("scale") {
            result = try combine(result, try weights.removeFirst().reshaped(spread), .multiply)
        }
        if arguments.bool("center") { result = try combine(result, try weights.removeFirst().reshaped(spread), .add) }
        return result
    }
}

/// Each vector along the axes scaled to length 1.
struct UnitNormalizing: LayerOperation {
    let axes: [Int]

    var isBuiltFromTheStart: Bool { true }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        _ = try axisPositions(axes, inputs[0], kind: .valueError)
        return inputs[0]
    }

    func forward(_ inputs: [Tensor], _ state: LayerState) throws -> Tensor {
        let squares = try reduce(try map(inputs[0], .square), .sum, axes: axes, keepDims: true)
        let scale = try map(try combine(squares, try Tensor(scalar: 1e-12), .maximum), .rsqrt)
        return try combine(inputs[0], scale, .multiply)
    }
}

/// x / √(mean of x² + ε), then a scale.
///
/// Source: Zhang and Sennrich 2019, https://arxiv.org/abs/1910.07467
struct RMSNormalizing: LayerOperation {
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

    func forward(_ inputs: [Tensor], _ state: LayerState) throws -> Tensor {
        let shape = inputs[0].shape.dims
        let positions = try axisPositions(axes, BatchShape(shape))
        let mean = try reduce(try map(inputs[0], .square), .mean, axes: positions, keepDims: true)
        let factor = try map(try combine(mean, try Tensor(scalar: epsilon), .add), .rsqrt)
        // Keras broadcasts the scale from the last axis on, whichever axes it was made for.
        return try combine(try combine(inputs[0], factor, .multiply), state.weights[0], .multiply)
    }
}

/// Axes counted from the front.
/// - Throws: `Refusal` for an axis that the shape does not have.
func axisPositions(
    _ axes: [Int], _ shape: BatchShape, kind: Refusal.Kind = .indexError
) throws(Refusal) -> [Int] {
    var result: [Int] = []
    for axis in axes {
        let place = axis < 0 ? axis + shape.rank : axis
        guard (0..<shape.rank).contains(place) else {
            throw Refusal(
                kind, argument: "axis", "The `axis` is out of range for an input with \(shape.rank) axes.",
                received: "axis=\(axis), input_shape=\(shape)", remedy: axisRange(shape))
        }
        result.append(place)
    }
    return result.sorted()
}
