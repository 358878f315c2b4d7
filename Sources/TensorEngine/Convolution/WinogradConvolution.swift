/// Convolution with 3×3 windows by Winograd's minimal filtering F(4×4, 3×3): for every 4×4 output pixels and each pair of
/// channel and filter 36 multiplications instead of 144.
///
/// Tiles of the input are transformed to V [points][tiles][channels]; a matrix product with the transformed kernel U for
/// each point gives M [points][tiles][filters], which is transformed back. A dilated kernel works on interleaved images,
/// one for each place modulo the dilation; a kernel of depth D on D slices, whose products add up.
///
/// What is read again and again should stay in the cache. A small U does: each thread takes a few tiles at a time through
/// all three steps (`runByTiles`). A large U is read once for as many tiles as possible: all threads take a step together,
/// and the matrix products go point by point (`runByPoints`).
///
/// U is four times as large as the kernel. In the deep layers of a network, whose maps are small and whose kernels are
/// large, the first run transforms each block of filters when its turn comes and keeps nothing: a person who looks at a
/// network once need not pay for four times its memory. From the second run on U is kept.
struct WinogradConvolution: Sendable {
    let geometry: ConvolutionGeometry
    private let kernel: KeptWinogradKernel
    let tiles: WinogradTiles

    /// Points of a transformed tile.
    static let points = WinogradTiles.inputSide * WinogradTiles.inputSide
    private var channels: Int { geometry.channels }
    private var blocks: Int { (geometry.filters + TapPass.block - 1) / TapPass.block }
    /// Terms that are added up for one product.
    private var terms: Int { (geometry.rank == 3 ? geometry.kernel[0] : 1) * channels }

    /// Makes a kernel ready.
    /// - Parameter kernel: [3, 3, C, F] or [D, 3, 3, C, F].
    init(_ kernel: Tensor, geometry: ConvolutionGeometry) {
        self.geometry = geometry
        self.kernel = KeptWinogradKernel(kernel, geometry: geometry)
        tiles = WinogradTiles(geometry)
    }

    func run(
        _ input: Tensor, bias: Tensor?, activation: Activation, output: Tensor
    ) throws(EngineError) {
        let zeros = try TensorStorage(count: channels)
        zeros.base.update(repeating: 0, count: channels)
        let run = WinogradRun(
            geometry: geometry, tiles: tiles, kernels: Processor.kernels, input: input.storage.base,
            output: output.storage.base, bias: try PaddedBias(bias, groups: 1, filters: geometry.filters),
            activation: activation, zeros: UnsafePointer(zeros.base))
        let slices = input.shape[0] * tiles.slices
        if WinogradKernel.floats(geometry, blocks: blocks) <= Self.smallKernel {
            try runByTiles(run, slices: slices)
        } else {
            try runByPoints(run, slices: slices)
        }
        withExtendedLifetime((zeros, input, output, kernel, run)) {}
    }

    /// A transformed kernel of up to 1 MiB stays in the L2 cache, or nearly so.
    private static let smallKernel = 1 << 18
    /// Floats of V and M that a round of `runByTiles` and of `runByPoints` may take: 256 KiB for a thread, 8 MiB for all.
    private static let threadBudget = 1 << 16
    private static let sharedBudget = 1 << 21

    /// The floats from one point to the next: an odd number of cache lines, so that the 36 points of a tile do not fall on
    /// the same few sets of the cache.
    static func stride(_ floats: Int) -> Int { ((floats + 15) / 16 | 1) * 16 }

    /// Divides the tiles of a slice into nearly equal parts.
    private func parts(ofAtMost size: Int) -> [Range<Int>] {
        let count = (tiles.count + size - 1) / size
        return (0..<count).map { tiles.count * $0 / count..<tiles.count * ($0 + 1) / count }
    }

    /// Every chunk is some tiles, whole register tiles of 14, with all filters; the workspace is the thread's own.
    private func runByTiles(_ run: WinogradRun, slices: Int) throws(EngineError) {
        let transformed = try kernel.transformed()
        let size = max(14, min(112, Self.threadBudget / (Self.points * terms) / 14 * 14))
        let parts = parts(ofAtMost: size)
        let vFloats = Self.points * Self.stride(size * terms)
        let floats = vFloats + Self.points * Self.stride(size * TapPass.block)
        let workspace = try TensorStorage(count: floats * Parallel.threads)
        Parallel.run(chunks: slices * parts.count) { chunk, worker in
            let v = workspace.base + worker * floats
            let round = WinogradRun.Round(
                slice: chunk / parts.count, tiles: parts[chunk % parts.count], v: v, products: v + vFloats,
                filters: TapPass.block, taps: tiles.depthTaps(slice: chunk / parts.count))
            for tile in round.tiles { run.transformInput(tile, round) }
            for block in 0..<blocks {
                if Interrupt.isRequested { return }
                for point in 0..<Self.points {
                    run.multiply(
                        point, by: transformed.weights(point: point, block: block), block: block, round, column: 0)
                }
                for tile in round.tiles { run.transformBack(tile, blocks: block..<block + 1, round) }
            }
        }
        withExtendedLifetime((workspace, transformed)) {}
        try Interrupt.check()
    }

    /// All threads share each of the three steps for as many tiles as go into the budget. Where U is not kept, each
    /// transforms blocks of filters for itself.
    private func runByPoints(_ run: WinogradRun, slices: Int) throws(EngineError) {
        let filters = blocks * TapPass.block
        let parts = parts(ofAtMost: max(48, Self.sharedBudget / (Self.points * (terms + filters))))
        let transformed =
            try slices * parts.count == 1 ? kernel.transformedIfUsedBefore() : kernel.transformed()
        let size = parts.map(\.count).max() ?? 0
        let vFloats = Self.points * Self.stride(size * terms)
        let floats = vFloats + Self.points * Self.stride(size * filters)
        let own = transformed == nil ? WinogradKernel.floats(geometry, blocks: 1) : 0
        let workspace = try TensorStorage(count: floats + own * Parallel.threads)
        for slice in 0..<slices {
            for part in parts {
                let round = WinogradRun.Round(
                    slice: slice, tiles: part, v: workspace.base, products: workspace.base + vFloats, filters: filters,
                    taps: tiles.depthTaps(slice: slice))
                Parallel.run(chunks: part.count, operations: vFloats &* 8) { tile, _ in
                    run.transformInput(part.lowerBound + tile, round)
                }
                if let transformed {
                    Parallel.run(chunks: Self.points * blocks) { chunk, _ in
                        let (point, block) = chunk.quotientAndRemainder(dividingBy: blocks)
                        run.multiply(
                            point, by: transformed.weights(point: point, block: block), block: block, round,
                            column: block * TapPass.block)
                    }
                } else {
                    Parallel.run(chunks: blocks) { block, worker in
                        let u = workspace.base + floats + worker * own
                        kernel.transform(block: block, with: run.kernels, to: u)
                        for point in 0..<Self.points {
                            if Interrupt.isRequested { return }
                            run.multiply(
                                point, by: UnsafePointer(u + point * own / Self.points), block: block, round,
                                column: block * TapPass.block)
                        }
                    }
                }
                Parallel.run(chunks: part.count, operations: (floats - vFloats) &* 8) { tile, _ in
                    run.transformBack(part.lowerBound + tile, blocks: 0..<blocks, round)
                }
                try Interrupt.check()
            }
        }
        withExtendedLifetime((workspace, transformed)) {}
    }
}
