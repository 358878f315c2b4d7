extension LayerDefinition {
    /// Conv3D: filters that slide through a volume.
    static let conv3D = layer(
        "Conv3D", aliases: ["Convolution3D"],
        summary: "3-D convolution: filters that slide through a volume, each giving one channel of the output.",
        source: "keras/src/layers/convolutional/conv3d.py",
        sizes: OutputSizes.convolution(rank: 3),
        example: "Conv3D(8, 3, padding=\"same\")(Input((8, 16, 16, 1)))",
        parameters: [
            .filters, .kernelSize(rank: 3, oldParts: ["kernel_dim1", "kernel_dim2", "kernel_dim3"]), .strides(rank: 3),
            .padding(), .dataFormat, .dilationRate(rank: 3), .groups,
        ] + Parameter.kernelAndBias,
        oldSignatures: [
            OldSignature(
                "Convolution3D",
                ["nb_filter", "kernel_dim1", "kernel_dim2", "kernel_dim3"] + OldConvolution.beforeStrides
                    + ["subsample", "dim_ordering"] + OldConvolution.penalties, leadingIntegers: 4)
        ]
    ) { arguments throws(Refusal) in try Convolution(arguments) }
}
