extension LayerDefinition {
    /// ReLU: max(x, 0), with an optional slope below a threshold and a ceiling.
    static let reluLayer = layer(
        "ReLU",
        summary: "max(x, 0), with an optional slope below a threshold and a ceiling.",
        sizes: OutputSizes.unchanged,
        example: "ReLU(max_value=6)(Input((28, 28, 3)))",
        parameters: [
            Parameter(
                "max_value", .optional(.number(minimum: nil, maximum: nil)), default: Argument.none,
                "Ceiling; None for no ceiling."),
            Parameter(
                "negative_slope", .number(minimum: 0, maximum: nil), default: .float(0), "Slope below the threshold.",
                oldNames: ["alpha"], typeErrors: .comparedUnlessNone),
            Parameter(
                "threshold", .number(minimum: 0, maximum: nil), default: .float(0), "Where the slope changes.",
                typeErrors: .comparedUnlessNone),
        ]
    ) { arguments throws(Refusal) in
        if let ceiling = arguments.optionalDouble("max_value"), ceiling < 0 {
            throw Refusal(
                argument: "max_value", "`max_value` of a ReLU layer cannot be a negative value.",
                received: "\(arguments["max_value"])")
        }
        let ceiling = arguments.optionalDouble("max_value").map { Float($0) } ?? .infinity
        return ActivationOperation(
            function: ActivationFunction(
                fused: .clippedRelu(
                    negativeSlope: Float(arguments.double("negative_slope")), maxValue: ceiling,
                    threshold: Float(arguments.double("threshold")))))
    }
}
