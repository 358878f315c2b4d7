extension LayerDefinition {
    /// GroupNormalization: each group of channels of each sample brought to mean 0 and variance 1.
    static let groupNormalization = layer(
        "GroupNormalization",
        summary: "Each group of channels of each sample brought to mean 0 and variance 1.",
        source: "Wu and He 2018, https://arxiv.org/abs/1803.08494",
        sizes: OutputSizes.unchanged,
        example: "GroupNormalization(groups=3)(Input((28, 28, 3)))",
        parameters: [
            Parameter(
                "groups", .integer(minimum: -1), default: .int(32), "Number of groups; -1 for one per channel.",
                typeErrors: .checked),
            Parameter("axis", .integer(minimum: .min), default: .int(-1), "The axis of the channels."),
            Parameter("epsilon", .number(minimum: nil, maximum: nil), default: .float(0.001), "Added to the variance."),
            Parameter("center", .bool, default: .bool(true), "Whether beta is added."),
            Parameter("scale", .bool, default: .bool(true), "Whether gamma multiplies."),
            .initializer("beta", default: "zeros", oldNames: ["beta_init"]),
            .initializer("gamma", default: "ones", oldNames: ["gamma_init"]),
            .regularizer("beta"),
            .regularizer("gamma"),
            .constraint("beta"),
            .constraint("gamma"),
        ]
    ) { arguments throws(Refusal) in
        guard arguments.int("groups") != 0 else {
            throw Refusal(
                argument: "groups",
                "The `groups` argument must be a positive integer, or -1 for one group per channel.",
                received: "groups=0")
        }
        return GroupNormalizing(
            groups: arguments.int("groups"), axis: arguments.int("axis"), epsilon: Float(arguments.double("epsilon")),
            arguments: arguments)
    }
}
