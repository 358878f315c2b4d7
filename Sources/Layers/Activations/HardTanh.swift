import TensorEngine

extension Definition where Product == ActivationFunction {
    /// min(max(x, −1), 1)
    static let hardTanh = Definition(
        name: "hard_tanh", summary: "min(max(x, −1), 1)"
    ) { _ in ActivationFunction(fused: .hardTanh) }
}
