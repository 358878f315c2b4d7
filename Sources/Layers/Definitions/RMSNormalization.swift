extension LayerDefinition {
    /// RMSNormalization: each sample divided by its root mean square, then scaled.
    static let rmsNormalization = layer(
        "RMSNormalization",
        summary: "Each sample divided by its root mean square, then scaled.",
        source: "Zhang and Sennrich 2019, https://arxiv.org/abs/1910.07467",
        sizes: OutputSizes.unchanged,
        example: "RMSNormalization()(Input((28, 28, 3)))",
        parameters: [
            Parameter("axis", .axes, default: .int(-1), "The axis, or several."),
            Parameter(
                "epsilon", .number(minimum: nil, maximum: nil), default: .float(1e-6), "Added to the mean square."),
        ]
    ) { arguments throws(Refusal) in
        RMSNormalizing(axes: arguments.ints("axis"), epsilon: Float(arguments.double("epsilon")), arguments: arguments)
    }
}
