extension LayerDefinition {
    /// AdaptiveAveragePooling1D: a sequence pooled to a wanted size.
    static let adaptiveAveragePooling1D = layer(
        "AdaptiveAveragePooling1D",
        summary: "The mean of the pixels under windows that are as large as the wanted output size needs.",
        source: "keras/src/layers/pooling/adaptive_average_pooling1d.py",
        sizes: OutputSizes.adaptive(rank: 1),
        example: "AdaptiveAveragePooling1D(4)(Input((20, 3)))",
        parameters: [
            Parameter("output_size", .sizes(rank: 1, minimum: 1), "The output's spatial sizes.", typeErrors: .strict),
            .dataFormat,
        ]
    ) { arguments throws(Refusal) in AdaptivePooling(rank: 1, kind: .average, arguments) }
}
