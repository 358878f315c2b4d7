extension LayerDefinition {
    /// SpatialDropout2D: whole channels of an image dropped in training.
    static let spatialDropout2D = layer(
        "SpatialDropout2D",
        summary: "Drops whole channels in training; passes its input on at inference.",
        source: "Tompson et al. 2014, https://arxiv.org/abs/1411.4280",
        sizes: OutputSizes.unchanged,
        example: "SpatialDropout2D(0.2)(Input((28, 28, 3)))",
        parameters: [.rate, .dataFormat, .noiseSeed, .positionalName],
        unknownKeyword: .typeError,
        drawsSeed: { $0.double("rate") > 0 },
        configOrder: ["rate", "seed", "name", "dtype", "data_format"]
    ) { arguments throws(Refusal) in
        NoiseOperation(noise: .spatialDropout(rate: arguments.double("rate"), arguments.dataFormat()), axes: 4)
    }
}
