extension LayerDefinition {
    /// DepthwiseConv1D: every channel of a sequence convolved by itself.
    static let depthwiseConv1D = layer(
        "DepthwiseConv1D", aliases: ["DepthwiseConvolution1D"],
        summary: "1-D depthwise convolution: every channel is convolved by itself, with depth_multiplier filters.",
        source: "keras/src/layers/convolutional/depthwise_conv1d.py",
        sizes: OutputSizes.convolution(rank: 1, channels: "channels · depth_multiplier"),
        example: "DepthwiseConv1D(3, padding=\"same\")(Input((20, 3)))",
        parameters: [
            .kernelSize(rank: 1), .strides(rank: 1), .padding(), .depthMultiplier,
            .dataFormat,
            .dilationRate(rank: 1), .activation, .useBias,
            .initializer("depthwise", default: "glorot_uniform", oldNames: ["init"]),
            .initializer("bias", default: "zeros"),
            .regularizer("depthwise"), .regularizer("bias", oldNames: ["b_regularizer"]),
            .activityRegularizer, .constraint("depthwise"),
            .constraint("bias", oldNames: ["b_constraint"]),
        ],
        configOrder: ["depth_multiplier", "kernel_size", "strides", "padding"]
    ) { arguments throws(Refusal) in DepthwiseConvolution(arguments) }
}
