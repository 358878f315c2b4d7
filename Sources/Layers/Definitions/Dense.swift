extension LayerDefinition {
    /// Dense: every output is a weighted sum of all inputs along the last axis.
    static let denseLayer = layer(
        "Dense",
        summary: "Every output is a weighted sum of all inputs along the last axis.",
        source: "keras/src/layers/core/dense.py",
        sizes: "(batch, …, channels) → (batch, …, units)",
        example: "Dense(10, activation=\"softmax\")(Input((64,)))",
        parameters: [
            Parameter("units", .positiveInteger, "Number of outputs.", oldNames: ["output_dim"], typeErrors: .checked),
            .activation,
            .useBias,
            .initializer("kernel", default: "glorot_uniform", oldNames: ["init"]),
            .initializer("bias", default: "zeros"),
            .regularizer("kernel", oldNames: ["W_regularizer"]),
            .regularizer("bias", oldNames: ["b_regularizer"]),
            .regularizer("activity", isInConfig: false),
            .constraint("kernel", oldNames: ["W_constraint"]),
            .constraint("bias", oldNames: ["b_constraint"]),
        ] + Parameter.tuning(inConfig: ["quantization_config"]),
        oldSignatures: [
            OldSignature(
                "Dense",
                ["output_dim", "init", "activation", "weights"] + OldConvolution.penalties + ["input_dim"],
                leadingIntegers: 1)
        ]
    ) { arguments throws(Refusal) in
        DenseOperation(arguments)
    }
}
