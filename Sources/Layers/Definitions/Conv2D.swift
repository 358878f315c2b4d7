extension LayerDefinition {
    /// Conv2D: filters that slide over an image.
    static let conv2D = layer(
        "Conv2D", aliases: ["Convolution2D", "AtrousConvolution2D"],
        summary: "2-D convolution: filters that slide over rows and columns, each giving one feature map.",
        source: "keras/src/layers/convolutional/conv2d.py",
        sizes: OutputSizes.convolution(rank: 2),
        example: "Conv2D(8, 3, padding=\"same\")(Input((28, 28, 3)))",
        parameters: [
            .filters, .kernelSize(rank: 2, oldParts: ["nb_row", "nb_col"]), .strides(rank: 2),
            .padding(), .dataFormat, .dilationRate(rank: 2), .groups,
        ] + Parameter.kernelAndBias,
        oldSignatures: [
            OldSignature(
                "Convolution2D",
                ["nb_filter", "nb_row", "nb_col"] + OldConvolution.beforeStrides + ["subsample", "dim_ordering"]
                    + OldConvolution.penalties, leadingIntegers: 3),
            OldSignature(
                "AtrousConvolution2D",
                ["nb_filter", "nb_row", "nb_col"] + OldConvolution.beforeStrides
                    + ["subsample", "atrous_rate", "dim_ordering"] + OldConvolution.penalties, leadingIntegers: 3),
        ]
    ) { arguments throws(Refusal) in try Convolution(arguments) }
}
