extension LayerDefinition {
    /// BatchNormalization: each channel brought to mean 0 and variance 1, by averages gathered in training.
    static let batchNormalization = layer(
        "BatchNormalization",
        summary: "Each channel brought to mean 0 and variance 1, by averages gathered in training.",
        source: "Ioffe and Szegedy 2015, https://arxiv.org/abs/1502.03167",
        sizes: OutputSizes.unchanged,
        example: "BatchNormalization()(Input((28, 28, 3)))",
        parameters: [
            Parameter(
                "axis", .integer(minimum: .min), default: .int(-1), "The axis of the channels.",
                typeErrors: .converted),
            Parameter(
                "momentum", .number(minimum: nil, maximum: nil), default: .float(0.99),
                "How slowly the averages move in training.", typeErrors: .converted),
            Parameter(
                "epsilon", .number(minimum: nil, maximum: nil), default: .float(0.001), "Added to the variance.",
                typeErrors: .converted),
            Parameter("center", .bool, default: .bool(true), "Whether beta is added."),
            Parameter("scale", .bool, default: .bool(true), "Whether gamma multiplies."),
            .initializer("beta", default: "zeros", oldNames: ["beta_init"]),
            .initializer("gamma", default: "ones", oldNames: ["gamma_init"]),
            .initializer("moving_mean", default: "zeros"),
            .initializer("moving_variance", default: "ones"),
            .regularizer("beta"),
            .regularizer("gamma"),
            .constraint("beta"),
            .constraint("gamma"),
            Parameter(
                "synchronized", .bool, default: .bool(false),
                "Whether averages are shared between machines in training."),
            Parameter(
                "renorm", .bool, default: .bool(false), "Whether training corrects batches towards the averages."),
            Parameter(
                "renorm_clipping", .any, default: Argument.none,
                "Limits rmin, rmax and dmax of that correction, a dict."),
            Parameter(
                "renorm_momentum", .number(minimum: nil, maximum: nil), default: .float(0.99),
                "How slowly the averages of that correction move."),
        ],
        oldSignatures: [
            OldSignature(
                "BatchNormalization",
                [
                    "epsilon", "mode", "axis", "momentum", "weights", "beta_init", "gamma_init", "gamma_regularizer",
                    "beta_regularizer",
                ],
                dropped: ["mode": [.int(0)]])
        ]
    ) { arguments throws(Refusal) in
        try BatchNormalizing(arguments)
    }
}
