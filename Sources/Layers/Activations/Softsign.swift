import TensorEngine

extension Definition where Product == ActivationFunction {
    /// x / (1 + |x|)
    static let softsign = Definition(
        name: "softsign", summary: "x / (1 + |x|)"
    ) { _ in ActivationFunction(fused: .softsign) }
}
