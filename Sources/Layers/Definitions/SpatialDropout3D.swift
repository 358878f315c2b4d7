extension LayerDefinition {
    /// SpatialDropout3D: whole channels of a volume dropped in training.
    static let spatialDropout3D = layer(
        "SpatialDropout3D",
        summary: "Drops whole channels in training; passes its input on at inference.",
        source: "Tompson et al. 2014, https://arxiv.org/abs/1411.4280",
        sizes: OutputSizes.unchanged,
        example: "SpatialDropout3D(0.2)(Input((8, 16, 16, 1)))",
        parameters: [.rate, .dataFormat, .noiseSeed, .positionalName],
        unknownKeyword: .typeError,
        drawsSeed: { $0.double("rate") > 0 },
        configOrder: ["rate", "seed", "name", "dtype", "data_format"]
    ) { arguments throws(Refusal) in
        NoiseOperation(noise: .spatialDropout(rate: arguments.double("rate"), arguments.dataFormat()), axes: 5)
    }
}
