extension LayerDefinition {
    /// Reshape: the same elements in another shape.
    static let reshape = layer(
        "Reshape",
        summary: "The same elements in another shape.",
        parameters: [
            Parameter("target_shape", .shape(wildcard: true), "The shape without the batch axis; one size may be -1.")
        ]
    ) { arguments throws(Refusal) in
        Reshaping(target: arguments.ints("target_shape"))
    }
}
