extension LayerDefinition {
    /// GlobalAveragePooling1D: the mean of all pixels of a sequence.
    static let globalAveragePooling1D = layer(
        "GlobalAveragePooling1D", aliases: ["GlobalAvgPool1D"],
        summary: "The mean of all pixels of a sequence, channel by channel.",
        source: "keras/src/layers/pooling/global_average_pooling1d.py",
        sizes: OutputSizes.global(rank: 1),
        example: "GlobalAveragePooling1D()(Input((20, 3)))",
        parameters: [
            .dataFormat,
            Parameter("keepdims", .bool, default: .bool(false), "Whether the spatial axes stay, with size 1."),
        ]
    ) { arguments throws(Refusal) in GlobalPooling(rank: 1, kind: .average, arguments) }
}
