extension LayerDefinition {
    /// Activation: an activation as a layer of its own.
    static let activationLayer = layer(
        "Activation",
        summary: "An activation as a layer of its own.",
        sizes: OutputSizes.unchanged,
        example: "Activation(\"relu\")(Input((28, 28, 3)))",
        parameters: [
            Parameter("activation", .optional(.activation), "The function, by name or itself; None for linear.")
        ]
    ) { arguments throws(Refusal) in
        ActivationOperation(function: arguments.activation()?.product ?? ActivationFunction(fused: .none))
    }
}
