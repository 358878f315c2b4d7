import TensorEngine

/// A penalty on a weight or on a layer's output.
public struct Regularizer: Sendable {
    /// The penalty for a tensor, a single number of zero or more.
    public let penalty: @Sendable (Tensor) throws -> Float

    /// A regularizer that adds what `penalty` returns to the loss.
    public init(penalty: @escaping @Sendable (Tensor) throws -> Float) { self.penalty = penalty }
}
