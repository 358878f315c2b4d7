import TensorEngine

/// A convolution that the engine computes from a kernel packed for its geometry, with what follows it in the same loops.
protocol PackedConvolution: TailedOperation, WindowedOperation {
    var window: SlidingWindow { get }
    var useBias: Bool { get }
    var arguments: BoundArguments { get }

    /// The geometry for data of the given sizes, batch axis included.
    func geometry(for sizes: [Int]) throws -> ConvolutionGeometry

    /// The kernel in the order in which the engine reads it.
    func pack(_ kernel: Tensor, _ geometry: ConvolutionGeometry) throws -> PackedKernel
}

extension PackedConvolution {
    var dataFormat: DataFormat? { window.dataFormat }

    func output(of inputs: [Tensor], _ context: OperationContext) throws -> Tensor {
        let bias = useBias ? context.weights[1] : nil
        return try arguments.activated { activation in
            try convolved(inputs[0], context.state, bias: bias, activation: activation)
        }
    }

    func output(of input: Tensor, _ state: LayerState, tail: Tail) throws -> Tensor {
        let bias = useBias ? state.weights[1] : nil
        guard let affine = tail.affine else {
            return try convolved(input, state, bias: bias, activation: tail.activation)
        }
        let geometry = try self.geometry(for: input.shape.dims)
        let folded = try state.folded(affine, kernel: state.weights[0], bias: bias, geometry: geometry) {
            try pack($0, geometry)
        }
        return try convolve(
            input, packed: folded.kernel, bias: folded.bias, geometry: geometry, activation: tail.activation)
    }

    /// The convolution with the first of the weights.
    func convolved(_ input: Tensor, _ state: LayerState, bias: Tensor?, activation: Activation) throws -> Tensor {
        let geometry = try self.geometry(for: input.shape.dims)
        let packed = try state.prepare(geometry) { try pack(state.weights[0], geometry) }
        return try convolve(
            input, packed: packed, bias: bias, geometry: geometry, activation: activation,
            dataFormat: window.dataFormat.layout)
    }

    var canTakeTail: Bool { window.dataFormat == .channelsLast && arguments.activation()?.effective == nil }

    func convolutionPlans(for sizes: [Int]) throws -> [ConvolutionPlan] {
        [ConvolutionPlanner.plan(try geometry(for: sizes))]
    }

    /// The input taken apart.
    /// - Throws: `Refusal` where the number of axes is wrong or the channels are unknown.
    func image(_ inputs: [BatchShape]) throws(Refusal) -> ImageInput {
        try ImageInput(inputs, rank: window.rank, dataFormat: window.dataFormat, unknownChannels: .typeError)
    }
}
