extension LayerDefinition {
    /// MaxPooling2D: the largest of the pixels under a window that slides over an image.
    static let maxPooling2D = layer(
        "MaxPooling2D", aliases: ["MaxPool2D"],
        summary: "The largest of the pixels under a window that slides over an image, channel by channel.",
        source: "keras/src/layers/pooling/max_pooling2d.py",
        sizes: OutputSizes.pooling(rank: 2),
        example: "MaxPooling2D(2)(Input((28, 28, 3)))",
        parameters: [
            .poolSize(rank: 2), .poolStrides(rank: 2), .poolPadding, .dataFormat,
            .positionalName,
        ],
        configOrder: Parameter.poolingOrder
    ) { arguments throws(Refusal) in Pooling(kind: .max, arguments) }
}
