extension LayerDefinition {
    /// LeakyReLU: x where it is positive, a small slope elsewhere.
    static let leakyReluLayer = layer(
        "LeakyReLU",
        summary: "x where it is positive, a small slope elsewhere.",
        sizes: OutputSizes.unchanged,
        example: "LeakyReLU()(Input((28, 28, 3)))",
        parameters: [
            Parameter(
                "negative_slope", .number(minimum: 0, maximum: nil), default: .float(0.3), "Slope below zero.",
                oldNames: ["alpha"], overridingNames: ["alpha"], typeErrors: .comparedUnlessNone)
        ]
    ) { arguments throws(Refusal) in
        ActivationOperation(function: ActivationFunction(fused: .leakyRelu(Float(arguments.double("negative_slope")))))
    }
}
