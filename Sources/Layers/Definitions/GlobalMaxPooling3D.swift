extension LayerDefinition {
    /// GlobalMaxPooling3D: the largest of all pixels of a volume.
    static let globalMaxPooling3D = layer(
        "GlobalMaxPooling3D", aliases: ["GlobalMaxPool3D"],
        summary: "The largest of all pixels of a volume, channel by channel.",
        source: "keras/src/layers/pooling/global_max_pooling3d.py",
        sizes: OutputSizes.global(rank: 3),
        example: "GlobalMaxPooling3D()(Input((8, 16, 16, 1)))",
        parameters: [
            .dataFormat,
            Parameter("keepdims", .bool, default: .bool(false), "Whether the spatial axes stay, with size 1."),
        ]
    ) { arguments throws(Refusal) in GlobalPooling(rank: 3, kind: .max, arguments) }
}
