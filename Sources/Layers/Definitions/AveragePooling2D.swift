extension LayerDefinition {
    /// AveragePooling2D: the mean of the pixels under a window that slides over an image.
    static let averagePooling2D = layer(
        "AveragePooling2D", aliases: ["AvgPool2D"],
        summary: "The mean of the pixels under a window that slides over an image, channel by channel.",
        source: "keras/src/layers/pooling/average_pooling2d.py",
        sizes: OutputSizes.pooling(rank: 2),
        example: "AveragePooling2D(2)(Input((28, 28, 3)))",
        parameters: [
            .poolSize(rank: 2, isRequired: true), .poolStrides(rank: 2), .poolPadding, .dataFormat,
            .positionalName,
        ],
        configOrder: Parameter.poolingOrder
    ) { arguments throws(Refusal) in Pooling(kind: .average, arguments) }
}
