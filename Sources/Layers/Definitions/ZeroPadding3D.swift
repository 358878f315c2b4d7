extension LayerDefinition {
    /// ZeroPadding3D: zeros around a volume.
    static let zeroPadding3D = layer(
        "ZeroPadding3D",
        summary: "Zeros added before and after the spatial axes of a volume.",
        source: "keras/src/layers/reshaping/zero_padding3d.py",
        sizes: OutputSizes.each(rank: 3, "{} + padding before + padding after"),
        example: "ZeroPadding3D(1)(Input((8, 16, 16, 1)))",
        parameters: [
            Parameter(
                "padding", .pairs(rank: 3), default: .int(1),
                "Zeros on each side: one number, one per axis, or a pair (before, after) per axis."),
            .dataFormat,
        ]
    ) { arguments throws(Refusal) in Bordering(rank: 3, argument: "padding", sign: 1, arguments) }
}
