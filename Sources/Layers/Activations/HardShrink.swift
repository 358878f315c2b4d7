import TensorEngine

extension Definition where Product == ActivationFunction {
    /// x if |x| > threshold, else 0
    static let hardShrink = Definition(
        name: "hard_shrink", summary: "x if |x| > threshold, else 0",
        parameters: [
            Parameter(
                "threshold", .number(minimum: nil, maximum: nil), default: .float(0.5),
                "Half the width of the flat part.")
        ]
    ) { arguments in
        ActivationFunction(fused: .hardShrink(Float(arguments.double("threshold"))))
    }
}
