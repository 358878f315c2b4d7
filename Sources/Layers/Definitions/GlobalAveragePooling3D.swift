extension LayerDefinition {
    /// GlobalAveragePooling3D: the mean of all pixels of a volume.
    static let globalAveragePooling3D = layer(
        "GlobalAveragePooling3D", aliases: ["GlobalAvgPool3D"],
        summary: "The mean of all pixels of a volume, channel by channel.",
        source: "keras/src/layers/pooling/global_average_pooling3d.py",
        sizes: OutputSizes.global(rank: 3),
        example: "GlobalAveragePooling3D()(Input((8, 16, 16, 1)))",
        parameters: [
            .dataFormat,
            Parameter("keepdims", .bool, default: .bool(false), "Whether the spatial axes stay, with size 1."),
        ]
    ) { arguments throws(Refusal) in GlobalPooling(rank: 3, kind: .average, arguments) }
}
