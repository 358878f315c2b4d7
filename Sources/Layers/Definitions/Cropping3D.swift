extension LayerDefinition {
    /// Cropping3D: pixels cut off from the sides of a volume.
    static let cropping3D = layer(
        "Cropping3D",
        summary: "Pixels cut off from the beginning and the end of the spatial axes of a volume.",
        source: "keras/src/layers/reshaping/cropping3d.py",
        sizes: OutputSizes.each(rank: 3, "{} − cropping before − cropping after"),
        example: "Cropping3D(2)(Input((8, 16, 16, 1)))",
        parameters: [
            Parameter(
                "cropping", .pairs(rank: 3), default: .int(1),
                "Pixels on each side: one number, one per axis, or a pair (before, after) per axis."),
            .dataFormat,
        ]
    ) { arguments throws(Refusal) in Bordering(rank: 3, argument: "cropping", sign: -1, arguments) }
}
