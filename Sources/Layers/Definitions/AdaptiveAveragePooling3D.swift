extension LayerDefinition {
    /// AdaptiveAveragePooling3D: a volume pooled to a wanted size.
    static let adaptiveAveragePooling3D = layer(
        "AdaptiveAveragePooling3D",
        summary: "The mean of the pixels under windows that are as large as the wanted output size needs.",
        source: "keras/src/layers/pooling/adaptive_average_pooling3d.py",
        sizes: OutputSizes.adaptive(rank: 3),
        example: "AdaptiveAveragePooling3D(4)(Input((8, 16, 16, 1)))",
        parameters: [
            Parameter("output_size", .sizes(rank: 3, minimum: 1), "The output's spatial sizes.", typeErrors: .strict),
            .dataFormat,
        ]
    ) { arguments throws(Refusal) in AdaptivePooling(rank: 3, kind: .average, arguments) }
}
