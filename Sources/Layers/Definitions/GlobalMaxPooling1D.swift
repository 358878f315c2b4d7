extension LayerDefinition {
    /// GlobalMaxPooling1D: the largest of all pixels of a sequence.
    static let globalMaxPooling1D = layer(
        "GlobalMaxPooling1D", aliases: ["GlobalMaxPool1D"],
        summary: "The largest of all pixels of a sequence, channel by channel.",
        source: "keras/src/layers/pooling/global_max_pooling1d.py",
        sizes: OutputSizes.global(rank: 1),
        example: "GlobalMaxPooling1D()(Input((20, 3)))",
        parameters: [
            .dataFormat,
            Parameter("keepdims", .bool, default: .bool(false), "Whether the spatial axes stay, with size 1."),
        ]
    ) { arguments throws(Refusal) in GlobalPooling(rank: 1, kind: .max, arguments) }
}
