import TensorEngine

extension Definition where Product == ActivationFunction {
    /// x if x > threshold, else default_value
    static let threshold = Definition(
        name: "threshold", summary: "x if x > threshold, else default_value.",
        parameters: [
            Parameter(
                "threshold", .number(minimum: nil, maximum: nil), "Values up to it are replaced."),
            Parameter("default_value", .number(minimum: nil, maximum: nil), "What replaces them."),
        ]
    ) { arguments in
        ActivationFunction(
            fused: .threshold(Float(arguments.double("threshold")), value: Float(arguments.double("default_value"))))
    }
}
