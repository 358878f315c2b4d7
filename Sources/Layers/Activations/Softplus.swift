import TensorEngine

extension Definition where Product == ActivationFunction {
    /// log(1 + eˣ)
    static let softplus = Definition(
        name: "softplus", summary: "log(1 + eˣ)"
    ) { _ in ActivationFunction(fused: .softplus) }
}
