import TensorEngine

extension Definition where Product == ActivationFunction {
    /// min(max(x, 0), 6)
    static let relu6 = Definition(
        name: "relu6", summary: "min(max(x, 0), 6)"
    ) { _ in ActivationFunction(fused: .relu6) }
}
