extension LayerDefinition {
    /// UpSampling1D: a sequence enlarged by whole factors.
    static let upSampling1D = layer(
        "UpSampling1D",
        summary: "A sequence enlarged by whole factors along its spatial axes.",
        source: "keras/src/layers/reshaping/up_sampling1d.py",
        sizes: OutputSizes.each(rank: 1, "{} · size"),
        example: "UpSampling1D(2)(Input((20, 3)))",
        parameters: [
            Parameter(
                "size", .positiveInteger, default: .int(2), "Factor for the spatial axis.", oldNames: ["length"],
                typeErrors: .strict)
        ]
    ) { arguments throws(Refusal) in UpSampling(rank: 1, arguments) }
}
