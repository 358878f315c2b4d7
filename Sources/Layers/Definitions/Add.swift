extension LayerDefinition {
    /// Add: the sum of several tensors.
    static let addLayer = layer(
        "Add",
        summary: "The sum of several tensors.",
        parameters: []
    ) { arguments throws(Refusal) in
        ElementwiseMerging(name: "Add", operation: .add)
    }
}
