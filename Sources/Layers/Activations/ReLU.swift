import TensorEngine

extension Definition where Product == ActivationFunction {
    /// max(x, 0), with its variants: a slope below the threshold and a ceiling.
    static let relu = Definition(
        name: "relu", summary: "max(x, 0), with an optional slope below a threshold and a ceiling.",
        parameters: [
            Parameter(
                "negative_slope", .number(minimum: nil, maximum: nil), default: .float(0), "Slope below the threshold.",
                oldNames: ["alpha"]),
            Parameter(
                "max_value", .optional(.number(minimum: nil, maximum: nil)), default: Argument.none,
                "Ceiling; None for no ceiling."),
            Parameter("threshold", .number(minimum: nil, maximum: nil), default: .float(0), "Where the slope changes."),
        ]
    ) { arguments in
        let (slope, threshold) = (Float(arguments.double("negative_slope")), Float(arguments.double("threshold")))
        guard let ceiling = arguments.optionalDouble("max_value") else {
            if slope == 0, threshold == 0 { return ActivationFunction(fused: .relu) }
            return ActivationFunction(
                fused: .clippedRelu(negativeSlope: slope, maxValue: .infinity, threshold: threshold))
        }
        return ActivationFunction(
            fused: .clippedRelu(negativeSlope: slope, maxValue: Float(ceiling), threshold: threshold))
    }
}
