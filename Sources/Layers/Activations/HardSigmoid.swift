import TensorEngine

extension Definition where Product == ActivationFunction {
    /// relu6(x + 3) / 6
    static let hardSigmoid = Definition(
        name: "hard_sigmoid", summary: "relu6(x + 3) / 6"
    ) { _ in ActivationFunction(fused: .hardSigmoid) }
}
