/// The kernel of a dense layer made ready: a layer makes it once and keeps it until its weights change.
public struct PackedDense: Sendable {
    /// [C, U].
    let kernel: Tensor

    /// Prepares a kernel of shape [C, U].
    /// - Throws: `shapeMismatch` for another rank.
    public init(_ kernel: Tensor) throws(EngineError) {
        guard kernel.shape.rank == 2 else {
            throw .shapeMismatch("a dense kernel has two axes, received \(kernel.shape)")
        }
        self.kernel = kernel
    }
}

/// A dense layer with a kernel prepared before: y = activation(x · W + b).
/// - Parameters:
///   - input: [..., C].
///   - bias: [U], or nil.
/// - Returns: [..., U].
/// - Throws: `shapeMismatch`, `outOfMemory`, `interrupted`.
public func dense(
    _ input: Tensor, packed: PackedDense, bias: Tensor? = nil, activation: Activation = .none
) throws(EngineError) -> Tensor {
    try dense(input, kernel: packed.kernel, bias: bias, activation: activation)
}
