extension LayerDefinition {
    /// Average: the mean of several tensors, element by element.
    static let averageLayer = layer(
        "Average",
        summary: "The mean of several tensors, element by element.",
        parameters: []
    ) { arguments throws(Refusal) in
        ElementwiseMerging(name: "Average", operation: .add, isMean: true)
    }
}
