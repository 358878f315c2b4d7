import TensorEngine

extension Definition where Product == ActivationFunction {
    /// eˣ
    static let exponential = Definition(
        name: "exponential", summary: "e to the power of x"
    ) { _ in ActivationFunction(fused: .exponential) }
}
