extension LayerDefinition {
    /// Softmax: probabilities: eˣ / Σeˣ along an axis.
    static let softmaxLayer = layer(
        "Softmax",
        summary: "Probabilities: eˣ / Σeˣ along an axis.",
        sizes: OutputSizes.unchanged,
        example: "Softmax()(Input((28, 28, 3)))",
        parameters: [
            Parameter("axis", .axes, default: .int(-1), "The axis, or several.")
        ]
    ) { arguments throws(Refusal) in
        SoftmaxOperation(axes: arguments.ints("axis"))
    }
}
