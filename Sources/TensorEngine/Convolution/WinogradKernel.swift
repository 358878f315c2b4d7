import CKernels

/// A kernel of 3×3 windows in Winograd's form, U = G g Gᵀ: 36 numbers for each pair of channel and filter.
///
/// Laid out as [block of 32 filters][points][depth · channels][32], each point an odd number of cache lines after the
/// one before it.
struct WinogradKernel: Sendable {
    private let storage: TensorStorage
    private let geometry: ConvolutionGeometry

    /// Transforms all filters.
    /// - Parameter kernel: [3, 3, C, F] or [D, 3, 3, C, F].
    init(_ kernel: Tensor, geometry: ConvolutionGeometry) throws(EngineError) {
        self.geometry = geometry
        let blocks = (geometry.filters + TapPass.block - 1) / TapPass.block
        let floats = Self.floatsPerBlock(geometry)
        storage = try TensorStorage(count: blocks * floats)
        let (target, kernels) = (storage.base, Processor.kernels)
        Parallel.run(chunks: blocks, operations: storage.count &* 4) { index, _ in
            Self.transform(kernel, geometry, block: index, with: kernels, to: target + index * floats)
        }
        try Interrupt.check()
    }

    /// The transformed weights of a block of filters.
    func block(_ index: Int) -> UnsafePointer<Float> {
        UnsafePointer(storage.base + index * Self.floatsPerBlock(geometry))
    }

    /// Pairs of depth tap and channel: the terms that are added up for one product.
    private static func run(_ geometry: ConvolutionGeometry) -> Int {
        (geometry.rank == 3 ? geometry.kernel[0] : 1) * geometry.channels
    }

    /// Floats from the weights of one point to those of the next.
    static func pointStride(_ geometry: ConvolutionGeometry) -> Int {
        WinogradConvolution.stride(run(geometry) * TapPass.block)
    }

    /// Floats that a block of filters takes.
    static func floatsPerBlock(_ geometry: ConvolutionGeometry) -> Int {
        WinogradConvolution.points * pointStride(geometry)
    }

    /// Transforms the weights of one block of filters.
    /// - Parameter target: room for `floatsPerBlock`.
    static func transform(
        _ kernel: Tensor, _ geometry: ConvolutionGeometry, block: Int, with kernels: UnsafePointer<ck_kernels>,
        to target: UnsafeMutablePointer<Float>
    ) {
        let (channels, filters, lanes) = (geometry.channels, geometry.filters, TapPass.block)
        let source = kernel.storage.base + block * lanes
        let stride = Int64(pointStride(geometry))
        let width = min(lanes, filters - block * lanes)
        // The nine pixels of a channel lie far apart, often on one set of the cache: some channels at a time are brought
        // together first.
        let together = 16
        withUnsafeTemporaryAllocation(byteCount: 4 * 9 * together * lanes, alignment: 64) { buffer in
            let near = buffer.bindMemory(to: Float.self)
            guard let first = near.baseAddress else { return }
            near.initialize(repeating: 0)
            for start in Swift.stride(from: 0, to: run(geometry), by: together) {
                let places = start..<min(start + together, run(geometry))
                for tap in 0..<9 {
                    for place in places {
                        let (slice, channel) = (place / channels, place % channels)
                        (first + (tap * together + place - start) * lanes).update(
                            from: source + ((slice * 9 + tap) * channels + channel) * filters, count: width)
                    }
                }
                for place in places {
                    kernels.pointee.winograd_kernel(
                        first + (place - start) * lanes, Int64(together * lanes), Int64(lanes), target + place * lanes,
                        stride)
                }
            }
        }
        withExtendedLifetime(kernel) {}
    }
}

/// A kernel and, from its second use on, what Winograd's filtering makes of it.
final class KeptWinogradKernel: @unchecked Sendable {
    private let kernel: Tensor
    private let geometry: ConvolutionGeometry
    /// Guarded by `lock`.
    private var kept: WinogradKernel?
    private var wasUsed = false
    private let lock = Lock()

    init(_ kernel: Tensor, geometry: ConvolutionGeometry) {
        self.kernel = kernel
        self.geometry = geometry
    }

    /// U for all filters.
    func transformed() throws(EngineError) -> WinogradKernel {
        try lock.whileLocked { () throws(EngineError) in
            if let kept { return kept }
            let made = try WinogradKernel(kernel, geometry: geometry)
            kept = made
            return made
        }
    }

    /// U for all filters; nil at the first use.
    func transformedIfUsedBefore() throws(EngineError) -> WinogradKernel? {
        let isFirst = lock.whileLocked {
            defer { wasUsed = true }
            return !wasUsed && kept == nil
        }
        return isFirst ? nil : try transformed()
    }

    /// Transforms one block of filters.
    func transform(
        block: Int, with kernels: UnsafePointer<ck_kernels>, to target: UnsafeMutablePointer<Float>
    ) {
        WinogradKernel.transform(kernel, geometry, block: block, with: kernels, to: target)
    }
}
