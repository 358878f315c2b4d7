extension LayerDefinition {
    /// Flatten: all axes after the batch in one.
    static let flatten = layer(
        "Flatten",
        summary: "All axes after the batch in one.",
        sizes: "(batch, a, b, …) → (batch, a · b · …)",
        example: "Flatten()(Input((28, 28, 3)))",
        parameters: [
            .dataFormat
        ]
    ) { arguments throws(Refusal) in
        Flattening(format: arguments.dataFormat())
    }
}
