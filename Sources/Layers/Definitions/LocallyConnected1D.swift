extension LayerDefinition {
    /// LocallyConnected1D: a convolution whose kernel is another one at every place.
    static let locallyConnected1D = layer(
        "LocallyConnected1D",
        summary: "1-D convolution without shared weights: every place of the output has a kernel of its own.",
        source: "Keras 2.3, keras/layers/local.py",
        sizes: OutputSizes.convolution(rank: 1, hasDilation: false),
        example: "LocallyConnected1D(4, 3)(Input((20, 3)))",
        parameters: [
            .filters, .kernelSize(rank: 1, oldNames: ["filter_length"]), .strides(rank: 1), .padding(), .dataFormat,
            .activation, .useBias,
            .initializer("kernel", default: "glorot_uniform", oldNames: ["init"]),
            .initializer("bias", default: "zeros"),
            .regularizer("kernel", oldNames: ["W_regularizer"]), .regularizer("bias", oldNames: ["b_regularizer"]),
            .activityRegularizer, .constraint("kernel", oldNames: ["W_constraint"]),
            .constraint("bias", oldNames: ["b_constraint"]),
            Parameter(
                "implementation", .integer(minimum: 1), default: .int(1),
                "How Keras 2 keeps the kernel; only 1 is supported."),
            .inputLength,
        ],
        oldSignatures: [
            OldSignature(
                "LocallyConnected1D",
                ["nb_filter", "filter_length"] + OldConvolution.beforeStrides + ["subsample_length"]
                    + OldConvolution.penalties,
                leadingIntegers: 2, isGone: true)
        ],
        replacement: "none of its layers has a kernel of its own at every place"
    ) { arguments throws(Refusal) in try LocallyConnected(arguments) }
}
