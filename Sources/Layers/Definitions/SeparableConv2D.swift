extension LayerDefinition {
    /// SeparableConv2D: a depthwise convolution followed by a pointwise one.
    static let separableConv2D = layer(
        "SeparableConv2D", aliases: ["SeparableConvolution2D"],
        summary: "2-D separable convolution: each channel by itself, then a 1×1 convolution that mixes the channels.",
        source: "keras/src/layers/convolutional/separable_conv2d.py; Chollet 2016, https://arxiv.org/abs/1610.02357",
        sizes: OutputSizes.convolution(rank: 2),
        example: "SeparableConv2D(8, 3, padding=\"same\")(Input((28, 28, 3)))",
        parameters: [
            .filters, .kernelSize(rank: 2, oldParts: ["nb_row", "nb_col"]), .strides(rank: 2), .padding(), .dataFormat,
            .dilationRate(rank: 2), .depthMultiplier, .activation, .useBias,
            .initializer("depthwise", default: "glorot_uniform", oldNames: ["init"]),
            .initializer("pointwise", default: "glorot_uniform", oldNames: ["init"]),
            .initializer("bias", default: "zeros"), .regularizer("depthwise"), .regularizer("pointwise"),
            .regularizer("bias", oldNames: ["b_regularizer"]), .activityRegularizer, .constraint("depthwise"),
            .constraint("pointwise"), .constraint("bias", oldNames: ["b_constraint"]),
        ],
        oldSignatures: [
            OldSignature(
                "SeparableConvolution2D",
                ["nb_filter", "nb_row", "nb_col"] + OldConvolution.beforeStrides
                    + [
                        "subsample", "depth_multiplier", "dim_ordering", "depthwise_regularizer",
                        "pointwise_regularizer", "b_regularizer", "activity_regularizer", "depthwise_constraint",
                        "pointwise_constraint", "b_constraint", "bias",
                    ], leadingIntegers: 3)
        ],
        configOrder: [
            "depth_multiplier", "filters", "kernel_size", "strides", "padding", "data_format", "dilation_rate",
        ]
    ) { arguments throws(Refusal) in SeparableConvolution(arguments) }
}
