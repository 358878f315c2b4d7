import TensorEngine

extension Definition where Product == ActivationFunction {
    /// x
    static let linear = Definition(
        name: "linear", summary: "x"
    ) { _ in ActivationFunction(fused: .none) }
}
