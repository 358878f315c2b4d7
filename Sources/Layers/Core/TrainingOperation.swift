import TensorEngine

/// An operation that does something else in training than at inference: it drops, adds noise, or looks at the batch.
public protocol TrainingOperation: LayerOperation {
    /// What the argument `training` is where a call does not give it: False, or nil for that of the call around it.
    var usualTraining: Bool? { get }

    /// Whether it does what `forward` does, because its layer is not trainable.
    var isFrozenWithItsLayer: Bool { get }

    /// The output for these inputs, in training.
    /// - Parameters:
    ///   - inputs: data whose shapes have passed `requireFit`.
    ///   - state: the layer's weights and what was prepared from them.
    ///   - seed: gives the seed of this call; asked at most once, where random numbers are drawn.
    /// - Throws: `EngineError` for want of memory or after an interrupt; `Refusal` where the arguments do not allow it.
    func trainingForward(_ inputs: [Tensor], _ state: LayerState, seed: () throws -> RandomSeed) throws -> TrainingStep
}

/// What a call in training gives.
public struct TrainingStep {
    /// The output.
    public let output: Tensor
    /// New values of weights, by their index in the order of `LayerOperation.weights(for:)`.
    public let updates: [(index: Int, value: Tensor)]

    /// A step with an output, and new values of weights.
    public init(_ output: Tensor, updates: [(index: Int, value: Tensor)] = []) {
        self.output = output
        self.updates = updates
    }
}
