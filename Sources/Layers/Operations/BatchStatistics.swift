import TensorEngine

/// Batch normalisation in training: mean and variance are those of the batch, and the moving averages move towards them:
/// average · momentum + value · (1 − momentum). The variance is that of the population, divided by n.
///
/// Source: Ioffe and Szegedy 2015, https://arxiv.org/abs/1502.03167; Keras's `BatchNormalization.call`.
extension BatchNormalizing: TrainingOperation {
    var usualTraining: Bool? { nil }
    var isFrozenWithItsLayer: Bool { true }

    /// The output in training.
    func normalizedByBatch(_ input: Tensor, _ context: OperationContext) throws -> Tensor {
        if arguments.bool("renorm") {
            throw Refusal(
                .notImplementedError, argument: "renorm", "Batch renormalization is computed at inference only.",
                received: "renorm=True, training=True", remedy: "call the layer with training=False")
        }
        let place = try channelAxis(BatchShape(input.shape.dims)).axis
        let others = input.shape.dims.indices.filter { $0 != place }
        let (mean, variance) =
            if let mask = context.mask {
                try moments(of: input, where: mask, axes: others)
            } else {
                (
                    try reduce(input, .mean, axes: others, keepDims: false),
                    try reduce(input, .variance, axes: others, keepDims: false)
                )
            }
        let (gamma, beta, averages) = gammaBeta.values(context.weights)
        let (scale, shift) = try normalizingScaleAndShift(
            mean: mean, variance: variance, gamma: gamma, beta: beta, epsilon: epsilon)
        let momentum = arguments.double("momentum")
        for (index, value) in zip(averages.indices, [mean, variance]) {
            let kept = try combine(averages[index], try Tensor(scalar: Float(momentum)), .multiply)
            let moved = try combine(value, try Tensor(scalar: Float(1 - momentum)), .multiply)
            try context.update(index, to: try combine(kept, moved, .add))
        }
        return try affine(input, axis: place, scale: scale, shift: shift)
    }

    /// Mean and variance of the elements that a mask, of one axis less, lets count.
    private func moments(of input: Tensor, where mask: Tensor, axes: [Int]) throws -> (Tensor, Tensor) {
        guard mask.shape.rank == input.shape.rank - 1 else {
            throw Refusal(
                argument: "mask", "The mask provided should be one dimension less than the inputs.",
                received: "mask.shape=\(mask.shape), inputs.shape=\(input.shape)")
        }
        let zero = try Tensor(scalar: 0)
        let counting = try mask.reshaped(Shape(mask.shape.dims + [1]))
        let count = try combine(
            reduce(select(counting, Tensor(filling: 1, input.shape), zero), .sum, axes: axes),
            Tensor(scalar: 1e-7), .add)
        let mean = try combine(reduce(select(counting, input, zero), .sum, axes: axes), count, .divide)
        let rest = (0..<input.shape.rank).map { axes.contains($0) ? 1 : input.shape[$0] }
        let distance = try select(counting, combine(input, mean.reshaped(Shape(rest)), .subtract), zero)
        let variance = try combine(
            reduce(combine(distance, distance, .multiply), .sum, axes: axes), count, .divide)
        return (mean, variance)
    }
}
