extension LayerDefinition {
    /// Cropping1D: pixels cut off from the sides of a sequence.
    static let cropping1D = layer(
        "Cropping1D",
        summary: "Pixels cut off from the beginning and the end of the spatial axes of a sequence.",
        source: "keras/src/layers/reshaping/cropping1d.py",
        sizes: OutputSizes.each(rank: 1, "{} − cropping before − cropping after"),
        example: "Cropping1D(2)(Input((20, 3)))",
        parameters: [
            Parameter(
                "cropping", .pairs(rank: 1), default: .tuple([.int(1), .int(1)]),
                "Pixels on each side: one number, one per axis, or a pair (before, after) per axis.")
        ]
    ) { arguments throws(Refusal) in Bordering(rank: 1, argument: "cropping", sign: -1, arguments) }
}
