extension LayerDefinition {
    /// Concatenate: tensors one after the other along an axis.
    static let concatenateLayer = layer(
        "Concatenate",
        summary: "Tensors one after the other along an axis.",
        parameters: [
            Parameter(
                "axis", .integer(minimum: .min), default: .int(-1), "The axis along which they are joined.",
                oldNames: ["concat_axis"])
        ]
    ) { arguments throws(Refusal) in
        Concatenating(axis: arguments.int("axis"))
    }
}
