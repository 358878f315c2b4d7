import TensorEngine

/// A rule that a weight must obey.
public struct Constraint: Sendable {
    /// The weight, changed as little as the rule wants; the shape stays.
    public let project: @Sendable (Tensor) throws -> Tensor

    /// Makes one from its parts.
    public init(project: @escaping @Sendable (Tensor) throws -> Tensor) { self.project = project }
}
