extension LayerDefinition {
    /// Subtract: the difference of two tensors.
    static let subtractLayer = layer(
        "Subtract",
        summary: "The difference of two tensors.",
        parameters: []
    ) { arguments throws(Refusal) in
        ElementwiseMerging(name: "Subtract", operation: .subtract)
    }
}
