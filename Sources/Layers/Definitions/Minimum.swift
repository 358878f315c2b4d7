extension LayerDefinition {
    /// Minimum: the smallest of several tensors, element by element.
    static let minimumLayer = layer(
        "Minimum",
        summary: "The smallest of several tensors, element by element.",
        sizes: OutputSizes.merged,
        example: "x = Input((28, 28, 3))\nMinimum()([x, Conv2D(3, 3, padding=\"same\")(x)])",
        parameters: []
    ) { arguments throws(Refusal) in
        ElementwiseMerging(name: "Minimum", operation: .minimum)
    }
}
