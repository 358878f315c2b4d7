import TensorEngine

extension Definition where Product == ActivationFunction {
    /// log(sigmoid(x))
    static let logSigmoid = Definition(
        name: "log_sigmoid", summary: "log(sigmoid(x))"
    ) { _ in ActivationFunction(fused: .logSigmoid) }
}
