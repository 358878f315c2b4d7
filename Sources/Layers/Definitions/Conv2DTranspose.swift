extension LayerDefinition {
    /// Conv2DTranspose: each pixel of an image spread over a window of a larger one.
    static let conv2DTranspose = layer(
        "Conv2DTranspose", aliases: ["Convolution2DTranspose", "Deconvolution2D", "Deconv2D"],
        summary: "2-D transposed convolution: each input pixel is spread over a window of a larger output.",
        source: "keras/src/layers/convolutional/conv2d_transpose.py; Zeiler et al. 2010",
        sizes: OutputSizes.transposed(rank: 2),
        example: "Conv2DTranspose(8, 4, strides=2, padding=\"same\")(Input((28, 28, 3)))",
        parameters: [
            .filters,
            .kernelSize(rank: 2, oldParts: ["nb_row", "nb_col"]),
            .strides(rank: 2),
            .padding(),
            .outputPadding(rank: 2),
            .dataFormat,
            .dilationRate(rank: 2),
        ] + Parameter.kernelAndBias + [.oldOutputShape],
        oldSignatures: [
            OldSignature(
                "Deconvolution2D",
                ["nb_filter", "nb_row", "nb_col", "output_shape"] + OldConvolution.beforeStrides
                    + ["subsample", "dim_ordering"] + OldConvolution.penalties, leadingIntegers: 3)
        ]
    ) { arguments throws(Refusal) in try TransposedConvolution(arguments) }
}
