extension LayerDefinition {
    /// AdaptiveMaxPooling3D: a volume pooled to a wanted size.
    static let adaptiveMaxPooling3D = layer(
        "AdaptiveMaxPooling3D",
        summary: "The largest of the pixels under windows that are as large as the wanted output size needs.",
        source: "keras/src/layers/pooling/adaptive_max_pooling3d.py",
        sizes: OutputSizes.adaptive(rank: 3),
        example: "AdaptiveMaxPooling3D(4)(Input((8, 16, 16, 1)))",
        parameters: [
            Parameter("output_size", .sizes(rank: 3, minimum: 1), "The output's spatial sizes.", typeErrors: .strict),
            .dataFormat,
        ]
    ) { arguments throws(Refusal) in AdaptivePooling(rank: 3, kind: .max, arguments) }
}
