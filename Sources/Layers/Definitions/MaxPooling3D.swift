extension LayerDefinition {
    /// MaxPooling3D: the largest of the pixels under a window that slides over a volume.
    static let maxPooling3D = layer(
        "MaxPooling3D", aliases: ["MaxPool3D"],
        summary: "The largest of the pixels under a window that slides over a volume, channel by channel.",
        source: "keras/src/layers/pooling/max_pooling3d.py",
        sizes: OutputSizes.pooling(rank: 3),
        example: "MaxPooling3D(2)(Input((8, 16, 16, 1)))",
        parameters: [
            .poolSize(rank: 3), .poolStrides(rank: 3), .poolPadding, .dataFormat,
            .positionalName,
        ],
        configOrder: Parameter.poolingOrder
    ) { arguments throws(Refusal) in Pooling(kind: .max, arguments) }
}
