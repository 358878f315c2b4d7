extension LayerDefinition {
    /// Cropping2D: pixels cut off from the sides of an image.
    static let cropping2D = layer(
        "Cropping2D",
        summary: "Pixels cut off from the beginning and the end of the spatial axes of an image.",
        source: "keras/src/layers/reshaping/cropping2d.py",
        sizes: OutputSizes.each(rank: 2, "{} − cropping before − cropping after"),
        example: "Cropping2D(2)(Input((28, 28, 3)))",
        parameters: [
            Parameter(
                "cropping", .pairs(rank: 2), default: .int(0),
                "Pixels on each side: one number, one per axis, or a pair (before, after) per axis."),
            .dataFormat,
        ]
    ) { arguments throws(Refusal) in Bordering(rank: 2, argument: "cropping", sign: -1, arguments) }
}
