import TensorEngine

/// A layer that changes its input at random in training, and passes it on at inference.
struct NoiseOperation: TrainingOperation, ElementwiseOperation, MaskedOperation {
    /// What it does to the input.
    enum Noise: Sendable {
        /// Elements are zero, others scaled. One random number for each element of the noise's shape; nil for the input's.
        case dropout(rate: Double, shape: [Int?]?)
        /// Whole channels are zero, others scaled.
        case spatialDropout(rate: Double, DataFormat)
        /// Elements take a negative value; mean and variance stay.
        case alphaDropout(rate: Double, shape: [Int?]?)
        /// Elements are multiplied by normal numbers of mean 1 and variance rate / (1 − rate).
        case gaussianDropout(rate: Double)
        /// Normal numbers are added.
        case gaussianNoise(deviation: Double)
    }

    let noise: Noise
    /// The number of axes that the input must have, the batch axis included; nil for any.
    var axes: Int?

    var isBuiltFromTheStart: Bool { true }
    var usualTraining: Bool? { false }
    var isFrozenWithItsLayer: Bool { false }

    func handsOn(isTraining: Bool) -> Bool { !isTraining }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        if let axes { try ImageInput.requireAxes(axes, inputs[0]) }
        return inputs[0]
    }

    func output(of inputs: [Tensor], _ context: OperationContext) throws -> Tensor {
        context.isTraining ? try noisy(inputs[0], seed: context.drawSeed) : inputs[0]
    }

    private func noisy(_ input: Tensor, seed: () throws -> RandomSeed) throws -> Tensor {
        switch noise {
        case .dropout(let rate, let shape): return try dropped(input, rate, shape, seed)
        case .spatialDropout(let rate, let format):
            let rank = input.shape.rank
            let kept: Set = [0, format.channelAxis(rank: rank)]
            return try dropped(input, rate, (0..<rank).map { kept.contains($0) ? input.shape[$0] : 1 }, seed)
        case .alphaDropout(let rate, let shape):
            guard rate > 0 else { return input }
            try requireBelowOne(rate)
            return try TensorEngine.alphaDropout(input, rate: rate, noiseShape: shape, seed: seed())
        case .gaussianDropout(let rate):
            guard rate > 0 else { return input }
            try requireBelowOne(rate)
            let deviation = Float((rate / (1 - rate)).squareRoot())
            return try combine(
                input, try Tensor.normal(input.shape, mean: 1, deviation: deviation, seed: seed()), .multiply)
        case .gaussianNoise(let deviation):
            guard deviation > 0 else { return input }
            return try combine(input, try Tensor.normal(input.shape, deviation: Float(deviation), seed: seed()), .add)
        }
    }

    /// Nothing is drawn where nothing, or everything, is dropped.
    private func dropped(
        _ input: Tensor, _ rate: Double, _ shape: [Int?]?, _ seed: () throws -> RandomSeed
    ) throws -> Tensor {
        try TensorEngine.dropout(
            input, rate: rate, noiseShape: shape, seed: 0 < rate && rate < 1 ? seed() : RandomSeed(0))
    }

    private func requireBelowOne(_ rate: Double) throws(Refusal) {
        guard rate >= 1 else { return }
        throw Refusal(
            .zeroDivisionError, argument: "rate", "With a `rate` of 1 nothing is left to scale in training.",
            received: "rate=\(rate)", remedy: "use a rate below 1")
    }
}

extension BoundArguments {
    /// The argument `noise_shape`: sizes, nil where they follow the input's; nil for None.
    var noiseShape: [Int?]? {
        self["noise_shape"].items?.map { if case .int(let size) = $0 { size } else { nil } }
    }
}
