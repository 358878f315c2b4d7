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
        let mean = try reduce(input, .mean, axes: others, keepDims: false)
        let variance = try reduce(input, .variance, axes: others, keepDims: false)
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
}
