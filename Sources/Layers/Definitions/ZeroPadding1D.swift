extension LayerDefinition {
    /// ZeroPadding1D: zeros around a sequence.
    static let zeroPadding1D = layer(
        "ZeroPadding1D",
        summary: "Zeros added before and after the spatial axes of a sequence.",
        source: "keras/src/layers/reshaping/zero_padding1d.py",
        sizes: OutputSizes.each(rank: 1, "{} + padding before + padding after"),
        example: "ZeroPadding1D(1)(Input((20, 3)))",
        parameters: [
            Parameter(
                "padding", .pairs(rank: 1), default: .int(1),
                "Zeros on each side: one number, one per axis, or a pair (before, after) per axis."),
            .dataFormat,
        ]
    ) { arguments throws(Refusal) in Bordering(rank: 1, argument: "padding", sign: 1, arguments) }
}
