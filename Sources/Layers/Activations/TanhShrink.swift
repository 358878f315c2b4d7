import TensorEngine

extension Definition where Product == ActivationFunction {
    /// x − tanh(x)
    static let tanhShrink = Definition(
        name: "tanh_shrink", summary: "x − tanh(x)"
    ) { _ in ActivationFunction(fused: .tanhShrink) }
}
