import PythonText
import TensorEngine

/// Transposed convolution, which spreads each input pixel over a window of the output.
///
/// out[n, i·s + t·d − crop, f] += Σ_c in[n, i, c] · kernel[t, f, c], then the bias. No zeros are inserted.
struct TransposedConvolution: WindowedOperation {
    let window: SlidingWindow
    let filters: Int
    let outputPadding: [Int]?
    let useBias: Bool
    /// The output's spatial sizes that Keras 1's `output_shape` asks for.
    let wantedSizes: [Dim]?
    let arguments: BoundArguments

    /// Reads the arguments of Conv1DTranspose, Conv2DTranspose or Conv3DTranspose.
    init(_ arguments: BoundArguments) throws(Refusal) {
        self.arguments = arguments
        filters = arguments.int("filters")
        window = SlidingWindow(arguments)
        outputPadding = arguments.optionalInts("output_padding")
        useBias = arguments.bool("use_bias")
        wantedSizes = try TransposedConvolution.wanted(arguments, rank: window.rank, dataFormat: window.dataFormat)
        try window.requireNoStridedDilation()
        let strides = window.strides
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

    private var rank: Int { window.rank }

    var dataFormat: DataFormat? { window.dataFormat }

    func weights(for inputs: [BatchShape]) throws(Refusal) -> [WeightSpec] {
        let channels = try ImageInput(inputs, rank: rank, dataFormat: window.dataFormat).channels
        return try arguments.kernelAndBias(window.size + [filters, channels], filters: filters, useBias: useBias)
    }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        let input = try ImageInput(inputs, rank: rank, dataFormat: window.dataFormat)
        let extra = try outputPadding(for: input.spatial)
        var sizes: [Dim] = []
        for axis in 0..<rank { sizes.append(try length(axis, input.spatial[axis], extra?[axis])) }
        return window.dataFormat.shape(batch: inputs[0].dims[0], spatial: sizes, channels: Dim(filters))
    }

    private func length(_ axis: Int, _ input: Dim, _ extra: Int?) throws(Refusal) -> Dim {
        try refusing { () throws(EngineError) in
            try ConvolutionArithmetic.transposedOutputLength(
                input: input, kernel: window.size[axis], stride: window.strides[axis], dilation: window.dilation[axis],
                padding: window.padding, outputPadding: extra)
        }
    }

    /// The output padding that is given, or that yields the sizes Keras 1's `output_shape` asks for.
    private func outputPadding(for input: [Dim]) throws(Refusal) -> [Int]? {
        guard let wantedSizes, input.allSatisfy(\.isKnown) else { return outputPadding }
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
            guard !overflow, (0..<window.strides[axis]).contains(extra) else {
                let some = (0..<min(window.strides[axis], 8)).map { String(shortest &+ $0) }.joined(separator: ", ")
                throw Refusal(
                    argument: "output_shape",
                    "`output_shape` asks for a size of \(wanted) along spatial axis \(axis), which these strides and this padding cannot give.",
                    received: "output_shape=\(arguments["output_shape"])",
                    remedy: "sizes that can be had: \(some)\(window.strides[axis] > 8 ? ", …" : "")")
            }
            result.append(extra)
        }
        return result
    }

    func output(of inputs: [Tensor], _ context: OperationContext) throws -> Tensor {
        let sizes = inputs[0].shape.dims
        let spatial = window.spatial(sizes)
        let geometry = try TransposedGeometry(
            input: spatial, kernel: window.size, strides: window.strides, dilation: window.dilation,
            padding: window.padding,
            outputPadding: try outputPadding(for: spatial.map { Dim($0) }),
            channels: sizes[window.channelAxis], filters: filters)
        let packed = try context.state.prepare(geometry) {
            try PackedTransposedKernel(context.weights[0], geometry: geometry)
        }
        return try arguments.activated { activation in
            try convolveTransposed(
                inputs[0], packed: packed, bias: useBias ? context.weights[1] : nil, activation: activation,
                dataFormat: window.dataFormat.layout)
        }
    }

    func convolutionPlans(for sizes: [Int]) throws -> [ConvolutionPlan] {
        [ConvolutionPlanner.transposedPlan(strides: window.strides)]
    }

    func motion(over input: BatchShape) throws(Refusal) -> WindowMotion {
        try ImageInput.requireAxes(rank + 2, input)
        let sizes = window.dataFormat.spatialAxes(rank: rank + 2).map { input.dims[$0] }
        let extra = try outputPadding(for: sizes)
        var axes: [WindowAxis] = []
        for axis in 0..<rank {
            axes.append(
                try .transposed(
                    input: sizes[axis], kernel: window.size[axis], stride: window.strides[axis],
                    dilation: window.dilation[axis], padding: window.padding, outputPadding: extra?[axis]))
        }
        return WindowMotion(axes: axes, channels: .summed(groups: 1), dataFormat: window.dataFormat)
    }

    func costTerms(input: BatchShape, output: BatchShape) -> [CostTerm] {
        [CostTerm("inputs", input.perSample, each: window.taps + [Dim(filters)])]
    }

    func positions(inputs: [BatchShape], output: BatchShape) -> [Positions] {
        let axes = window.dataFormat.spatialAxes(rank: rank + 2)
        let extra = try? outputPadding(for: axes.map { inputs[0].dims[$0] })
        let spatial = axes.enumerated().map { index, axis -> Positions.Axis in
            // How much is cut off does not depend on the input's length.
            let crop = try? ConvolutionArithmetic.transposedCrop(
                input: inputs[0].dims[axis].known ?? 1, kernel: window.size[index], stride: window.strides[index],
                dilation: window.dilation[index], padding: window.padding, outputPadding: extra?[index])
            guard let crop else { return .unknown }
            return .exact(
                .transposed(
                    taps: window.size[index], stride: window.strides[index], dilation: window.dilation[index],
                    crop: crop), along: axis)
        }
        return [
            Positions.image(spatial, channels: .whole, window.dataFormat).followed(by: arguments.activation(), output)
        ]
    }
}
