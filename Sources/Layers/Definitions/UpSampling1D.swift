extension LayerDefinition {
    /// UpSampling1D: a sequence enlarged by whole factors.
    static let upSampling1D = layer(
        "UpSampling1D",
        summary: "A sequence enlarged by whole factors along its spatial axes.",
        source: "keras/src/layers/reshaping/up_sampling1d.py",
        parameters: [
            Parameter(
                "size", .sizes(rank: 1, minimum: 1), default: .int(2), "Factor for each spatial axis.",
                oldNames: ["length"])
        ]
    ) { arguments throws(Refusal) in UpSampling(rank: 1, arguments) }
}
