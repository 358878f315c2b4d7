import TensorEngine

/// A depthwise convolution followed by a pointwise one: first over space, then over channels.
struct SeparableConvolution: LayerOperation {
    let rank: Int
    let filters: Int
    let useBias: Bool
    let depthwise: DepthwiseConvolution
    let arguments: BoundArguments

    /// Reads the arguments of SeparableConv1D or SeparableConv2D.
    init(rank: Int, _ arguments: BoundArguments) throws(Refusal) {
        self.rank = rank
        self.arguments = arguments
        filters = arguments.int("filters")
        useBias = arguments.bool("use_bias")
        depthwise = try DepthwiseConvolution(rank: rank, arguments, useBias: false)
    }

    private var ones: [Int] { Array(repeating: 1, count: rank) }

    func weights(for inputs: [BatchShape]) throws(Refusal) -> [WeightSpec] {
        let spatial = try depthwise.kernelSpec(for: inputs, name: "depthwise_kernel")
        let channels = try depthwise.filters(of: spatial.shape[rank])
        let pointwise = try arguments.weight(
            "pointwise_kernel", shape: ones + [channels, filters], prefix: "pointwise")
        return [spatial, pointwise] + (useBias ? [try arguments.weight("bias", shape: [filters])] : [])
    }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        var shape = try depthwise.outputShape(for: inputs)
        shape.dims[depthwise.dataFormat.channelAxis(rank: rank + 2)] = Dim(filters)
        return shape
    }

    func forward(_ inputs: [Tensor], _ state: LayerState) throws -> Tensor {
        let format = depthwise.dataFormat
        let middle = try depthwise.convolved(inputs[0], state, bias: nil, activation: .none)
        let geometry = try pointwiseGeometry(for: middle.shape.dims)
        let packed = try state.prepare("pointwise \(geometry.inputSize)") {
            try PackedKernel(state.weights[1], geometry: geometry)
        }
        return try arguments.activated { activation in
            try convolve(
                middle, packed: packed, bias: useBias ? state.weights[2] : nil, geometry: geometry,
                activation: activation, dataFormat: format.layout)
        }
    }

    /// The geometry of the second step for what the first one yields, batch axis included.
    private func pointwiseGeometry(for sizes: [Int]) throws -> ConvolutionGeometry {
        let format = depthwise.dataFormat
        return try ConvolutionGeometry(
            input: format.spatialAxes(rank: rank + 2).map { sizes[$0] }, kernel: ones, strides: ones, dilation: ones,
            padding: .valid, channels: sizes[format.channelAxis(rank: rank + 2)], filters: filters)
    }

    func convolutionPlans(for sizes: [Int]) throws -> [ConvolutionPlan] {
        let middle = try depthwise.outputShape(for: [BatchShape(sizes)]).dims.compactMap(\.known)
        return try depthwise.convolutionPlans(for: sizes)
            + [ConvolutionPlanner.plan(try pointwiseGeometry(for: middle))]
    }

    func multiplyAccumulates(inputs: [BatchShape], output: BatchShape) -> Int? {
        let channels = inputs[0].dims[depthwise.dataFormat.channelAxis(rank: rank + 2)]
        let pixels = output.elementsPerSample.floorDivided(by: filters)
        let middle = Dim.product([pixels, channels, Dim(depthwise.depthMultiplier)])
        let spatial = Dim.product([middle] + depthwise.kernelSize.map { Dim($0) })
        return Dim.sum([spatial, Dim.product([middle, Dim(filters)])]).known
    }

    var window: [WindowStep] { depthwise.window }
}
