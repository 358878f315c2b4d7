import TensorEngine

extension Definition where Product == ActivationFunction {
    /// x itself
    static let linear = Definition(
        name: "linear", summary: "x itself"
    ) { _ in ActivationFunction(fused: .none) }
}
