import TensorEngine

/// A rule that a weight must obey.
public struct Constraint: Sendable {
    /// The weight, changed as little as the rule wants; the shape stays.
    public let project: @Sendable (Tensor) throws -> Tensor

    /// A constraint that replaces a weight by what `project` returns.
    public init(project: @escaping @Sendable (Tensor) throws -> Tensor) { self.project = project }
}
