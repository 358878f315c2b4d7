import TensorEngine

/// The sizes that a sliding window leaves, refused where nothing is left.
struct Sliding {
    let argument: String
    let window: [Int]
    let strides: [Int]
    let dilation: [Int]
    let padding: Padding
    let dataFormat: DataFormat

    /// The output's spatial sizes for an input's; unknown ones stay unknown.
    /// - Throws: `Refusal` where the window is larger than the input.
    func outputSizes(of input: ImageInput, shape: BatchShape) throws(Refusal) -> [Dim] {
        var sizes: [Dim] = []
        for axis in window.indices {
            sizes.append(
                try refusing { () throws(EngineError) in
                    try ConvolutionArithmetic.outputLength(
                        input: input.spatial[axis], kernel: window[axis], stride: strides[axis],
                        dilation: dilation[axis], padding: padding)
                })
        }
        if sizes.contains(where: { ($0.known ?? 1) < 1 }) {
            throw WindowFit(
                argument: argument, window: window, dilation: dilation, strides: strides, padding: padding,
                input: input.spatial, shape: shape,
                dataFormat: dataFormat
            ).refusal
        }
        return sizes
    }

    /// How the output looks at the input, axis by axis.
    var steps: [WindowStep] {
        window.indices.map { axis in
            WindowStep(
                extent: (window[axis] - 1) * dilation[axis] + 1, stride: Double(strides[axis]),
                paddingBefore: padding == .valid ? 0 : nil)
        }
    }
}
