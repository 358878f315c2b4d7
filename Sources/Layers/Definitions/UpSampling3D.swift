extension LayerDefinition {
    /// UpSampling3D: a volume enlarged by whole factors.
    static let upSampling3D = layer(
        "UpSampling3D",
        summary: "A volume enlarged by whole factors along its spatial axes.",
        source: "keras/src/layers/reshaping/up_sampling3d.py",
        sizes: OutputSizes.each(rank: 3, "{} · size"),
        example: "UpSampling3D(2)(Input((8, 16, 16, 1)))",
        parameters: [
            Parameter(
                "size", .sizes(rank: 3, minimum: 1), default: .int(2), "Factor for each spatial axis.",
                oldNames: ["length"]),
            .dataFormat,
        ]
    ) { arguments throws(Refusal) in UpSampling(rank: 3, arguments) }
}
