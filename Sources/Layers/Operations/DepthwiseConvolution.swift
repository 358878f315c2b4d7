import TensorEngine

/// Convolution of every channel by itself, with `depth_multiplier` filters each.
///
/// out[n, p, c·M + m] = Σ_t in[n, p·s + t·d − before, c] · kernel[t, c, m], then the bias.
struct DepthwiseConvolution: PackedConvolution {
    let window: SlidingWindow
    let depthMultiplier: Int
    let useBias: Bool
    let arguments: BoundArguments

    /// Reads the arguments of DepthwiseConv1D or DepthwiseConv2D, or of the first step of a separable convolution.
    init(_ arguments: BoundArguments, useBias: Bool? = nil) {
        self.arguments = arguments
        window = SlidingWindow(arguments)
        depthMultiplier = arguments.int("depth_multiplier")
        self.useBias = useBias ?? arguments.bool("use_bias")
    }

    func kernelSpec(for inputs: [BatchShape], name: String) throws(Refusal) -> WeightSpec {
        try arguments.weight(
            name, shape: window.size + [try image(inputs).channels, depthMultiplier], prefix: "depthwise")
    }

    func weights(for inputs: [BatchShape]) throws(Refusal) -> [WeightSpec] {
        let kernel = try kernelSpec(for: inputs, name: "kernel")
        guard useBias else { return [kernel] }
        return [kernel, try arguments.weight("bias", shape: [try filters(of: kernel.shape[window.rank])])]
    }

    /// The channels of the output.
    /// - Throws: `Refusal` where they are too many to be counted.
    func filters(of channels: Int) throws(Refusal) -> Int {
        guard let filters = checkedProduct([channels, depthMultiplier]) else {
            throw Refusal(.overflowError, argument: "depth_multiplier", "`depth_multiplier` gives too many channels.")
        }
        return filters
    }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        let input = try image(inputs)
        let sizes = try window.outputSizes(of: input, shape: inputs[0])
        let filters = try filters(of: input.channels)
        return window.dataFormat.shape(batch: inputs[0].dims[0], spatial: sizes, channels: Dim(filters))
    }

    func geometry(for sizes: [Int]) throws -> ConvolutionGeometry {
        let channels = sizes[window.channelAxis]
        return try ConvolutionGeometry(
            input: window.spatial(sizes), kernel: window.size, strides: window.strides, dilation: window.dilation,
            padding: window.padding, groups: channels, channels: channels, filters: try filters(of: channels))
    }

    func pack(_ kernel: Tensor, _ geometry: ConvolutionGeometry) throws -> PackedKernel {
        try PackedKernel(depthwise: kernel, geometry: geometry)
    }

    func motion(over input: BatchShape) throws(Refusal) -> WindowMotion {
        try window.motion(over: input, channels: .separate(multiplier: depthMultiplier))
    }

    func costTerms(input: BatchShape, output: BatchShape) -> [CostTerm] {
        [CostTerm("outputs", output.perSample, each: window.taps)]
    }

    func positions(inputs: [BatchShape], output: BatchShape) -> [Positions] {
        let channel = IndexRange(numerator: 1, denominator: depthMultiplier, first: 0, last: 0)
        return [
            window.positions(inputs[0], channels: .exact(channel, along: window.channelAxis))
                .followed(by: arguments.activation(), output)
        ]
    }
}
