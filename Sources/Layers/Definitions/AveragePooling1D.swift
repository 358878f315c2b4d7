extension LayerDefinition {
    /// AveragePooling1D: the mean of the pixels under a window that slides over a sequence.
    static let averagePooling1D = layer(
        "AveragePooling1D", aliases: ["AvgPool1D"],
        summary: "The mean of the pixels under a window that slides over a sequence, channel by channel.",
        source: "keras/src/layers/pooling/average_pooling1d.py",
        sizes: OutputSizes.pooling(rank: 1),
        example: "AveragePooling1D(2)(Input((20, 3)))",
        parameters: [
            .poolSize(rank: 1, isRequired: true), .poolStrides(rank: 1), .poolPadding, .dataFormat,
            .positionalName,
        ],
        oldSignatures: [OldSignature("AveragePooling1D", ["pool_length", "stride", "border_mode"])],
        configOrder: Parameter.poolingOrder
    ) { arguments throws(Refusal) in Pooling(kind: .average, arguments) }
}
