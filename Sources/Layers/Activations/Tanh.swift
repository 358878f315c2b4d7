import TensorEngine

extension Definition where Product == ActivationFunction {
    /// tanh(x)
    static let tanh = Definition(
        name: "tanh", summary: "tanh(x)"
    ) { _ in ActivationFunction(fused: .tanh) }
}
