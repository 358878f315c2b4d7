import CKernels

/// Convolution in many small groups, with as many filters as channels in each: 2, 4 or 8. Blocks of filters would be mostly
/// empty; instead a vector holds several groups at once.
struct GroupedConvolution: Sendable {
    let geometry: ConvolutionGeometry
    /// [tap][16 channels][channel in the group][16].
    private let weights: TensorStorage

    private var groupSize: Int { geometry.channels / geometry.groups }

    /// Packs a kernel of [k…, C/groups, F].
    init(_ kernel: Tensor, geometry: ConvolutionGeometry) throws(EngineError) {
        self.geometry = geometry
        weights = try TensorStorage(count: kernel.count)
        let (source, target) = (kernel.storage.base, weights.base)
        let (filters, size) = (geometry.filters, geometry.channels / geometry.groups)
        var place = 0
        for tap in 0..<geometry.taps {
            for block in stride(from: 0, to: filters, by: 16) {
                for channel in 0..<size {
                    (target + place).update(from: source + (tap * size + channel) * filters + block, count: 16)
                    place += 16
                }
            }
        }
        withExtendedLifetime(kernel) {}
    }

    func run(_ input: Tensor, bias: Tensor?, activation: Activation, output: Tensor) throws(EngineError) {
        var pass = ChannelwisePass(
            axes: WindowAxis.axes(of: geometry), channels: geometry.channels, kind: CK_WEIGHTED_SUM)
        pass.groupSize = groupSize
        pass.weights = UnsafePointer(weights.base)
        pass.bias = bias.map { UnsafePointer($0.storage.base) }
        pass.activation = activation
        try pass.run(input: input.storage.base, output: output.storage.base, samples: input.shape[0])
        withExtendedLifetime((input, weights, bias, output)) {}
    }

    /// Whether a geometry is one that this path can compute.
    static func applies(_ geometry: ConvolutionGeometry) -> Bool {
        let size = geometry.channels / geometry.groups
        return geometry.channels == geometry.filters && [2, 4, 8].contains(size) && geometry.channels % 16 == 0
    }
}
