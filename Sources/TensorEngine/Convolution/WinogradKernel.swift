import CKernels

/// A kernel of 3×3 windows in Winograd's form, U = G g Gᵀ: 36 numbers for each pair of channel and filter.
///
/// Laid out as [points][block of 32 filters][depth · channels][32], each point an odd number of cache lines after the
/// one before it.
struct WinogradKernel: Sendable {
    private let storage: TensorStorage
    private let pointStride: Int
    private let blockFloats: Int

    /// Transforms all filters.
    /// - Parameter kernel: [3, 3, C, F] or [D, 3, 3, C, F].
    init(_ kernel: Tensor, geometry: ConvolutionGeometry) throws(EngineError) {
        let blocks = (geometry.filters + TapPass.block - 1) / TapPass.block
        storage = try TensorStorage(count: Self.floats(geometry, blocks: blocks))
        pointStride = Self.pointStride(geometry, blocks: blocks)
        blockFloats = Self.blockFloats(geometry)
        let (target, kernels, blockFloats, pointStride) = (storage.base, Processor.kernels, blockFloats, pointStride)
        Parallel.run(chunks: blocks, operations: storage.count &* 4) { index, _ in
            Self.transform(
                kernel, geometry, block: index, with: kernels, to: target + index * blockFloats,
                pointStride: pointStride)
        }
        try Interrupt.check()
    }

    /// The transformed weights of a point and a block of filters.
    func weights(point: Int, block: Int) -> UnsafePointer<Float> {
        UnsafePointer(storage.base + point * pointStride + block * blockFloats)
    }

    /// Pairs of depth tap and channel: the terms that are added up for one product.
    private static func run(_ geometry: ConvolutionGeometry) -> Int {
        (geometry.rank == 3 ? geometry.kernel[0] : 1) * geometry.channels
    }

    /// Floats of one point of a block of filters.
    static func blockFloats(_ geometry: ConvolutionGeometry) -> Int { run(geometry) * TapPass.block }

    /// Floats from the weights of one point to those of the next, where so many blocks lie side by side.
    static func pointStride(_ geometry: ConvolutionGeometry, blocks: Int) -> Int {
        WinogradConvolution.stride(blocks * blockFloats(geometry))
    }

    /// Floats that so many blocks of filters take.
    static func floats(_ geometry: ConvolutionGeometry, blocks: Int) -> Int {
        WinogradConvolution.points * pointStride(geometry, blocks: blocks)
    }

    /// Transforms the weights of one block of filters.
    /// - Parameters:
    ///   - target: room for the block's weights of point 0.
    ///   - pointStride: floats from there to those of the next point.
    static func transform(
        _ kernel: Tensor, _ geometry: ConvolutionGeometry, block: Int, with kernels: UnsafePointer<ck_kernels>,
        to target: UnsafeMutablePointer<Float>, pointStride: Int
    ) {
        let (channels, filters, lanes) = (geometry.channels, geometry.filters, TapPass.block)
        let source = kernel.storage.base + block * lanes
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
                        Int64(pointStride))
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
        WinogradKernel.transform(
            kernel, geometry, block: block, with: kernels, to: target,
            pointStride: WinogradKernel.pointStride(geometry, blocks: 1))
    }
}
