extension LayerDefinition {
    /// Subtract: the difference of two tensors.
    static let subtractLayer = layer(
        "Subtract",
        summary: "The difference of two tensors.",
        sizes: OutputSizes.merged,
        example: "x = Input((28, 28, 3))\nSubtract()([x, AveragePooling2D(3, strides=1, padding=\"same\")(x)])",
        parameters: []
    ) { arguments throws(Refusal) in
        ElementwiseMerging(name: "Subtract", operation: .subtract)
    }
}
