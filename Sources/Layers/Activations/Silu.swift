import TensorEngine

extension Definition where Product == ActivationFunction {
    /// x · sigmoid(x)
    static let silu = Definition(
        name: "silu", aliases: ["swish"], summary: "x · sigmoid(x)",
        source: "Ramachandran et al. 2017, https://arxiv.org/abs/1710.05941"
    ) { _ in ActivationFunction(fused: .silu) }
}
