extension LayerDefinition {
    /// AdaptiveAveragePooling2D: an image pooled to a wanted size.
    static let adaptiveAveragePooling2D = layer(
        "AdaptiveAveragePooling2D",
        summary: "The mean of the pixels under windows that are as large as the wanted output size needs.",
        source: "keras/src/layers/pooling/adaptive_average_pooling2d.py",
        sizes: OutputSizes.adaptive(rank: 2),
        example: "AdaptiveAveragePooling2D(4)(Input((28, 28, 3)))",
        parameters: [
            Parameter("output_size", .sizes(rank: 2, minimum: 1), "The output's spatial sizes.", typeErrors: .strict),
            .dataFormat,
        ]
    ) { arguments throws(Refusal) in AdaptivePooling(rank: 2, kind: .average, arguments) }
}
