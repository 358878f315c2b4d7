extension LayerDefinition {
    /// GaussianDropout: multiplies by normal noise in training; passes its input on at inference.
    static let gaussianDropout = layer(
        "GaussianDropout",
        summary: "Multiplies by normal noise in training; passes its input on at inference.",
        source: "Srivastava et al. 2014",
        sizes: OutputSizes.unchanged,
        example: "GaussianDropout(0.2)(Input((28, 28, 3)))",
        parameters: [
            .rate,
            .noiseSeed,
        ],
        drawsSeed: { $0.double("rate") > 0 }
    ) { arguments throws(Refusal) in
        NoiseOperation(noise: .gaussianDropout(rate: arguments.double("rate")))
    }
}
