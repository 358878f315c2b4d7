extension LayerDefinition {
    /// GlobalMaxPooling2D: the largest of all pixels of an image.
    static let globalMaxPooling2D = layer(
        "GlobalMaxPooling2D", aliases: ["GlobalMaxPool2D"],
        summary: "The largest of all pixels of an image, channel by channel.",
        source: "keras/src/layers/pooling/global_max_pooling2d.py",
        sizes: OutputSizes.global(rank: 2),
        example: "GlobalMaxPooling2D()(Input((28, 28, 3)))",
        parameters: [
            .dataFormat,
            Parameter("keepdims", .bool, default: .bool(false), "Whether the spatial axes stay, with size 1."),
        ]
    ) { arguments throws(Refusal) in GlobalPooling(rank: 2, kind: .max, arguments) }
}
