extension LayerDefinition {
    /// Add: the sum of several tensors.
    static let addLayer = layer(
        "Add",
        summary: "The sum of several tensors.",
        sizes: OutputSizes.merged,
        example: "x = Input((28, 28, 3))\nAdd()([x, Conv2D(3, 3, padding=\"same\")(x)])",
        parameters: []
    ) { arguments throws(Refusal) in
        ElementwiseMerging(name: "Add", operation: .add)
    }
}
