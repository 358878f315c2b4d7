extension LayerDefinition {
    /// Concatenate: tensors one after the other along an axis.
    static let concatenateLayer = layer(
        "Concatenate",
        summary: "Tensors one after the other along an axis.",
        sizes: "equal shapes but for `axis`, whose sizes are added",
        example: "x = Input((28, 28, 3))\nConcatenate()([x, Conv2D(8, 3, padding=\"same\")(x)])",
        parameters: [
            Parameter(
                "axis", .integer(minimum: .min), default: .int(-1), "The axis along which they are joined.",
                oldNames: ["concat_axis"])
        ]
    ) { arguments throws(Refusal) in
        Concatenating(axis: arguments.int("axis"))
    }
}
