import TensorEngine

/// A convolution whose kernel is another one at every place: nothing is shared.
///
/// out[n, p, f] = b[p, f] + Σ_k patch(n, p)[k] · kernel[p, k, f], where the patch is flattened row by row.
struct LocallyConnected: WindowedOperation {
    let window: SlidingWindow
    let filters: Int
    let useBias: Bool
    let arguments: BoundArguments

    /// Reads the arguments of LocallyConnected1D or LocallyConnected2D.
    init(_ arguments: BoundArguments) throws(Refusal) {
        self.arguments = arguments
        filters = arguments.int("filters")
        window = SlidingWindow(arguments)
        useBias = arguments.bool("use_bias")
        try LocallyConnected.check(implementation: arguments.int("implementation"))
        guard window.padding == .valid else {
            throw Refusal(
                argument: "padding",
                "Invalid border mode for LocallyConnected\(rank)D: only `padding='valid'` is supported if `implementation` is 1.",
                received: "padding='\(arguments.string("padding"))'")
        }
    }

    /// Keras 2 may keep the kernel as a matrix from all inputs to all outputs (2), or as that matrix without its zeros (3). The
    /// weights then have other shapes.
    private static func check(implementation: Int) throws(Refusal) {
        switch implementation {
        case 1: return
        case 2, 3:
            throw Refusal(
                .notImplementedError, argument: "implementation", "Only `implementation=1` is implemented.",
                received: "implementation=\(implementation)")
        default:
            throw Refusal(argument: "implementation", "Unrecognized implementation mode: \(implementation).")
        }
    }

    private var rank: Int { window.rank }

    var dataFormat: DataFormat? { window.dataFormat }

    private func knownSizes(_ inputs: [BatchShape]) throws(Refusal) -> (input: ImageInput, output: [Int]) {
        let input = try ImageInput(inputs, rank: rank, dataFormat: window.dataFormat)
        let sizes = try window.outputSizes(of: input, shape: inputs[0])
        let known = sizes.compactMap(\.known)
        guard known.count == rank else {
            throw Refusal(
                argument: "inputs",
                "The spatial dimensions of the inputs to a LocallyConnected\(rank)D layer should be fully defined.",
                received: "input_shape=\(inputs[0])")
        }
        return (input, known)
    }

    func weights(for inputs: [BatchShape]) throws(Refusal) -> [WeightSpec] {
        let (input, output) = try knownSizes(inputs)
        guard let places = checkedProduct(output),
            let patch = checkedProduct(window.size + [input.channels])
        else { throw Refusal(.overflowError, argument: "kernel_size", "The kernel would have too many weights.") }
        let kernel = try arguments.weight("kernel", shape: [places, patch, filters])
        return useBias ? [kernel, try arguments.weight("bias", shape: output + [filters])] : [kernel]
    }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        let (_, output) = try knownSizes(inputs)
        return window.dataFormat.shape(
            batch: inputs[0].dims[0], spatial: output.map { Dim($0) }, channels: Dim(filters))
    }

    func output(of inputs: [Tensor], _ context: OperationContext) throws -> Tensor {
        let shape = inputs[0].shape.dims
        let (_, output) = try knownSizes([BatchShape(shape)])
        let batch = shape[0]
        let places = output.reduce(1, *)
        let patch = context.weights[0].shape[1]
        var result = try Tensor(zeros: Shape([batch, places, filters]))
        let offsets = patchOffsets(shape)
        let starts = patchStarts(shape, output)
        let sampleSize = shape.dropFirst().reduce(1, *)
        try inputs[0].withUnsafeBufferPointer { input in
            try context.weights[0].withUnsafeBufferPointer { kernel in
                try result.withUnsafeMutableBufferPointer { target in
                    for sample in 0..<batch {
                        for place in 0..<places {
                            if Interrupt.isRequested { throw EngineError.interrupted }
                            let row = (sample * places + place) * filters
                            for k in 0..<patch {
                                let value = input[sample * sampleSize + starts[place] + offsets[k]]
                                let weights = (place * patch + k) * filters
                                for filter in 0..<filters { target[row + filter] += value * kernel[weights + filter] }
                            }
                        }
                    }
                }
            }
        }
        if useBias {
            result = try combine(result, try context.weights[1].reshaped(Shape([1, places, filters])), .add)
        }
        result = try result.reshaped(Shape([batch] + output + [filters]))
        if let activation = arguments.activation()?.effective { result = try activation.apply(result) }
        return window.dataFormat == .channelsLast ? result : try result.channelsFirst()
    }

    /// Where the pixels of a patch lie, from its first one on, in the order in which the kernel has them.
    private func patchOffsets(_ shape: [Int]) -> [Int] {
        let strides = Shape(shape).strides
        let axes = Array(1...(rank + 1))
        let sizes = axes.map { axis -> Int in
            let spatial = Array(window.dataFormat.spatialAxes(rank: rank + 2))
            return spatial.firstIndex(of: axis).map { window.size[$0] } ?? shape[axis]
        }
        var offsets = [0]
        for (axis, size) in zip(axes, sizes) {
            offsets = offsets.flatMap { base in (0..<size).map { base + $0 * strides[axis] } }
        }
        return offsets
    }

    /// Where each patch begins within a sample.
    private func patchStarts(_ shape: [Int], _ output: [Int]) -> [Int] {
        let tensorStrides = Shape(shape).strides
        var starts = [0]
        for (index, axis) in window.dataFormat.spatialAxes(rank: rank + 2).enumerated() {
            starts = starts.flatMap { base in
                (0..<output[index]).map { base + $0 * window.strides[index] * tensorStrides[axis] }
            }
        }
        return starts
    }

    func motion(over input: BatchShape) throws(Refusal) -> WindowMotion {
        try window.motion(over: input, channels: .summed(groups: 1))
    }

    func costTerms(input: BatchShape, output: BatchShape) -> [CostTerm] {
        [CostTerm("outputs", output.perSample, each: window.taps + [input.dims[window.channelAxis]])]
    }

    func positions(inputs: [BatchShape], output: BatchShape) -> [Positions] {
        [window.positions(inputs[0], channels: .whole).followed(by: arguments.activation(), output)]
    }
}
