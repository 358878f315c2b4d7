import TensorEngine

extension Definition where Product == ActivationFunction {
    /// x · relu6(x + 3) / 6
    static let hardSilu = Definition(
        name: "hard_silu", aliases: ["hard_swish"], summary: "x · relu6(x + 3) / 6"
    ) { _ in ActivationFunction(fused: .hardSilu) }
}
