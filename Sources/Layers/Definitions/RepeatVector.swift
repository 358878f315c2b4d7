extension LayerDefinition {
    /// RepeatVector: a vector repeated along a new axis.
    static let repeatVector = layer(
        "RepeatVector",
        summary: "A vector repeated along a new axis.",
        sizes: "(batch, channels) → (batch, n, channels)",
        example: "RepeatVector(5)(Input((8,)))",
        parameters: [
            Parameter("n", .positiveInteger, "How often.", typeErrors: .strict)
        ]
    ) { arguments throws(Refusal) in
        Repeating(count: arguments.int("n"))
    }
}
