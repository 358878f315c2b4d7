extension LayerDefinition {
    /// GlobalAveragePooling2D: the mean of all pixels of an image.
    static let globalAveragePooling2D = layer(
        "GlobalAveragePooling2D", aliases: ["GlobalAvgPool2D"],
        summary: "The mean of all pixels of an image, channel by channel.",
        source: "keras/src/layers/pooling/global_average_pooling2d.py",
        sizes: OutputSizes.global(rank: 2),
        example: "GlobalAveragePooling2D()(Input((28, 28, 3)))",
        parameters: [
            .dataFormat,
            Parameter("keepdims", .bool, default: .bool(false), "Whether the spatial axes stay, with size 1."),
        ]
    ) { arguments throws(Refusal) in GlobalPooling(rank: 2, kind: .average, arguments) }
}
