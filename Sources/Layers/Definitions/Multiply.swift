extension LayerDefinition {
    /// Multiply: the product of several tensors, element by element.
    static let multiplyLayer = layer(
        "Multiply",
        summary: "The product of several tensors, element by element.",
        sizes: OutputSizes.merged,
        example: "x = Input((28, 28, 3))\nMultiply()([x, Conv2D(3, 3, padding=\"same\")(x)])",
        parameters: []
    ) { arguments throws(Refusal) in
        ElementwiseMerging(name: "Multiply", operation: .multiply)
    }
}
