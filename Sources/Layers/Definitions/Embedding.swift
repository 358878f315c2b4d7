extension LayerDefinition {
    /// Embedding: a row of numbers for each whole number.
    static let embedding = layer(
        "Embedding",
        summary: "A row of numbers for each whole number.",
        source: "keras/src/layers/core/embedding.py",
        sizes: "(batch, length) → (batch, length, output_dim)",
        example: "Embedding(100, 16)(Input((12,)))",
        parameters: [
            Parameter("input_dim", .positiveInteger, "How many whole numbers there are, from 0."),
            Parameter("output_dim", .positiveInteger, "Size of a row."),
            .initializer("embeddings", default: "uniform", oldNames: ["init"]),
            .regularizer("embeddings", oldNames: ["W_regularizer"]),
            Parameter(
                "activity_regularizer", .optional(.regularizer), default: Argument.none, "Penalty on the output.",
                keywordOnly: true, isInConfig: true),
            .constraint("embeddings", oldNames: ["W_constraint"]),
            Parameter("mask_zero", .bool, default: .bool(false), "Whether 0 is masked: steps that do not count."),
            Parameter(
                "weights", .any, default: Argument.none, "Initial values of the rows, a list of one array.",
                isInConfig: false),
            .inputLength,
        ] + Parameter.tuning(inConfig: ["quantization_config"])
    ) { arguments throws(Refusal) in
        EmbeddingOperation(arguments)
    }
}
