extension LayerDefinition {
    /// Dot: the products of two tensors summed over one axis of each.
    static let dotLayer = layer(
        "Dot",
        summary: "The products of two tensors summed over one axis of each.",
        sizes: "the axes of both inputs without those in `axes`, one batch axis",
        example: "Dot(axes=1)([Input((8,)), Input((8,))])",
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
