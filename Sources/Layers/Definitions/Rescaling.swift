extension LayerDefinition {
    /// Rescaling: x · scale + offset.
    static let rescaling = layer(
        "Rescaling",
        summary: "x · scale + offset.",
        sizes: OutputSizes.unchanged,
        example: "Rescaling(1 / 255)(Input((28, 28, 3)))",
        parameters: [
            Parameter("scale", .any, "Factor, or one per channel."),
            Parameter("offset", .any, default: .float(0), "Added afterwards."),
        ]
    ) { arguments throws(Refusal) in
        RescalingOperation(scale: try arguments.factor("scale"), offset: try arguments.factor("offset"))
    }
}
