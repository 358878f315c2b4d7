import TensorEngine

/// Batch normalisation in training: mean and variance are those of the batch, and the moving averages move towards them:
/// average · momentum + value · (1 − momentum). The variance is that of the population, divided by n.
///
/// Source: Ioffe and Szegedy 2015, https://arxiv.org/abs/1502.03167; Keras's `BatchNormalization.call`.
extension BatchNormalizing: TrainingOperation {
    var usualTraining: Bool? { nil }
    var isFrozenWithItsLayer: Bool { true }

    func trainingForward(_ inputs: [Tensor], _ state: LayerState, seed: () throws -> RandomSeed) throws -> TrainingStep
    {
        if arguments.bool("renorm") {
            throw Refusal(
                .notImplementedError, argument: "renorm", "Batch renormalization is computed at inference only.",
                received: "renorm=True, training=True", remedy: "call the layer with training=False")
        }
        let shape = inputs[0].shape
        let place = try channelAxis(BatchShape(shape.dims)).axis
        let others = shape.dims.indices.filter { $0 != place }
        let mean = try reduce(inputs[0], .mean, axes: others, keepDims: false)
        let variance = try reduce(inputs[0], .variance, axes: others, keepDims: false)
        var parameters = state.weights[...]
        let (gamma, beta) = (scales ? parameters.removeFirst() : nil, centers ? parameters.removeFirst() : nil)
        let (scale, shift) = try normalizingScaleAndShift(
            mean: mean, variance: variance, gamma: gamma, beta: beta, epsilon: epsilon)
        let momentum = arguments.double("momentum")
        let updates = try [mean, variance].enumerated().map { offset, value in
            let index = parameters.startIndex + offset
            let kept = try combine(state.weights[index], try Tensor(scalar: Float(momentum)), .multiply)
            let moved = try combine(value, try Tensor(scalar: Float(1 - momentum)), .multiply)
            return (index, try combine(kept, moved, .add))
        }
        return TrainingStep(try affine(inputs[0], axis: place, scale: scale, shift: shift), updates: updates)
    }
}
