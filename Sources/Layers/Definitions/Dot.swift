extension LayerDefinition {
    /// Dot: the products of two tensors summed over one axis of each.
    static let dotLayer = layer(
        "Dot",
        summary: "The products of two tensors summed over one axis of each.",
        parameters: [
            Parameter("axes", .axes, "One axis for both, or a pair.", oldNames: ["dot_axes"]),
            Parameter(
                "normalize", .bool, default: .bool(false),
                "Whether vectors are scaled to length 1 first, which gives cosines."),
        ]
    ) { arguments throws(Refusal) in
        DotProduct(axes: arguments.ints("axes"), normalizes: arguments.bool("normalize"))
    }
}
