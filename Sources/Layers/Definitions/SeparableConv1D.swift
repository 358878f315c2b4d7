extension LayerDefinition {
    /// SeparableConv1D: a depthwise convolution followed by a pointwise one.
    static let separableConv1D = layer(
        "SeparableConv1D", aliases: ["SeparableConvolution1D"],
        summary: "1-D separable convolution: each channel by itself, then a 1×1 convolution that mixes the channels.",
        source: "keras/src/layers/convolutional/separable_conv1d.py; Chollet 2016, https://arxiv.org/abs/1610.02357",
        sizes: OutputSizes.convolution(rank: 1),
        example: "SeparableConv1D(8, 3, padding=\"same\")(Input((20, 3)))",
        parameters: [
            .filters, .kernelSize(rank: 1, oldNames: ["filter_length"]), .strides(rank: 1),
            .padding(), .dataFormat,
            .dilationRate(rank: 1), .depthMultiplier, .activation, .useBias,
            .initializer("depthwise", default: "glorot_uniform", oldNames: ["init"]),
            .initializer("pointwise", default: "glorot_uniform", oldNames: ["init"]),
            .initializer("bias", default: "zeros"), .regularizer("depthwise"), .regularizer("pointwise"),
            .regularizer("bias", oldNames: ["b_regularizer"]), .activityRegularizer, .constraint("depthwise"),
            .constraint("pointwise"), .constraint("bias", oldNames: ["b_constraint"]),
        ],
        oldSignatures: [
            OldSignature(
                "SeparableConvolution1D",
                ["nb_filter", "filter_length"] + OldConvolution.beforeStrides + ["subsample_length"],
                leadingIntegers: 2)
        ],
        configOrder: [
            "depth_multiplier", "filters", "kernel_size", "strides", "padding", "data_format", "dilation_rate",
        ]
    ) { arguments throws(Refusal) in SeparableConvolution(arguments) }
}
