import PythonText
import TensorEngine

/// Transposed convolution, which spreads each input pixel over a window of the output.
///
/// out[n, i·s + t·d − crop, f] += Σ_c in[n, i, c] · kernel[t, f, c], then the bias. No zeros are inserted.
struct TransposedConvolution: LayerOperation {
    let rank: Int
    let filters: Int
    let kernelSize: [Int]
    let strides: [Int]
    let padding: Padding
    let outputPadding: [Int]?
    let dataFormat: DataFormat
    let dilation: [Int]
    let useBias: Bool
    /// The output's spatial sizes that Keras 1's `output_shape` asks for.
    let wantedSizes: [Dim]?
    let arguments: BoundArguments

    /// Reads the arguments of Conv1DTranspose, Conv2DTranspose or Conv3DTranspose.
    init(rank: Int, _ arguments: BoundArguments) throws(Refusal) {
        self.rank = rank
        self.arguments = arguments
        filters = arguments.int("filters")
        kernelSize = arguments.ints("kernel_size")
        strides = arguments.ints("strides")
        padding = Padding(rawValue: arguments.string("padding")) ?? .valid
        outputPadding = arguments.optionalInts("output_padding")
        dataFormat = arguments.dataFormat()
        dilation = arguments.ints("dilation_rate")
        useBias = arguments.bool("use_bias")
        wantedSizes = try TransposedConvolution.wanted(arguments, rank: rank, dataFormat: dataFormat)
        if strides.contains(where: { $0 > 1 }), dilation.contains(where: { $0 > 1 }) {
            throw Refusal(
                argument: "strides", "`strides > 1` not supported in conjunction with `dilation_rate > 1`.",
                received:
                    "strides=\(PythonTuple.describe(strides)) and dilation_rate=\(PythonTuple.describe(dilation))",
                remedy: "set one of them to 1")
        }
        if let outputPadding, zip(outputPadding, strides).contains(where: { $0 >= $1 }) {
            throw Refusal(
                argument: "output_padding", "`output_padding` must be less than `strides` along each axis.",
                received:
                    "output_padding=\(PythonTuple.describe(outputPadding)), strides=\(PythonTuple.describe(strides))",
                remedy: "use at most \(PythonTuple.describe(strides.map { $0 - 1 })), or None for Keras's rule")
        }
    }

    /// The spatial sizes of `output_shape`, which includes the batch.
    private static func wanted(
        _ arguments: BoundArguments, rank: Int, dataFormat: DataFormat
    ) throws(Refusal) -> [Dim]? {
        guard arguments.parameters.contains(where: { $0.name == "output_shape" }),
            let items = arguments["output_shape"].items
        else { return nil }
        guard items.count == rank + 2 || items.count == rank + 1 else {
            throw Refusal(
                argument: "output_shape", "`output_shape` must have \(rank + 2) sizes, the batch included.",
                received: "output_shape=\(arguments["output_shape"])")
        }
        let withBatch = (items.count == rank + 1 ? [Argument.none] : []) + items
        return dataFormat.spatialAxes(rank: rank + 2).map { axis in
            if case .int(let size) = withBatch[axis] { Dim(size) } else { .unknown }
        }
    }

    func weights(for inputs: [BatchShape]) throws(Refusal) -> [WeightSpec] {
        let channels = try ImageInput(inputs, rank: rank, dataFormat: dataFormat).channels
        let kernel = try arguments.weight("kernel", shape: kernelSize + [filters, channels])
        return useBias ? [kernel, try arguments.weight("bias", shape: [filters])] : [kernel]
    }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        let input = try ImageInput(inputs, rank: rank, dataFormat: dataFormat)
        let extra = try outputPadding(for: input.spatial)
        var sizes: [Dim] = []
        for axis in 0..<rank { sizes.append(try length(axis, input.spatial[axis], extra?[axis])) }
        return dataFormat.shape(batch: inputs[0].dims[0], spatial: sizes, channels: Dim(filters))
    }

    private func length(_ axis: Int, _ input: Dim, _ extra: Int?) throws(Refusal) -> Dim {
        try refusing { () throws(EngineError) in
            try ConvolutionArithmetic.transposedOutputLength(
                input: input, kernel: kernelSize[axis], stride: strides[axis], dilation: dilation[axis],
                padding: padding, outputPadding: extra)
        }
    }

    /// The output padding that is given, or that yields the sizes Keras 1's `output_shape` asks for.
    private func outputPadding(for input: [Dim]) throws(Refusal) -> [Int]? {
        guard let wantedSizes, !input.contains(.unknown) else { return outputPadding }
        // None may give a size that no number gives.
        var usual: [Dim] = []
        for axis in 0..<rank { usual.append(try length(axis, input[axis], nil)) }
        if usual == wantedSizes { return nil }
        var result: [Int] = []
        for axis in 0..<rank {
            guard let wanted = wantedSizes[axis].known else { return outputPadding }
            // Each pixel of padding is one of the output.
            guard let shortest = try length(axis, input[axis], 0).known else { return outputPadding }
            let (extra, overflow) = wanted.subtractingReportingOverflow(shortest)
            guard !overflow, (0..<strides[axis]).contains(extra) else {
                let some = (0..<min(strides[axis], 8)).map { String(shortest &+ $0) }.joined(separator: ", ")
                throw Refusal(
                    argument: "output_shape",
                    "`output_shape` asks for a size of \(wanted) along spatial axis \(axis), which these strides and this padding cannot give.",
                    received: "output_shape=\(arguments["output_shape"])",
                    remedy: "sizes that can be had: \(some)\(strides[axis] > 8 ? ", …" : "")")
            }
            result.append(extra)
        }
        return result
    }

    func forward(_ inputs: [Tensor], _ state: LayerState) throws -> Tensor {
        let sizes = inputs[0].shape.dims
        let spatial = dataFormat.spatialAxes(rank: rank + 2).map { sizes[$0] }
        let geometry = try TransposedGeometry(
            input: spatial, kernel: kernelSize, strides: strides, dilation: dilation, padding: padding,
            outputPadding: try outputPadding(for: spatial.map { Dim($0) }),
            channels: sizes[dataFormat.channelAxis(rank: rank + 2)], filters: filters)
        let packed = try state.prepare(geometry) { try PackedTransposedKernel(state.weights[0], geometry: geometry) }
        return try arguments.activated { activation in
            try convolveTransposed(
                inputs[0], packed: packed, bias: useBias ? state.weights[1] : nil, activation: activation,
                dataFormat: dataFormat.layout)
        }
    }

    func convolutionPlans(for sizes: [Int]) throws -> [ConvolutionPlan] {
        [ConvolutionPlanner.transposedPlan(strides: strides)]
    }

    func multiplyAccumulates(inputs: [BatchShape], output: BatchShape) -> Int? {
        Dim.product([inputs[0].elementsPerSample, Dim(filters)] + kernelSize.map { Dim($0) }).known
    }

    var window: [WindowStep] {
        (0..<rank).map { axis in
            // One output pixel is reached by every tap that lies on the stride's grid.
            let extent = (kernelSize[axis] - 1) * dilation[axis] / strides[axis] + 1
            return WindowStep(extent: extent, stride: 1 / Double(strides[axis]))
        }
    }
}
