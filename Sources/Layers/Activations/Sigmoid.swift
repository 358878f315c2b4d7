import TensorEngine

extension Definition where Product == ActivationFunction {
    /// 1 / (1 + e⁻ˣ)
    static let sigmoid = Definition(
        name: "sigmoid", summary: "1 / (1 + e⁻ˣ)"
    ) { _ in ActivationFunction(fused: .sigmoid) }
}
