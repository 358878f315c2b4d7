extension LayerDefinition {
    /// Flatten: all axes after the batch in one.
    static let flatten = layer(
        "Flatten",
        summary: "All axes after the batch in one.",
        parameters: [
            .dataFormat
        ]
    ) { arguments throws(Refusal) in
        Flattening(format: arguments.dataFormat())
    }
}
