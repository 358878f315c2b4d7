import TensorEngine

extension Definition where Product == ActivationFunction {
    /// x · tanh(softplus(x))
    static let mish = Definition(
        name: "mish", summary: "x · tanh(softplus(x))",
        source: "Misra 2019, https://arxiv.org/abs/1908.08681"
    ) { _ in ActivationFunction(fused: .mish) }
}
