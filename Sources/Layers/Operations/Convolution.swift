import PythonText
import TensorEngine

/// Convolution over one to three spatial axes, with stride, dilation and groups.
///
/// out[n, p, f] = b[f] + Σ_t Σ_c in[n, p·s + t·d − before, c] · kernel[t, c, f], over taps t and the group's channels c.
struct Convolution: TailedOperation {
    let rank: Int
    let filters: Int
    let kernelSize: [Int]
    let strides: [Int]
    let padding: Padding
    let dataFormat: DataFormat
    let dilation: [Int]
    let groups: Int
    let useBias: Bool
    let arguments: BoundArguments

    /// Reads the arguments of Conv1D, Conv2D or Conv3D.
    /// - Throws: `Refusal` for what only together is wrong.
    init(rank: Int, _ arguments: BoundArguments) throws(Refusal) {
        self.rank = rank
        self.arguments = arguments
        filters = arguments.int("filters")
        kernelSize = arguments.ints("kernel_size")
        strides = arguments.ints("strides")
        padding = Padding(rawValue: arguments.string("padding")) ?? .valid
        dataFormat = arguments.dataFormat()
        dilation = arguments.ints("dilation_rate")
        groups = arguments.int("groups")
        useBias = arguments.bool("use_bias")
        try refuseCombinations()
    }

    private func refuseCombinations() throws(Refusal) {
        if filters % groups != 0 {
            throw Refusal(
                argument: "groups", "The number of `filters` must be evenly divisible by the number of `groups`.",
                received: "groups=\(groups), filters=\(filters)",
                remedy: "groups may be \(divisors(of: filters))")
        }
        if strides.contains(where: { $0 > 1 }), dilation.contains(where: { $0 > 1 }) {
            throw Refusal(
                argument: "strides", "`strides > 1` not supported in conjunction with `dilation_rate > 1`.",
                received:
                    "strides=\(PythonTuple.describe(strides)) and dilation_rate=\(PythonTuple.describe(dilation))",
                remedy: "set one of them to 1")
        }
        if padding == .causal, dataFormat == .channelsFirst {
            throw Refusal(
                argument: "padding", "`padding='causal'` needs `data_format='channels_last'`.",
                received: "data_format='channels_first'")
        }
    }

    func weights(for inputs: [BatchShape]) throws(Refusal) -> [WeightSpec] {
        let channels = try self.channels(of: inputs)
        let kernel = try arguments.weight("kernel", shape: kernelSize + [channels / groups, filters])
        return useBias ? [kernel, try arguments.weight("bias", shape: [filters])] : [kernel]
    }

    /// The number of input channels, after the checks that need it.
    private func channels(of inputs: [BatchShape]) throws(Refusal) -> Int {
        let input = try ImageInput(inputs, rank: rank, dataFormat: dataFormat, unknownChannels: .typeError)
        if input.channels % groups != 0 {
            throw Refusal(
                argument: "groups", "The number of input channels must be evenly divisible by the number of `groups`.",
                received:
                    "groups=\(groups), but the input has \(input.channels) channels (full input shape is \(inputs[0]))",
                remedy: "groups may be \(divisors(of: input.channels))")
        }
        return input.channels
    }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        _ = try channels(of: inputs)
        let input = try ImageInput(inputs, rank: rank, dataFormat: dataFormat, unknownChannels: .typeError)
        let sizes = try sliding.outputSizes(of: input, shape: inputs[0])
        return dataFormat.shape(batch: inputs[0].dims[0], spatial: sizes, channels: Dim(filters))
    }

    func forward(_ inputs: [Tensor], _ state: LayerState) throws -> Tensor {
        let geometry = try self.geometry(for: inputs[0].shape.dims)
        let packed = try state.prepare(geometry) { try PackedKernel(state.weights[0], geometry: geometry) }
        return try arguments.activated { activation in
            try convolve(
                inputs[0], packed: packed, bias: useBias ? state.weights[1] : nil, geometry: geometry,
                activation: activation, dataFormat: dataFormat.layout)
        }
    }

    /// The output with what follows it computed in the same loops.
    func forward(_ input: Tensor, _ state: LayerState, tail: Tail) throws -> Tensor {
        let geometry = try self.geometry(for: input.shape.dims)
        let bias = useBias ? state.weights[1] : nil
        guard let affine = tail.affine else {
            let packed = try state.prepare(geometry) { try PackedKernel(state.weights[0], geometry: geometry) }
            return try convolve(input, packed: packed, bias: bias, geometry: geometry, activation: tail.activation)
        }
        let folded = try state.folded(affine, kernel: state.weights[0], bias: bias, geometry: geometry) {
            try PackedKernel($0, geometry: geometry)
        }
        return try convolve(
            input, packed: folded.kernel, bias: folded.bias, geometry: geometry, activation: tail.activation)
    }

    var canTakeTail: Bool { dataFormat == .channelsLast && arguments.activation()?.effective == nil }

    /// The geometry for data of the given sizes, batch axis included.
    func geometry(for sizes: [Int]) throws -> ConvolutionGeometry {
        let spatial = dataFormat.spatialAxes(rank: rank + 2).map { sizes[$0] }
        return try ConvolutionGeometry(
            input: spatial, kernel: kernelSize, strides: strides, dilation: dilation, padding: padding,
            groups: groups, channels: sizes[dataFormat.channelAxis(rank: rank + 2)], filters: filters)
    }

    func convolutionPlans(for sizes: [Int]) throws -> [ConvolutionPlan] {
        [ConvolutionPlanner.plan(try geometry(for: sizes))]
    }

    func multiplyAccumulates(inputs: [BatchShape], output: BatchShape) -> Int? {
        let channels = inputs[0].dims[dataFormat.channelAxis(rank: rank + 2)].floorDivided(by: groups)
        return Dim.product([output.elementsPerSample, channels] + kernelSize.map { Dim($0) }).known
    }

    var window: [WindowStep] { sliding.steps }

    private var sliding: Sliding {
        Sliding(
            argument: "kernel_size", window: kernelSize, strides: strides, dilation: dilation, padding: padding,
            dataFormat: dataFormat)
    }
}
