extension LayerDefinition {
    /// Identity: passes its input on.
    static let identityLayer = layer(
        "Identity",
        summary: "Passes its input on.",
        parameters: []
    ) { arguments throws(Refusal) in
        IdentityOperation()
    }
}
