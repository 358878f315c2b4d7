import TensorEngine

extension Definition where Product == ActivationFunction {
    /// 1.0507 · elu(x, 1.6733)
    static let selu = Definition(
        name: "selu", summary: "1.0507 · elu(x, 1.6733)",
        source: "Klambauer et al. 2017, https://arxiv.org/abs/1706.02515"
    ) { _ in ActivationFunction(fused: .selu) }
}
