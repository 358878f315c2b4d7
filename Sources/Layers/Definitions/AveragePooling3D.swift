extension LayerDefinition {
    /// AveragePooling3D: the mean of the pixels under a window that slides over a volume.
    static let averagePooling3D = layer(
        "AveragePooling3D", aliases: ["AvgPool3D"],
        summary: "The mean of the pixels under a window that slides over a volume, channel by channel.",
        source: "keras/src/layers/pooling/average_pooling3d.py",
        sizes: OutputSizes.pooling(rank: 3),
        example: "AveragePooling3D(2)(Input((8, 16, 16, 1)))",
        parameters: [
            .poolSize(rank: 3, isRequired: true), .poolStrides(rank: 3), .poolPadding, .dataFormat,
            .positionalName,
        ],
        configOrder: Parameter.poolingOrder
    ) { arguments throws(Refusal) in Pooling(kind: .average, arguments) }
}
