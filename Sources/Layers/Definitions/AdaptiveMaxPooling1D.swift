extension LayerDefinition {
    /// AdaptiveMaxPooling1D: a sequence pooled to a wanted size.
    static let adaptiveMaxPooling1D = layer(
        "AdaptiveMaxPooling1D",
        summary: "The largest of the pixels under windows that are as large as the wanted output size needs.",
        source: "keras/src/layers/pooling/adaptive_max_pooling1d.py",
        sizes: OutputSizes.adaptive(rank: 1),
        example: "AdaptiveMaxPooling1D(4)(Input((20, 3)))",
        parameters: [
            Parameter("output_size", .sizes(rank: 1, minimum: 1), "The output's spatial sizes.", typeErrors: .strict),
            .dataFormat,
        ]
    ) { arguments throws(Refusal) in AdaptivePooling(rank: 1, kind: .max, arguments) }
}
