import TensorEngine

/// Convolution over one to three spatial axes, with stride, dilation and groups.
///
/// out[n, p, f] = b[f] + Σ_t Σ_c in[n, p·s + t·d − before, c] · kernel[t, c, f], over taps t and the group's channels c.
struct Convolution: PackedConvolution {
    let window: SlidingWindow
    let filters: Int
    let groups: Int
    let useBias: Bool
    let arguments: BoundArguments

    /// Reads the arguments of Conv1D, Conv2D or Conv3D.
    /// - Throws: `Refusal` for arguments that do not go together.
    init(_ arguments: BoundArguments) throws(Refusal) {
        self.arguments = arguments
        window = SlidingWindow(arguments)
        filters = arguments.int("filters")
        groups = arguments.int("groups")
        useBias = arguments.bool("use_bias")
        try refuseCombinations()
    }

    private func refuseCombinations() throws(Refusal) {
        if filters % groups != 0 {
            throw Refusal(
                argument: "groups", "The number of `filters` must be evenly divisible by the number of `groups`.",
                received: "groups=\(groups), filters=\(filters)",
                remedy:
                    "`groups` has to divide the input's channels, too; \(filters) is divisible by \(divisors(of: filters))"
            )
        }
        try window.requireNoStridedDilation()
    }

    func weights(for inputs: [BatchShape]) throws(Refusal) -> [WeightSpec] {
        let channels = try self.channels(of: inputs)
        return try arguments.kernelAndBias(
            window.size + [channels / groups, filters], filters: filters, useBias: useBias)
    }

    /// The number of input channels, after the checks that need it.
    private func channels(of inputs: [BatchShape]) throws(Refusal) -> Int {
        let input = try image(inputs)
        if input.channels % groups != 0 {
            throw Refusal(
                argument: "groups", "The number of input channels must be evenly divisible by the number of `groups`.",
                received:
                    "groups=\(groups), but the input has \(input.channels) channels (full input shape is \(inputs[0]))",
                remedy: "groups may be \(commonDivisors(of: input.channels, filters))")
        }
        return input.channels
    }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        _ = try channels(of: inputs)
        let sizes = try window.outputSizes(of: try image(inputs), shape: inputs[0])
        return window.dataFormat.shape(batch: inputs[0].dims[0], spatial: sizes, channels: Dim(filters))
    }

    func geometry(for sizes: [Int]) throws -> ConvolutionGeometry {
        try ConvolutionGeometry(
            input: window.spatial(sizes), kernel: window.size, strides: window.strides, dilation: window.dilation,
            padding: window.padding, groups: groups, channels: sizes[window.channelAxis], filters: filters)
    }

    func pack(_ kernel: Tensor, _ geometry: ConvolutionGeometry) throws -> PackedKernel {
        try PackedKernel(kernel, geometry: geometry)
    }

    func motion(over input: BatchShape) throws(Refusal) -> WindowMotion {
        try window.motion(over: input, channels: .summed(groups: groups))
    }

    func costTerms(input: BatchShape, output: BatchShape) -> [CostTerm] {
        let channels = input.dims[window.channelAxis].floorDivided(by: groups)
        return [CostTerm("outputs", output.perSample, each: window.taps + [channels])]
    }

    func positions(inputs: [BatchShape], output: BatchShape) -> [Positions] {
        // In groups a filter sees its share of the channels only.
        let channels = groups == 1 ? Positions.Axis.whole : .unknown
        return [window.positions(inputs[0], channels: channels).followed(by: arguments.activation(), output)]
    }
}
