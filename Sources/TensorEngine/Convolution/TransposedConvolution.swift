/// The kernel of a transposed convolution made ready.
///
/// No zeros are inserted: the output pixels fall into ∏s phases by their place modulo the stride, and each phase is a
/// convolution with stride 1 by its own part of the kernel, whose results lie s pixels apart.
public struct PackedTransposedKernel: Sendable {
    /// The geometry it was made for.
    public let geometry: TransposedGeometry
    let phases: [(pass: TapPass, weights: PackedTaps)]

    /// Packs a kernel.
    /// - Parameter kernel: [k…, F, C].
    /// - Throws: `shapeMismatch` if the kernel's shape is not the geometry's; `outOfMemory`.
    public init(_ kernel: Tensor, geometry: TransposedGeometry) throws(EngineError) {
        guard kernel.shape == geometry.kernelShape else {
            throw .shapeMismatch("the kernel has the shape \(kernel.shape), expected \(geometry.kernelShape)")
        }
        let layout = PackedTaps.KernelLayout.transposed(
            kernel: geometry.kernel, channels: geometry.channels, filters: geometry.filters)
        let missing = 3 - geometry.inputSize.count
        var choices: [[WindowAxis]] = Array(repeating: [.absent], count: missing)
        for axis in geometry.inputSize.indices { choices.append(Self.phases(of: axis, geometry)) }
        var phases: [(pass: TapPass, weights: PackedTaps)] = []
        for depth in choices[0] {
            for height in choices[1] {
                for width in choices[2] {
                    let pass = try TapPass(
                        axes: [depth, height, width], groups: 1, channels: geometry.channels, filters: geometry.filters)
                    phases.append((pass, try PackedTaps(kernel, layout: layout, pass: pass)))
                }
            }
        }
        self.geometry = geometry
        self.phases = phases
    }

    /// The phases along one axis. Output pixel o = φ + j·s gets tap t from input pixel (o + crop − t·d) / s, where that is
    /// an integer: j + (φ + crop − t·d) / s.
    private static func phases(of axis: Int, _ geometry: TransposedGeometry) -> [WindowAxis] {
        let (stride, output) = (geometry.strides[axis], geometry.outputSize[axis])
        return (0..<min(stride, output)).map { phase in
            let taps = (0..<geometry.kernel[axis]).reversed().compactMap { index -> WindowAxis.Tap? in
                let distance = phase + geometry.crop[axis] - index * geometry.dilation[axis]
                return distance % stride == 0 ? WindowAxis.Tap(displacement: distance / stride, index: index) : nil
            }
            return WindowAxis(
                input: geometry.inputSize[axis], count: (output - phase + stride - 1) / stride, stride: 1, taps: taps,
                kernel: geometry.kernel[axis], outputStart: phase, outputStep: stride, output: output)
        }
    }
}

/// Transposed convolution: the gradient of a convolution with respect to its input.
/// y[n, i·s + t·d − crop, f] += Σ_c x[n, i, c] · w[t, f, c], then + b[f] and the activation.
/// - Parameters:
///   - input: [N, spatial…, C], or channels first.
///   - kernel: [k…, F, C] in either format.
///   - bias: [F], or nil.
/// - Returns: [N, output…, F], or channels first.
/// - Throws: `shapeMismatch`, `outOfMemory`, `interrupted`.
public func convolveTransposed(
    _ input: Tensor, kernel: Tensor, bias: Tensor? = nil, geometry: TransposedGeometry,
    activation: Activation = .none, dataFormat: TensorLayout = .channelsLast
) throws(EngineError) -> Tensor {
    try convolveTransposed(
        input, packed: try PackedTransposedKernel(kernel, geometry: geometry), bias: bias, activation: activation,
        dataFormat: dataFormat)
}

/// Transposed convolution with a kernel packed before.
/// - Throws: `shapeMismatch`, `outOfMemory`, `interrupted`.
public func convolveTransposed(
    _ input: Tensor, packed: PackedTransposedKernel, bias: Tensor? = nil, activation: Activation = .none,
    dataFormat: TensorLayout = .channelsLast
) throws(EngineError) -> Tensor {
    if dataFormat == .channelsFirst {
        return try convolveTransposed(
            try input.channelsLast(), packed: packed, bias: bias, activation: activation
        ).channelsFirst()
    }
    let geometry = packed.geometry
    guard input.shape.rank == geometry.inputSize.count + 2,
        Array(input.shape.dims[1...]) == geometry.inputSize + [geometry.channels]
    else {
        throw .shapeMismatch(
            "the input has the shape \(input.shape), expected (batch, …) = \(geometry.inputSize + [geometry.channels])")
    }
    if let bias, bias.shape != [geometry.filters] {
        throw .shapeMismatch("the bias has the shape \(bias.shape), expected (\(geometry.filters),)")
    }
    let output = try Tensor(uninitialized: Shape([input.shape[0]] + geometry.outputSize + [geometry.filters]))
    if input.shape[0] == 0 { return output }
    for (pass, weights) in packed.phases {
        try DirectConvolution.run(
            pass, weights: weights, bias: bias, activation: activation, input: input, output: output,
            samples: input.shape[0])
    }
    return output
}
