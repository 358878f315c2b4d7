extension LayerDefinition {
    /// Multiply: the product of several tensors, element by element.
    static let multiplyLayer = layer(
        "Multiply",
        summary: "The product of several tensors, element by element.",
        parameters: []
    ) { arguments throws(Refusal) in
        ElementwiseMerging(name: "Multiply", operation: .multiply)
    }
}
