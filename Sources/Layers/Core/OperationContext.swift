import TensorEngine

/// What an operation is given to compute with, beside its inputs.
public struct OperationContext {
    /// The layer's weights and what was prepared from them.
    public let state: LayerState
    /// Whether this is a call in training: dropouts drop, normalisations look at the batch.
    public let isTraining: Bool
    /// The masks of the inputs, one for each; empty where none has one. Numbers other than 0 are true.
    public var masks: [Tensor?] = []
    /// The states that a recurrent layer begins with; empty where none were given.
    public var initialStates: [Tensor] = []
    /// Whether what the layer remembers may change: this is a call on data, and not a look at a network's own values.
    public var remembers = false
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

    /// The mask of the first input; nil where it has none.
    public var mask: Tensor? { masks.first ?? nil }

    /// The seed of this call; every call of it gives another one.
    public func drawSeed() -> RandomSeed { host?.drawSeed() ?? RandomSeed(0) }

    /// Replaces the value of a weight that is not trainable, such as a moving average.
    /// - Parameter index: its index among `weights`.
    /// - Throws: `Refusal` if the shape is another.
    public func update(_ index: Int, to value: Tensor) throws(Refusal) { try host?.update(weight: index, to: value) }

    /// What a stateful layer remembers from the call before; empty where there was none.
    public var remembered: [Tensor] { host?.remembered ?? [] }

    /// Has a stateful layer remember values until the next call.
    public func remember(_ values: [Tensor]) { if remembers { host?.remember(values) } }
}

/// The layer on whose behalf an operation computes.
public protocol OperationHost: AnyObject {
    /// The next seed of the layer's generator.
    func drawSeed() -> RandomSeed

    /// Replaces the value of a weight.
    /// - Parameter index: its index in the order of `Operation.weights(for:)`.
    /// - Throws: `Refusal` if the shape is another.
    func update(weight index: Int, to value: Tensor) throws(Refusal)

    /// What it remembers from the call before.
    var remembered: [Tensor] { get }

    /// Remembers values until the next call.
    func remember(_ values: [Tensor])
}
