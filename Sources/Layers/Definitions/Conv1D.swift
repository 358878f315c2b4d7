extension LayerDefinition {
    /// Conv1D: filters that slide along a sequence.
    static let conv1D = layer(
        "Conv1D", aliases: ["Convolution1D", "AtrousConvolution1D"],
        summary: "1-D convolution: filters that slide along a sequence, each giving one channel of the output.",
        source: "keras/src/layers/convolutional/conv1d.py",
        sizes: OutputSizes.convolution(rank: 1),
        example: "Conv1D(8, 3, padding=\"same\")(Input((20, 3)))",
        parameters: [
            .filters, .kernelSize(rank: 1, oldNames: ["filter_length"]), .strides(rank: 1),
            .padding(["valid", "same", "causal"]), .dataFormat, .dilationRate(rank: 1), .groups,
        ] + Parameter.kernelAndBias + [.inputLength],
        oldSignatures: [
            OldSignature(
                "Convolution1D",
                ["nb_filter", "filter_length"] + OldConvolution.beforeStrides + ["subsample_length"]
                    + OldConvolution.penalties + ["input_dim", "input_length"], leadingIntegers: 2),
            OldSignature(
                "AtrousConvolution1D",
                ["nb_filter", "filter_length"] + OldConvolution.beforeStrides + ["subsample_length", "atrous_rate"]
                    + OldConvolution.penalties, leadingIntegers: 2),
        ]
    ) { arguments throws(Refusal) in try Convolution(arguments) }
}
