import TensorEngine

/// A depthwise convolution followed by a pointwise one: first over space, then over channels.
struct SeparableConvolution: WindowedOperation {
    let filters: Int
    let useBias: Bool
    let depthwise: DepthwiseConvolution
    let arguments: BoundArguments

    /// Reads the arguments of SeparableConv1D or SeparableConv2D.
    init(_ arguments: BoundArguments) {
        self.arguments = arguments
        filters = arguments.int("filters")
        useBias = arguments.bool("use_bias")
        depthwise = DepthwiseConvolution(arguments, useBias: false)
    }

    private var window: SlidingWindow { depthwise.window }

    private var ones: [Int] { Array(repeating: 1, count: window.rank) }

    var dataFormat: DataFormat? { window.dataFormat }

    func weights(for inputs: [BatchShape]) throws(Refusal) -> [WeightSpec] {
        let spatial = try depthwise.kernelSpec(for: inputs, name: "depthwise_kernel")
        let channels = try depthwise.filters(of: spatial.shape[window.rank])
        let pointwise = try arguments.weight(
            "pointwise_kernel", shape: ones + [channels, filters], prefix: "pointwise")
        return [spatial, pointwise] + (useBias ? [try arguments.weight("bias", shape: [filters])] : [])
    }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        var shape = try depthwise.outputShape(for: inputs)
        shape.dims[window.channelAxis] = Dim(filters)
        return shape
    }

    func output(of inputs: [Tensor], _ context: OperationContext) throws -> Tensor {
        let middle = try depthwise.convolved(inputs[0], context.state, bias: nil, activation: .none)
        let geometry = try pointwiseGeometry(for: middle.shape.dims)
        let packed = try context.state.prepare("pointwise \(geometry.inputSize)") {
            try PackedKernel(context.weights[1], geometry: geometry)
        }
        return try arguments.activated { activation in
            try convolve(
                middle, packed: packed, bias: useBias ? context.weights[2] : nil, geometry: geometry,
                activation: activation, dataFormat: window.dataFormat.layout)
        }
    }

    /// The geometry of the second step for what the first one gives.
    private func pointwiseGeometry(for sizes: [Int]) throws -> ConvolutionGeometry {
        try ConvolutionGeometry(
            input: window.spatial(sizes), kernel: ones, strides: ones, dilation: ones, padding: .valid,
            channels: sizes[window.channelAxis], filters: filters)
    }

    func convolutionPlans(for sizes: [Int]) throws -> [ConvolutionPlan] {
        let middle = try depthwise.outputShape(for: [BatchShape(sizes)]).dims.compactMap(\.known)
        return try depthwise.convolutionPlans(for: sizes)
            + [ConvolutionPlanner.plan(try pointwiseGeometry(for: middle))]
    }

    func motion(over input: BatchShape) throws(Refusal) -> WindowMotion {
        try window.motion(over: input, channels: .summed(groups: 1))
    }

    func costTerms(input: BatchShape, output: BatchShape) -> [CostTerm] {
        let pixels = window.dataFormat.spatialAxes(rank: window.rank + 2).map { output.dims[$0] }
        let middle = pixels + [Dim.product([input.dims[window.channelAxis], Dim(depthwise.depthMultiplier)])]
        return [
            CostTerm("depthwise outputs", middle, each: window.taps),
            CostTerm("outputs", output.perSample, each: [middle[window.rank]]),
        ]
    }

    func positions(inputs: [BatchShape], output: BatchShape) -> [Positions] {
        [window.positions(inputs[0], channels: .whole).followed(by: arguments.activation(), output)]
    }
}
