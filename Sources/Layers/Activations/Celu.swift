import TensorEngine

extension Definition where Product == ActivationFunction {
    /// max(x, 0) + min(alpha · (e^(x/alpha) − 1), 0)
    static let celu = Definition(
        name: "celu", summary: "max(x, 0) + min(alpha · (e^(x/alpha) − 1), 0)",
        parameters: [
            Parameter(
                "alpha", .number(minimum: nil, maximum: nil), default: .float(1), "Where it levels off, below zero.")
        ]
    ) { arguments in
        ActivationFunction(fused: .celu(Float(arguments.double("alpha"))))
    }
}
