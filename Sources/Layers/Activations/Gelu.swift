import TensorEngine

extension Definition where Product == ActivationFunction {
    /// x · Φ(x), Φ the normal distribution
    static let gelu = Definition(
        name: "gelu", summary: "x · Φ(x), Φ the normal distribution",
        parameters: [
            Parameter("approximate", .bool, default: .bool(false), "Whether tanh approximates Φ.")
        ]
    ) { arguments in
        ActivationFunction(fused: arguments.bool("approximate") ? .geluApproximate : .gelu)
    }
}
