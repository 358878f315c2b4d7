import TensorEngine

extension Definition where Product == ActivationFunction {
    /// x moved towards 0 by threshold
    static let softShrink = Definition(
        name: "soft_shrink", summary: "x moved towards 0 by threshold",
        parameters: [
            Parameter(
                "threshold", .number(minimum: nil, maximum: nil), default: .float(0.5),
                "Half the width of the flat part.")
        ]
    ) { arguments in
        ActivationFunction(fused: .softShrink(Float(arguments.double("threshold"))))
    }
}
