extension LayerDefinition {
    /// Identity: passes its input on.
    static let identityLayer = layer(
        "Identity",
        summary: "Passes its input on.",
        sizes: OutputSizes.unchanged,
        example: "Identity()(Input((28, 28, 3)))",
        parameters: []
    ) { arguments throws(Refusal) in
        IdentityOperation()
    }
}
