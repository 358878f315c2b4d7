extension LayerDefinition {
    /// ZeroPadding2D: zeros around an image.
    static let zeroPadding2D = layer(
        "ZeroPadding2D",
        summary: "Zeros added before and after the spatial axes of an image.",
        source: "keras/src/layers/reshaping/zero_padding2d.py",
        parameters: [
            Parameter(
                "padding", .pairs(rank: 2), default: .int(1),
                "Zeros on each side: one number, one per axis, or a pair (before, after) per axis."),
            .dataFormat,
        ]
    ) { arguments throws(Refusal) in Bordering(rank: 2, argument: "padding", sign: 1, arguments) }
}
