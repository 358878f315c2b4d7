extension LayerDefinition {
    /// Activation: an activation as a layer of its own.
    static let activationLayer = layer(
        "Activation",
        summary: "An activation as a layer of its own.",
        parameters: [
            Parameter("activation", .activation, "The function, by name or itself.")
        ]
    ) { arguments throws(Refusal) in
        guard let activation = arguments.activation() else {
            throw Refusal(.typeError, argument: "activation", "`activation` must be a name or a function.")
        }
        return ActivationOperation(function: activation.product)
    }
}
