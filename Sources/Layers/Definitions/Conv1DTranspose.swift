extension LayerDefinition {
    /// Conv1DTranspose: each pixel of a sequence spread over a window of a larger one.
    static let conv1DTranspose = layer(
        "Conv1DTranspose", aliases: ["Convolution1DTranspose"],
        summary: "1-D transposed convolution: each input pixel is spread over a window of a larger output.",
        source: "keras/src/layers/convolutional/conv1d_transpose.py; Zeiler et al. 2010",
        sizes: OutputSizes.transposed(rank: 1),
        example: "Conv1DTranspose(8, 4, strides=2, padding=\"same\")(Input((20, 3)))",
        parameters: [
            .filters,
            .kernelSize(rank: 1),
            .strides(rank: 1),
            .padding(),
            .outputPadding(rank: 1),
            .dataFormat,
            .dilationRate(rank: 1),
        ] + Parameter.kernelAndBias
    ) { arguments throws(Refusal) in try TransposedConvolution(arguments) }
}
