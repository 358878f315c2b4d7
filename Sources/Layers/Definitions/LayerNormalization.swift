extension LayerDefinition {
    /// LayerNormalization: each sample brought to mean 0 and variance 1 over its last axes.
    static let layerNormalization = layer(
        "LayerNormalization",
        summary: "Each sample brought to mean 0 and variance 1 over its last axes.",
        source: "Ba et al. 2016, https://arxiv.org/abs/1607.06450",
        sizes: OutputSizes.unchanged,
        example: "LayerNormalization()(Input((28, 28, 3)))",
        parameters: [
            Parameter(
                "axis", .axisList(wrapsSingle: false), default: .int(-1), "The axis, or several, to normalize over."),
            Parameter("epsilon", .number(minimum: nil, maximum: nil), default: .float(0.001), "Added to the variance."),
            Parameter("center", .bool, default: .bool(true), "Whether beta is added."),
            Parameter("scale", .bool, default: .bool(true), "Whether gamma multiplies."),
            .initializer("beta", default: "zeros", oldNames: ["beta_init"]),
            .initializer("gamma", default: "ones", oldNames: ["gamma_init"]),
            .regularizer("beta"),
            .regularizer("gamma"),
            .constraint("beta"),
            .constraint("gamma"),
            Parameter(
                "rms_scaling", .bool, default: .bool(false),
                "Whether x is only divided by the deviation: no mean is taken away, no beta added.", keywordOnly: true,
                isInConfig: true),
        ],
        configOrder: [
            "rms_scaling", "beta_initializer", "gamma_initializer", "beta_regularizer", "gamma_regularizer",
            "beta_constraint", "gamma_constraint",
        ]
    ) { arguments throws(Refusal) in
        LayerNormalizing(
            axes: arguments.ints("axis"), epsilon: Float(arguments.double("epsilon")), arguments: arguments)
    }
}
