extension LayerDefinition {
    /// PReLU: x where it is positive, alpha · x elsewhere, with an alpha that is learned.
    static let preluLayer = layer(
        "PReLU",
        summary: "x where it is positive, alpha · x elsewhere, with an alpha that is learned.",
        source: "He et al. 2015, https://arxiv.org/abs/1502.01852",
        sizes: OutputSizes.unchanged,
        example: "PReLU(shared_axes=[1, 2])(Input((28, 28, 3)))",
        parameters: [
            .initializer("alpha", default: "zeros", oldNames: ["init"]),
            .regularizer("alpha"),
            .constraint("alpha"),
            Parameter(
                "shared_axes", .optional(.axisList(wrapsSingle: true)), default: Argument.none,
                "Axes along which alpha is shared, counted from 1."),
        ]
    ) { arguments throws(Refusal) in
        PReLUOperation(sharedAxes: arguments.optionalInts("shared_axes") ?? [], arguments: arguments)
    }
}
