extension LayerDefinition {
    /// DepthwiseConv2D: every channel of an image convolved by itself.
    static let depthwiseConv2D = layer(
        "DepthwiseConv2D", aliases: ["DepthwiseConvolution2D"],
        summary: "2-D depthwise convolution: every channel is convolved by itself, with depth_multiplier filters.",
        source: "keras/src/layers/convolutional/depthwise_conv2d.py",
        sizes: OutputSizes.convolution(rank: 2, channels: "channels · depth_multiplier"),
        example: "DepthwiseConv2D(3, padding=\"same\")(Input((28, 28, 3)))",
        parameters: [
            .kernelSize(rank: 2), .strides(rank: 2), .padding(), .depthMultiplier, .dataFormat,
            .dilationRate(rank: 2), .activation, .useBias,
            .initializer("depthwise", default: "glorot_uniform", oldNames: ["init"]),
            .initializer("bias", default: "zeros"),
            .regularizer("depthwise"), .regularizer("bias", oldNames: ["b_regularizer"]),
            .activityRegularizer, .constraint("depthwise"),
            .constraint("bias", oldNames: ["b_constraint"]),
        ],
        configOrder: ["depth_multiplier", "kernel_size", "strides", "padding"]
    ) { arguments throws(Refusal) in DepthwiseConvolution(arguments) }
}
