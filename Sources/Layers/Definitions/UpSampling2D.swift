extension LayerDefinition {
    /// UpSampling2D: an image enlarged by whole factors.
    static let upSampling2D = layer(
        "UpSampling2D",
        summary: "An image enlarged by whole factors along its spatial axes.",
        source: "keras/src/layers/reshaping/up_sampling2d.py",
        sizes: OutputSizes.each(rank: 2, "{} · size"),
        example: "UpSampling2D(2)(Input((28, 28, 3)))",
        parameters: [
            Parameter(
                "size", .sizes(rank: 2, minimum: 1), default: .int(2), "Factor for each spatial axis.",
                oldNames: ["length"]),
            .dataFormat,
            Parameter(
                "interpolation", .choice(["nearest", "bilinear", "bicubic", "lanczos3", "lanczos5", "area"]),
                default: .string("nearest"), "How pixels between pixels are found."),
        ]
    ) { arguments throws(Refusal) in UpSampling(rank: 2, arguments) }
}
