extension LayerDefinition {
    /// LocallyConnected2D: a convolution whose kernel is another one at every place.
    static let locallyConnected2D = layer(
        "LocallyConnected2D",
        summary: "2-D convolution without shared weights: every place of the output has a kernel of its own.",
        source: "Keras 2.3, keras/layers/local.py",
        sizes: OutputSizes.convolution(rank: 2, hasDilation: false),
        example: "LocallyConnected2D(4, 3)(Input((28, 28, 3)))",
        parameters: [
            .filters, .kernelSize(rank: 2, oldParts: ["nb_row", "nb_col"]), .strides(rank: 2), .padding(), .dataFormat,
            .activation, .useBias,
            .initializer("kernel", default: "glorot_uniform", oldNames: ["init"]),
            .initializer("bias", default: "zeros"),
            .regularizer("kernel", oldNames: ["W_regularizer"]), .regularizer("bias", oldNames: ["b_regularizer"]),
            .activityRegularizer, .constraint("kernel", oldNames: ["W_constraint"]),
            .constraint("bias", oldNames: ["b_constraint"]),
            Parameter(
                "implementation", .integer(minimum: 1), default: .int(1),
                "How Keras 2 keeps the kernel; only 1 is supported."),
        ],
        oldSignatures: [
            OldSignature(
                "LocallyConnected2D",
                ["nb_filter", "nb_row", "nb_col"] + OldConvolution.beforeStrides + ["subsample", "dim_ordering"]
                    + OldConvolution.penalties,
                leadingIntegers: 3, isGone: true)
        ],
        replacement: "none of its layers has a kernel of its own at every place"
    ) { arguments throws(Refusal) in try LocallyConnected(arguments) }
}
