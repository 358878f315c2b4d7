/// The kernel of a transposed convolution made ready.
///
/// No zeros are inserted: the output pixels fall into ∏s phases by their place modulo the stride, and each phase is a
/// convolution with stride 1 by its own part of the kernel, whose results lie s pixels apart. Phases that no tap reaches
/// are left out.
public struct PackedTransposedKernel: Sendable {
    /// The geometry it was made for.
    public let geometry: TransposedGeometry
    private let kernel: Tensor
    /// The phases along depth, height and width.
    private let axes: [[WindowAxis]]
    /// The passes of all phases; nil where they would take much memory and are made when their turn comes.
    private let kept: [Pass]?

    private typealias Pass = (pass: TapPass, weights: PackedTaps)

    /// Packs a kernel.
    /// - Parameter kernel: [k…, F, C].
    /// - Throws: `shapeMismatch` if the kernel's shape is not the geometry's; `outOfMemory`, `interrupted`.
    public init(_ kernel: Tensor, geometry: TransposedGeometry) throws(EngineError) {
        try self.init(kernel, geometry: geometry, mostKept: 256_000_000)
    }

    /// - Parameter mostKept: bytes of packed passes from which on they are not kept.
    init(_ kernel: Tensor, geometry: TransposedGeometry, mostKept: Int) throws(EngineError) {
        guard kernel.shape == geometry.kernelShape else {
            throw .shapeMismatch("the kernel has the shape \(kernel.shape), expected \(geometry.kernelShape)")
        }
        var axes: [[WindowAxis]] = Array(repeating: [.absent], count: 3 - geometry.inputSize.count)
        for axis in geometry.inputSize.indices { axes.append(try Self.phases(of: axis, geometry)) }
        self.geometry = geometry
        self.kernel = kernel
        self.axes = axes
        guard try Self.packedBytes(axes, geometry) <= mostKept else {
            kept = nil
            return
        }
        var passes: [Pass] = []
        try Self.forEachPass(axes, kernel, geometry) { passes.append(($0, $1)) }
        kept = passes
    }

    /// The phases along one axis that taps reach, in order. Output pixel o = φ + j·s gets tap t from input pixel
    /// (o + crop − t·d) / s, where that is an integer: j + (φ + crop − t·d) / s.
    private static func phases(of axis: Int, _ geometry: TransposedGeometry) throws(EngineError) -> [WindowAxis] {
        let (stride, output, kernel) = (geometry.strides[axis], geometry.outputSize[axis], geometry.kernel[axis])
        let (crop, dilation) = (geometry.crop[axis], geometry.dilation[axis])
        try Memory.check(bytes: try Shape([kernel, bytesPerTap]).elementCount())
        // The phase of tap t: t·d − crop modulo s, which is not negative.
        let indices = Dictionary(grouping: (0..<kernel).reversed()) { index in
            let rest = (index * dilation - crop) % stride
            return rest < 0 ? rest + stride : rest
        }
        return indices.filter { $0.key < output }.sorted { $0.key < $1.key }.compactMap { phase, indices in
            let (count, input) = ((output - phase - 1) / stride + 1, geometry.inputSize[axis])
            let taps = indices.map { index in
                WindowAxis.Tap(displacement: (phase + crop - index * dilation) / stride, index: index)
            }
            // The others see nothing but what lies outside of the input.
            let seeing = taps.filter { (1 - count..<input).contains($0.displacement) }
            if seeing.isEmpty { return nil }
            return WindowAxis(
                input: input, count: count, stride: 1, taps: seeing, kernel: kernel, outputStart: phase,
                outputStep: stride, output: output)
        }
    }

    /// What a tap takes in the lists of its phase at most, while they are made.
    private static let bytesPerTap = 64
    /// A pass without its taps.
    private static let bytesPerPass = 1024

    /// About how many bytes all passes take.
    private static func packedBytes(_ axes: [[WindowAxis]], _ geometry: TransposedGeometry) throws(EngineError) -> Int {
        let blocks = (geometry.filters - 1) / TapPass.block + 1
        let perTap = Shape(geometry.kernel + [blocks, 4 * TapPass.block, geometry.channels])
        let (bytes, overflow) = try perTap.elementCount().addingReportingOverflow(
            try Shape(axes.map(\.count) + [bytesPerPass]).elementCount())
        return overflow ? .max : bytes
    }

    /// Calls `body` with the pass of each phase and its weights.
    private static func forEachPass(
        _ axes: [[WindowAxis]], _ kernel: Tensor, _ geometry: TransposedGeometry,
        _ body: (TapPass, PackedTaps) throws(EngineError) -> Void
    ) throws(EngineError) {
        let layout = PackedTaps.KernelLayout.transposed(
            kernel: geometry.kernel, channels: geometry.channels, filters: geometry.filters)
        for depth in axes[0] {
            for height in axes[1] {
                for width in axes[2] {
                    try Interrupt.check()
                    let pass = try TapPass(
                        axes: [depth, height, width], groups: 1, channels: geometry.channels, filters: geometry.filters)
                    try body(pass, try PackedTaps(kernel, layout: layout, pass: pass))
                }
            }
        }
    }

    /// Calls `body` with the pass of each phase and its weights.
    func forEachPass(_ body: (TapPass, PackedTaps) throws(EngineError) -> Void) throws(EngineError) {
        guard let kept else { return try Self.forEachPass(axes, kernel, geometry, body) }
        for (pass, weights) in kept { try body(pass, weights) }
    }

    /// Whether the passes set every pixel of the output.
    var coversOutput: Bool {
        geometry.inputSize.indices.allSatisfy { axis in
            axes[axis + 3 - geometry.inputSize.count].count == min(geometry.strides[axis], geometry.outputSize[axis])
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
    if !packed.coversOutput { try fill(output, bias: bias, activation: activation) }
    try packed.forEachPass { (pass, weights) throws(EngineError) in
        try DirectConvolution.run(
            pass, weights: weights, bias: bias, activation: activation, input: input, output: output,
            samples: input.shape[0])
    }
    return output
}

/// Sets every pixel of an output to what it is where no input is seen.
private func fill(_ output: Tensor, bias: Tensor?, activation: Activation) throws(EngineError) {
    let filters = output.shape[output.shape.rank - 1]
    let sum = if let bias { bias } else { try Tensor(zeros: [filters]) }
    let pixel = try activate(sum, activation)
    let pixels = output.count / filters
    let pixelsPerChunk = max(1, (1 << 16) / filters)
    let (source, target) = (pixel.storage.base, output.storage.base)
    Parallel.run(chunks: (pixels - 1) / pixelsPerChunk + 1, operations: output.count) { chunk, _ in
        for place in chunk * pixelsPerChunk..<min((chunk + 1) * pixelsPerChunk, pixels) {
            (target + place * filters).update(from: source, count: filters)
        }
    }
    withExtendedLifetime((pixel, output)) {}
    try Interrupt.check()
}
