extension LayerDefinition {
    /// AlphaDropout: drops elements so that mean and variance stay, in training; passes its input on at inference.
    static let alphaDropout = layer(
        "AlphaDropout",
        summary: "Drops elements so that mean and variance stay, in training; passes its input on at inference.",
        source: "Klambauer et al. 2017, https://arxiv.org/abs/1706.02515",
        sizes: OutputSizes.unchanged,
        example: "AlphaDropout(0.2)(Input((28, 28, 3)))",
        parameters: [
            .rate,
            .noiseShape,
            .noiseSeed,
        ],
        drawsSeed: { $0.double("rate") > 0 },
        configOrder: ["seed", "noise_shape"]
    ) { arguments throws(Refusal) in
        NoiseOperation(
            noise: .alphaDropout(rate: arguments.double("rate"), shape: arguments.noiseShape))
    }
}
