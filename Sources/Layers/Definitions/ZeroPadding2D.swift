extension LayerDefinition {
    /// ZeroPadding2D: zeros around an image.
    static let zeroPadding2D = layer(
        "ZeroPadding2D",
        summary: "Zeros added before and after the spatial axes of an image.",
        source: "keras/src/layers/reshaping/zero_padding2d.py",
        sizes: OutputSizes.each(rank: 2, "{} + padding before + padding after"),
        example: "ZeroPadding2D(1)(Input((28, 28, 3)))",
        parameters: [
            Parameter(
                "padding", .pairs(rank: 2), default: .int(1),
                "Zeros on each side: one number, one per axis, or a pair (before, after) per axis."),
            .dataFormat,
        ]
    ) { arguments throws(Refusal) in Bordering(rank: 2, argument: "padding", sign: 1, arguments) }
}
