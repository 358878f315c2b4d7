import TensorEngine

/// Convolution of every channel by itself, with `depth_multiplier` filters each.
///
/// out[n, p, c·M + m] = Σ_t in[n, p·s + t·d − before, c] · kernel[t, c, m], then the bias.
struct DepthwiseConvolution: TailedOperation {
    let rank: Int
    let kernelSize: [Int]
    let strides: [Int]
    let padding: Padding
    let depthMultiplier: Int
    let dataFormat: DataFormat
    let dilation: [Int]
    let useBias: Bool
    let arguments: BoundArguments

    /// Reads the arguments of DepthwiseConv1D or DepthwiseConv2D, or of the first step of a separable convolution.
    init(rank: Int, _ arguments: BoundArguments, useBias: Bool? = nil) throws(Refusal) {
        self.rank = rank
        self.arguments = arguments
        kernelSize = arguments.ints("kernel_size")
        strides = arguments.ints("strides")
        padding = Padding(rawValue: arguments.string("padding")) ?? .valid
        depthMultiplier = arguments.int("depth_multiplier")
        dataFormat = arguments.dataFormat()
        dilation = arguments.ints("dilation_rate")
        self.useBias = useBias ?? arguments.bool("use_bias")
    }

    func kernelSpec(for inputs: [BatchShape], name: String) throws(Refusal) -> WeightSpec {
        let channels = try ImageInput(inputs, rank: rank, dataFormat: dataFormat, unknownChannels: .typeError).channels
        return try arguments.weight(name, shape: kernelSize + [channels, depthMultiplier], prefix: "depthwise")
    }

    func weights(for inputs: [BatchShape]) throws(Refusal) -> [WeightSpec] {
        let kernel = try kernelSpec(for: inputs, name: "kernel")
        guard useBias else { return [kernel] }
        return [kernel, try arguments.weight("bias", shape: [try filters(of: kernel.shape[rank])])]
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
        let input = try ImageInput(inputs, rank: rank, dataFormat: dataFormat, unknownChannels: .typeError)
        let sizes = try sliding.outputSizes(of: input, shape: inputs[0])
        let filters = try filters(of: input.channels)
        return dataFormat.shape(batch: inputs[0].dims[0], spatial: sizes, channels: Dim(filters))
    }

    func forward(_ inputs: [Tensor], _ state: LayerState) throws -> Tensor {
        try arguments.activated { activation in
            try convolved(inputs[0], state, bias: useBias ? state.weights[1] : nil, activation: activation)
        }
    }

    /// The output with what follows it computed in the same loops.
    func forward(_ input: Tensor, _ state: LayerState, tail: Tail) throws -> Tensor {
        let bias = useBias ? state.weights[1] : nil
        guard let affine = tail.affine else {
            return try convolved(input, state, bias: bias, activation: tail.activation)
        }
        let geometry = try self.geometry(for: input.shape.dims)
        let folded = try state.folded(affine, kernel: state.weights[0], bias: bias, geometry: geometry) {
            try PackedKernel(depthwise: $0, geometry: geometry)
        }
        return try convolve(
            input, packed: folded.kernel, bias: folded.bias, geometry: geometry, activation: tail.activation)
    }

    var canTakeTail: Bool { dataFormat == .channelsLast && arguments.activation()?.effective == nil }

    /// The geometry for data of the given sizes, batch axis included.
    private func geometry(for sizes: [Int]) throws -> ConvolutionGeometry {
        let channels = sizes[dataFormat.channelAxis(rank: rank + 2)]
        return try ConvolutionGeometry(
            input: dataFormat.spatialAxes(rank: rank + 2).map { sizes[$0] }, kernel: kernelSize, strides: strides,
            dilation: dilation, padding: padding, groups: channels, channels: channels,
            filters: try filters(of: channels))
    }

    func convolved(_ input: Tensor, _ state: LayerState, bias: Tensor?, activation: Activation) throws -> Tensor {
        let geometry = try self.geometry(for: input.shape.dims)
        let packed = try state.prepare(geometry) { try PackedKernel(depthwise: state.weights[0], geometry: geometry) }
        return try convolve(
            input, packed: packed, bias: bias, geometry: geometry, activation: activation, dataFormat: dataFormat.layout
        )
    }

    func convolutionPlans(for sizes: [Int]) throws -> [ConvolutionPlan] {
        [ConvolutionPlanner.plan(try geometry(for: sizes))]
    }

    func multiplyAccumulates(inputs: [BatchShape], output: BatchShape) -> Int? {
        Dim.product([output.elementsPerSample] + kernelSize.map { Dim($0) }).known
    }

    var window: [WindowStep] { sliding.steps }

    private var sliding: Sliding {
        Sliding(
            argument: "kernel_size", window: kernelSize, strides: strides, dilation: dilation, padding: padding,
            dataFormat: dataFormat)
    }
}
