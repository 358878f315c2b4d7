extension LayerDefinition {
    /// MaxPooling1D: the largest of the pixels under a window that slides over a sequence.
    static let maxPooling1D = layer(
        "MaxPooling1D", aliases: ["MaxPool1D"],
        summary: "The largest of the pixels under a window that slides over a sequence, channel by channel.",
        source: "keras/src/layers/pooling/max_pooling1d.py",
        sizes: OutputSizes.pooling(rank: 1),
        example: "MaxPooling1D(2)(Input((20, 3)))",
        parameters: [
            .poolSize(rank: 1), .poolStrides(rank: 1), .poolPadding, .dataFormat,
            .positionalName,
        ],
        oldSignatures: [OldSignature("MaxPooling1D", ["pool_length", "stride", "border_mode"])],
        configOrder: Parameter.poolingOrder
    ) { arguments throws(Refusal) in Pooling(kind: .max, arguments) }
}
