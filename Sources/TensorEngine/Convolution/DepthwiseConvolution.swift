import CKernels

/// Convolution of every channel by itself with M filters: y[o, c·M + m] = Σ_t x[o·s − before + t·d, c] · w[t, c·M + m].
struct DepthwiseConvolution: Sendable {
    let geometry: ConvolutionGeometry
    /// [taps][C·M], the kernel as it is.
    let weights: Tensor

    /// M, the filters for each channel.
    private var multiplier: Int { geometry.filters / geometry.channels }

    func run(
        _ input: Tensor, bias: Tensor?, activation: Activation, output: Tensor
    ) throws(EngineError) {
        let source = multiplier == 1 ? input : try repeatChannels(input)
        var pass = ChannelwisePass(
            axes: WindowAxis.axes(of: geometry), channels: geometry.filters, kind: CK_WEIGHTED_SUM)
        pass.weights = UnsafePointer(weights.storage.base)
        pass.bias = bias.map { UnsafePointer($0.storage.base) }
        pass.activation = activation
        try pass.run(input: source.storage.base, output: output.storage.base, samples: input.shape[0])
        withExtendedLifetime((source, weights, bias, output)) {}
    }

    /// Each channel M times in a row, so that input and output channels lie alike.
    private func repeatChannels(_ input: Tensor) throws(EngineError) -> Tensor {
        let repeated = try Tensor(uninitialized: Shape(input.shape.dims.dropLast() + [geometry.filters]))
        let (source, target, multiplier) = (input.storage.base, repeated.storage.base, multiplier)
        let chunk = 8192
        Parallel.run(chunks: (input.count + chunk - 1) / chunk, operations: repeated.count) { index, _ in
            for place in index * chunk..<min((index + 1) * chunk, input.count) {
                (target + place * multiplier).update(repeating: source[place], count: multiplier)
            }
        }
        withExtendedLifetime(input) {}
        return repeated
    }
}

extension PackedKernel {
    /// Packs the kernel of a depthwise convolution, [k…, C, M].
    /// - Parameter geometry: with C groups and C·M filters.
    /// - Throws: as the other initializer.
    public init(depthwise kernel: Tensor, geometry: ConvolutionGeometry) throws(EngineError) {
        let shape = Shape(geometry.kernel + [geometry.channels, geometry.filters / geometry.channels])
        guard kernel.shape == shape, geometry.groups == geometry.channels else {
            throw .shapeMismatch("the depthwise kernel has the shape \(kernel.shape), expected \(shape)")
        }
        try self.init(try kernel.reshaped(geometry.kernelShape), geometry: geometry)
    }
}
