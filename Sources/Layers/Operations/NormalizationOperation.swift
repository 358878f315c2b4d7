import TensorEngine

/// (x − mean) / max(√variance, 1e-7), or with `inverts` the other way round: mean + x · max(√variance, 1e-7).
///
/// Mean and variance are given, or weights that `adapt` would set. As in Keras, weights that are only set, and not adapted,
/// change nothing: the layer computes with the mean 0 and the variance 1 that it was built with.
struct NormalizationOperation: ElementwiseOperation, MaskedOperation {
    /// The axes that have a mean of their own, as they were given.
    let axes: [Int]
    /// The mean and the variance that were given; nil for weights.
    let given: (mean: Tensor, variance: Tensor)?
    let inverts: Bool

    /// The axes counted from the front, in ascending order.
    private func kept(_ shape: BatchShape) throws(Refusal) -> [Int] {
        var kept: [Int] = []
        for axis in axes {
            let place = axis < 0 ? axis + shape.rank : axis
            guard (0..<shape.rank).contains(place) else {
                throw Refusal(
                    argument: "axis", "All `axis` values must be in the range [-ndim, ndim).",
                    received: "inputs with ndim=\(shape.rank), axis=\(axis)", remedy: axisRange(shape))
            }
            guard shape.dims[place].isKnown else {
                throw Refusal(
                    argument: "axis", "All `axis` values to be kept must have a known shape.",
                    received: "axis=\(axis), inputs.shape=\(shape)")
            }
            kept.append(place)
        }
        return kept.sorted()
    }

    func weights(for inputs: [BatchShape]) throws(Refusal) -> [WeightSpec] {
        let sizes = try kept(inputs[0]).compactMap { inputs[0].dims[$0].known }
        guard given == nil else { return [] }
        let zeros = try Definition<Initializer>.zeros.makeDefault()
        let ones = try Definition<Initializer>.ones.makeDefault()
        return [
            WeightSpec("mean", shape: sizes, initializer: zeros, isTrainable: false),
            WeightSpec("variance", shape: sizes, initializer: ones, isTrainable: false),
            WeightSpec("count", shape: [], initializer: zeros, isTrainable: false),
        ]
    }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        let kept = try kept(inputs[0])
        guard let mean = given?.mean else { return inputs[0] }
        // Sizes are aligned with the kept axes from the right.
        for (size, axis) in zip(mean.shape.dims.reversed(), kept.reversed())
        where size != 1 && inputs[0].dims[axis].known != size {
            throw Refusal(
                argument: "mean", "The sizes of `mean` and `variance` must be those of the axes they belong to.",
                received: "mean shape \(mean.shape), inputs.shape=\(inputs[0])")
        }
        return inputs[0]
    }

    /// A statistic with an axis of size 1 wherever it does not vary.
    func spread(_ statistic: Tensor, _ shape: BatchShape) throws -> Tensor {
        var dims = [Int](repeating: 1, count: shape.rank)
        for (size, axis) in zip(statistic.shape.dims.reversed(), try kept(shape).reversed()) { dims[axis] = size }
        return try statistic.reshaped(Shape(dims))
    }

    func output(of inputs: [Tensor], _ context: OperationContext) throws -> Tensor {
        let shape = BatchShape(inputs[0].shape.dims)
        guard let given else { return inputs[0] }
        let (mean, variance) = (try spread(given.mean, shape), try spread(given.variance, shape))
        let deviation = try combine(try map(variance, .sqrt), try Tensor(scalar: 1e-7), .maximum)
        if inverts { return try combine(mean, try combine(inputs[0], deviation, .multiply), .add) }
        return try combine(try combine(inputs[0], mean, .subtract), deviation, .divide)
    }
}
