import TensorEngine

extension Definition where Product == ActivationFunction {
    /// eˣ
    static let exponential = Definition(
        name: "exponential", summary: "eˣ"
    ) { _ in ActivationFunction(fused: .exponential) }
}
