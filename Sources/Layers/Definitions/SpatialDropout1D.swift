extension LayerDefinition {
    /// SpatialDropout1D: whole channels of a sequence dropped in training.
    static let spatialDropout1D = layer(
        "SpatialDropout1D",
        summary: "Drops whole channels in training; passes its input on at inference.",
        source: "Tompson et al. 2014, https://arxiv.org/abs/1411.4280",
        sizes: OutputSizes.unchanged,
        example: "SpatialDropout1D(0.2)(Input((20, 3)))",
        parameters: [.rate, .noiseSeed, .positionalName],
        unknownKeyword: .typeError,
        drawsSeed: { $0.double("rate") > 0 },
        configOrder: ["rate", "seed", "name", "dtype", "data_format"]
    ) { arguments throws(Refusal) in
        NoiseOperation(noise: .spatialDropout(rate: arguments.double("rate"), .channelsLast), axes: 3)
    }
}
