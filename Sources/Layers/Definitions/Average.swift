extension LayerDefinition {
    /// Average: the mean of several tensors, element by element.
    static let averageLayer = layer(
        "Average",
        summary: "The mean of several tensors, element by element.",
        sizes: OutputSizes.merged,
        example: "x = Input((28, 28, 3))\nAverage()([x, Conv2D(3, 3, padding=\"same\")(x)])",
        parameters: []
    ) { arguments throws(Refusal) in
        ElementwiseMerging(name: "Average", operation: .add, isMean: true)
    }
}
