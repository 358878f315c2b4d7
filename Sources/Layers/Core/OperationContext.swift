import TensorEngine

/// What an operation is given to compute with, beside its inputs.
public struct OperationContext {
    /// The layer's weights and what was prepared from them.
    public let state: LayerState
    /// Whether this is a call in training: dropouts drop, normalisations look at the batch.
    public let isTraining: Bool
    private let host: (any OperationHost)?

    /// A context for a computation.
    /// - Parameters:
    ///   - state: the weights and what was prepared from them.
    ///   - isTraining: whether this is a call in training.
    ///   - host: the layer that has the weights; nil for an operation that neither draws seeds nor changes weights.
    public init(_ state: LayerState, isTraining: Bool = false, host: (any OperationHost)? = nil) {
        self.state = state
        self.isTraining = isTraining
        self.host = host
    }

    /// The weights, in the order of `Operation.weights(for:)`.
    public var weights: [Tensor] { state.weights }

    /// The seed of this call; every call of it gives another one.
    public func drawSeed() -> RandomSeed { host?.drawSeed() ?? RandomSeed(0) }

    /// Replaces the value of a weight that is not trainable, such as a moving average.
    /// - Parameter index: its index among `weights`.
    /// - Throws: `Refusal` if the shape is another.
    public func update(_ index: Int, to value: Tensor) throws(Refusal) { try host?.update(weight: index, to: value) }
}

/// The layer on whose behalf an operation computes.
public protocol OperationHost: AnyObject {
    /// The next seed of the layer's generator.
    func drawSeed() -> RandomSeed

    /// Replaces the value of a weight.
    /// - Parameter index: its index in the order of `Operation.weights(for:)`.
    /// - Throws: `Refusal` if the shape is another.
    func update(weight index: Int, to value: Tensor) throws(Refusal)
}
