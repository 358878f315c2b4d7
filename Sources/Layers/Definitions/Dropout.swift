extension LayerDefinition {
    /// Dropout: drops elements in training; passes its input on at inference.
    static let dropout = layer(
        "Dropout",
        summary: "Drops elements in training; passes its input on at inference.",
        source: "Srivastava et al. 2014, https://jmlr.org/papers/v15/srivastava14a.html",
        sizes: OutputSizes.unchanged,
        example: "Dropout(0.5)(Input((28, 28, 3)))",
        parameters: [
            .rate,
            .noiseShape,
            .noiseSeed,
        ],
        drawsSeed: { $0.double("rate") > 0 },
        configOrder: ["seed", "noise_shape"]
    ) { arguments throws(Refusal) in
        NoiseOperation(
            noise: .dropout(rate: arguments.double("rate"), shape: arguments.noiseShape))
    }
}
