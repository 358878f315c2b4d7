extension LayerDefinition {
    /// Maximum: the largest of several tensors, element by element.
    static let maximumLayer = layer(
        "Maximum",
        summary: "The largest of several tensors, element by element.",
        sizes: OutputSizes.merged,
        example: "x = Input((28, 28, 3))\nMaximum()([x, Conv2D(3, 3, padding=\"same\")(x)])",
        parameters: []
    ) { arguments throws(Refusal) in
        ElementwiseMerging(name: "Maximum", operation: .maximum)
    }
}
