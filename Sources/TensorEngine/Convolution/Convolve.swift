/// A kernel made ready for one geometry: packed for the path that the planner chose. A layer makes it once and keeps it
/// until its weights change.
public struct PackedKernel: Sendable {
    /// The geometry it was made for.
    public let geometry: ConvolutionGeometry
    /// The path and the reason for it.
    public let plan: ConvolutionPlan
    let prepared: Prepared

    /// What each path reads in its inner loop.
    enum Prepared: Sendable {
        case taps(TapPass, PackedTaps)
        case depthwise(DepthwiseConvolution)
        case grouped(GroupedConvolution)
        case fewFilters(FewFiltersConvolution)
        case winograd(WinogradConvolution)
    }

    /// Packs a kernel.
    /// - Parameter kernel: [k…, C/groups, F].
    /// - Throws: `shapeMismatch` if the kernel's shape is not the geometry's; `outOfMemory`.
    public init(_ kernel: Tensor, geometry: ConvolutionGeometry) throws(EngineError) {
        try self.init(kernel, geometry: geometry, plan: ConvolutionPlanner.plan(geometry))
    }

    /// Packs a kernel for a given path, which must be able to compute the geometry.
    init(_ kernel: Tensor, geometry: ConvolutionGeometry, plan: ConvolutionPlan) throws(EngineError) {
        guard kernel.shape == geometry.kernelShape else {
            throw .shapeMismatch("the kernel has the shape \(kernel.shape), expected \(geometry.kernelShape)")
        }
        self.geometry = geometry
        self.plan = plan
        switch plan.path {
        case .direct, .pointwise:
            let pass = try TapPass(
                axes: WindowAxis.axes(of: geometry), groups: geometry.groups, channels: geometry.channels,
                filters: geometry.filters)
            let layout = PackedTaps.KernelLayout.convolution(
                kernel: geometry.kernel, groupChannels: geometry.channels / geometry.groups, filters: geometry.filters)
            prepared = .taps(pass, try PackedTaps(kernel, layout: layout, pass: pass))
        case .depthwise:
            prepared = .depthwise(DepthwiseConvolution(geometry: geometry, weights: kernel))
        case .grouped:
            prepared = .grouped(try GroupedConvolution(kernel, geometry: geometry))
        case .fewFilters:
            prepared = .fewFilters(try FewFiltersConvolution(kernel, geometry: geometry))
        case .winograd:
            prepared = .winograd(WinogradConvolution(kernel, geometry: geometry))
        }
    }
}

/// Convolution (cross-correlation, as everywhere in deep learning):
/// y[n, o, f] = activation(b[f] + Σ_t Σ_c x[n, o·s − before + t·d, c] · w[t, c, f]).
/// - Parameters:
///   - input: [N, spatial…, C], or [N, C, spatial…] for `.channelsFirst`.
///   - kernel: [k…, C/groups, F] in either format.
///   - bias: [F], or nil.
/// - Returns: [N, output…, F], or [N, F, output…].
/// - Throws: `shapeMismatch`, `outOfMemory`, `interrupted`.
public func convolve(
    _ input: Tensor, kernel: Tensor, bias: Tensor? = nil, geometry: ConvolutionGeometry,
    activation: Activation = .none, dataFormat: TensorLayout = .channelsLast
) throws(EngineError) -> Tensor {
    try convolve(
        input, packed: try PackedKernel(kernel, geometry: geometry), bias: bias, geometry: geometry,
        activation: activation, dataFormat: dataFormat)
}

/// Convolution with a kernel packed before.
/// - Parameter geometry: that of `packed`; kept as a parameter so that a stale kernel is refused.
/// - Throws: `shapeMismatch`, `outOfMemory`, `interrupted`.
public func convolve(
    _ input: Tensor, packed: PackedKernel, bias: Tensor? = nil, geometry: ConvolutionGeometry,
    activation: Activation = .none, dataFormat: TensorLayout = .channelsLast
) throws(EngineError) -> Tensor {
    guard packed.geometry == geometry else {
        throw .invalidArgument("the kernel was packed for another geometry")
    }
    if dataFormat == .channelsFirst {
        let output = try convolve(
            try input.channelsLast(), packed: packed, bias: bias, geometry: geometry, activation: activation)
        return try output.channelsFirst()
    }
    guard input.shape.rank == geometry.rank + 2,
        Array(input.shape.dims[1...]) == geometry.inputSize + [geometry.channels]
    else {
        throw .shapeMismatch(
            "the input has the shape \(input.shape), expected (batch, …) = \(geometry.inputSize + [geometry.channels])")
    }
    if let bias, bias.shape != [geometry.filters] {
        throw .shapeMismatch("the bias has the shape \(bias.shape), expected (\(geometry.filters),)")
    }
    let samples = input.shape[0]
    let output = try Tensor(uninitialized: Shape([samples] + geometry.outputSize + [geometry.filters]))
    if samples == 0 { return output }
    switch packed.prepared {
    case .taps(let pass, let weights):
        try DirectConvolution.run(
            pass, weights: weights, bias: bias, activation: activation, input: input, output: output, samples: samples)
    case .depthwise(let convolution):
        try convolution.run(input, bias: bias, activation: activation, output: output)
    case .grouped(let convolution):
        try convolution.run(input, bias: bias, activation: activation, output: output)
    case .fewFilters(let convolution):
        try convolution.run(input, bias: bias, activation: activation, output: output)
    case .winograd(let convolution):
        try convolution.run(input, bias: bias, activation: activation, output: output)
    }
    return output
}
