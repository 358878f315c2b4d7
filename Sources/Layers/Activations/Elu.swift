import TensorEngine

extension Definition where Product == ActivationFunction {
    /// x if x > 0, else alpha · (eˣ − 1)
    static let elu = Definition(
        name: "elu", summary: "x if x > 0, else alpha · (eˣ − 1)",
        parameters: [
            Parameter(
                "alpha", .number(minimum: nil, maximum: nil), default: .float(1), "Where it levels off, below zero.")
        ]
    ) { arguments in
        ActivationFunction(fused: .elu(Float(arguments.double("alpha"))))
    }
}
