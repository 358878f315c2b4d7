extension LayerDefinition {
    /// Minimum: the smallest of several tensors, element by element.
    static let minimumLayer = layer(
        "Minimum",
        summary: "The smallest of several tensors, element by element.",
        parameters: []
    ) { arguments throws(Refusal) in
        ElementwiseMerging(name: "Minimum", operation: .minimum)
    }
}
