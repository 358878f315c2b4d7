extension LayerDefinition {
    /// GaussianNoise: adds normal noise in training; passes its input on at inference.
    static let gaussianNoise = layer(
        "GaussianNoise",
        summary: "Adds normal noise in training; passes its input on at inference.",
        sizes: OutputSizes.unchanged,
        example: "GaussianNoise(0.1)(Input((28, 28, 3)))",
        parameters: [
            Parameter(
                "stddev", .number(minimum: 0, maximum: nil), "Standard deviation of the noise.", oldNames: ["sigma"]),
            .noiseSeed,
        ],
        drawsSeed: { $0.double("stddev") > 0 }
    ) { arguments throws(Refusal) in
        NoiseOperation(noise: .gaussianNoise(deviation: arguments.double("stddev")))
    }
}
