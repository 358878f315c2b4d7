extension LayerDefinition {
    /// Conv3DTranspose: each pixel of a volume spread over a window of a larger one.
    static let conv3DTranspose = layer(
        "Conv3DTranspose", aliases: ["Convolution3DTranspose", "Deconvolution3D", "Deconv3D"],
        summary: "3-D transposed convolution: each input pixel is spread over a window of a larger output.",
        source: "keras/src/layers/convolutional/conv3d_transpose.py; Zeiler et al. 2010",
        sizes: OutputSizes.transposed(rank: 3),
        example: "Conv3DTranspose(8, 4, strides=2, padding=\"same\")(Input((8, 16, 16, 1)))",
        parameters: [
            .filters,
            .kernelSize(rank: 3, oldParts: ["kernel_dim1", "kernel_dim2", "kernel_dim3"]),
            .strides(rank: 3),
            .padding(),
            .dataFormat,
            .outputPadding(rank: 3),
            .dilationRate(rank: 3),
        ] + Parameter.kernelAndBias + [.oldOutputShape],
        oldSignatures: [
            OldSignature(
                "Deconvolution3D",
                ["nb_filter", "kernel_dim1", "kernel_dim2", "kernel_dim3", "output_shape"]
                    + OldConvolution.beforeStrides + ["subsample", "dim_ordering"] + OldConvolution.penalties,
                leadingIntegers: 4)
        ],
        configOrder: ["output_padding", "data_format"]
    ) { arguments throws(Refusal) in try TransposedConvolution(arguments) }
}
