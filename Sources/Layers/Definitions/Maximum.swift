extension LayerDefinition {
    /// Maximum: the largest of several tensors, element by element.
    static let maximumLayer = layer(
        "Maximum",
        summary: "The largest of several tensors, element by element.",
        parameters: []
    ) { arguments throws(Refusal) in
        ElementwiseMerging(name: "Maximum", operation: .maximum)
    }
}
