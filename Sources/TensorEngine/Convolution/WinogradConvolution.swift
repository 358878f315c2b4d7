import CKernels

/// Convolution with 3×3 windows by Winograd's minimal filtering F(4×4, 3×3): for every 4×4 output pixels and each pair of
/// channel and filter 36 multiplications instead of 144.
///
/// The input is transformed in blocks of tiles that stay in the cache, V [points][tiles][channels]; a matrix product with
/// the transformed kernel U for each point gives M [points][tiles][32 filters], which is transformed back at once. A
/// dilated kernel works on interleaved images, one for each place modulo the dilation; a kernel of depth D on D slices,
/// whose products add up.
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
    private var depthTaps: Int { geometry.rank == 3 ? geometry.kernel[0] : 1 }

    /// Makes a kernel ready.
    /// - Parameter kernel: [3, 3, C, F] or [D, 3, 3, C, F].
    init(_ kernel: Tensor, geometry: ConvolutionGeometry) {
        self.geometry = geometry
        self.kernel = KeptWinogradKernel(kernel, geometry: geometry)
        tiles = WinogradTiles(geometry)
    }

    /// One run over a batch.
    struct Run {
        let convolution: WinogradConvolution
        let kernels: UnsafePointer<ck_kernels>
        let input: UnsafePointer<Float>
        let output: UnsafeMutablePointer<Float>
        let bias: PaddedBias
        let activation: Activation
        /// As many zeros as there are channels: a pixel in the padding.
        let zeros: UnsafePointer<Float>
    }

    func run(
        _ input: Tensor, bias: Tensor?, activation: Activation, output: Tensor
    ) throws(EngineError) {
        let zeros = try TensorStorage(count: channels)
        zeros.base.update(repeating: 0, count: channels)
        let run = Run(
            convolution: self, kernels: Processor.kernels, input: input.storage.base, output: output.storage.base,
            bias: try PaddedBias(bias, groups: 1, filters: geometry.filters), activation: activation,
            zeros: UnsafePointer(zeros.base))
        let slices = input.shape[0] * tiles.slices
        let products = Self.points * Self.stride(min(tilesPerBlock, tiles.count) * TapPass.block)
        if slices * blockCount >= Self.manyBlocks {
            try runByTiles(run, try kernel.transformed(), slices: slices, products: products)
        } else {
            try runByFilters(run, try kernel.transformedIfUsedBefore(), slices: slices, products: products)
        }
        withExtendedLifetime((zeros, input, output, kernel, run)) {}
    }

    /// From this many blocks of tiles on, each thread works on blocks of its own; below, all share one block after another
    /// and divide the filters.
    private static let manyBlocks = 8

    /// Tiles in a block: about 256 KiB of transformed input, whole register tiles of 14 pixels.
    private static func tilesPerBlock(channels: Int) -> Int {
        max(14, min(112, (1 << 18) / (4 * points * channels) / 14 * 14))
    }

    /// The floats from one point to the next: an odd number of cache lines, so that the 36 points of a tile do not fall on
    /// the same few sets of the cache.
    static func stride(_ floats: Int) -> Int { ((floats + 15) / 16 | 1) * 16 }

    private var tilesPerBlock: Int { Self.tilesPerBlock(channels: depthTaps * channels) }
    private static func blockCount(_ tiles: WinogradTiles, channels: Int) -> Int {
        let size = tilesPerBlock(channels: channels)
        return (tiles.count + size - 1) / size
    }
    private var blockCount: Int { Self.blockCount(tiles, channels: depthTaps * channels) }

    private func block(_ index: Int) -> Range<Int> {
        tiles.count * index / blockCount..<tiles.count * (index + 1) / blockCount
    }

    /// Every chunk is a block of tiles with all its filters; V is the thread's own.
    private func runByTiles(_ run: Run, _ transformed: WinogradKernel, slices: Int, products: Int) throws(EngineError) {
        let floats = Self.points * Self.stride(tilesPerBlock * depthTaps * channels)
        let workspace = try TensorStorage(count: (floats + products) * Parallel.threads)
        Parallel.run(chunks: slices * blockCount) { chunk, worker in
            let (slice, range) = (chunk / blockCount, block(chunk % blockCount))
            let v = workspace.base + worker * (floats + products)
            let taps = tiles.depthTaps(slice: slice)
            for tile in range {
                run.transformInput(
                    tile, slice: slice, taps: taps, to: v, place: tile - range.lowerBound, tiles: range.count)
            }
            for index in 0..<blocks {
                if Interrupt.isRequested { return }
                run.multiply(
                    v, by: transformed.block(index), tiles: range, of: range, slice: slice, taps: taps, block: index,
                    products: v + floats)
            }
        }
        withExtendedLifetime((workspace, transformed)) {}
        try Interrupt.check()
    }

    /// All threads transform a slice, then share out the blocks of filters, whose weights each transforms for itself if
    /// they have not been.
    private func runByFilters(_ run: Run, _ transformed: WinogradKernel?, slices: Int, products: Int)
        throws(EngineError)
    {
        let floats = Self.points * Self.stride(tiles.count * depthTaps * channels)
        let weights = transformed == nil ? WinogradKernel.floatsPerBlock(geometry) : 0
        let own = weights + products
        let workspace = try TensorStorage(count: floats + own * Parallel.threads)
        let v = workspace.base
        let all = 0..<tiles.count
        for slice in 0..<slices {
            let taps = tiles.depthTaps(slice: slice)
            Parallel.run(chunks: tiles.count, operations: floats &* 8) { tile, _ in
                run.transformInput(tile, slice: slice, taps: taps, to: v, place: tile, tiles: tiles.count)
            }
            Parallel.run(chunks: blocks) { index, worker in
                let room = v + floats + worker * own
                let u = transformed?.block(index) ?? UnsafePointer(room)
                if transformed == nil { kernel.transform(block: index, to: room) }
                for part in 0..<blockCount {
                    if Interrupt.isRequested { return }
                    run.multiply(
                        v, by: u, tiles: block(part), of: all, slice: slice, taps: taps, block: index,
                        products: room + weights)
                }
            }
            try Interrupt.check()
        }
        withExtendedLifetime((workspace, transformed)) {}
    }
}

extension WinogradConvolution.Run {
    /// Transforms one input tile: V[point][place][taps · channels].
    func transformInput(
        _ tile: Int, slice: Int, taps: Range<Int>, to v: UnsafeMutablePointer<Float>, place: Int, tiles: Int
    ) {
        let channels = convolution.geometry.channels
        let run = taps.count * channels
        withUnsafeTemporaryAllocation(of: UnsafePointer<Float>.self, capacity: WinogradConvolution.points) { pixels in
            guard let pointers = pixels.baseAddress else { return }
            for tap in taps {
                convolution.tiles.inputPixels(of: tile, slice: slice, tap: tap) { point, pixel in
                    pointers[point] = pixel.map { input + $0 * channels } ?? zeros
                }
                kernels.pointee.winograd_input(
                    UnsafePointer(pointers), Int64(channels),
                    v + place * run + (tap - taps.lowerBound) * channels, Int64(WinogradConvolution.stride(tiles * run))
                )
            }
        }
    }

    /// Multiplies some tiles of V by one block of filters of U, point by point, and transforms the products back.
    func multiply(
        _ v: UnsafePointer<Float>, by transformed: UnsafePointer<Float>, tiles range: Range<Int>, of all: Range<Int>,
        slice: Int, taps: Range<Int>,
        block: Int,
        products: UnsafeMutablePointer<Float>
    ) {
        let channels = convolution.geometry.channels
        let run = taps.count * channels
        let lanes = TapPass.block
        let width = min(lanes, convolution.geometry.filters - block * lanes)
        let pointStride = WinogradKernel.pointStride(convolution.geometry)
        for point in 0..<WinogradConvolution.points {
            var row: UnsafePointer<Float> =
                v + point * WinogradConvolution.stride(all.count * run) + (range.lowerBound - all.lowerBound) * run
            var weights: UnsafePointer<Float> =
                transformed + point * pointStride + taps.lowerBound * channels * lanes
            withUnsafePointer(to: &row) { rows in
                withUnsafePointer(to: &weights) { weights in
                    var arguments = ck_row(
                        rows: rows, weights: weights, taps: 1, weight_offset: 0, run: Int64(run),
                        pixel_stride: Int64(run),
                        pixels: Int64(range.count),
                        output: products + point * WinogradConvolution.stride(range.count * lanes),
                        output_stride: Int64(lanes), width: Int64(width), bias: nil,
                        epilogue: Activation.none.epilogue, prefetch_offset: 0, prefetch_step: 0)
                    kernels.pointee.row(&arguments)
                }
            }
        }
        transformBack(products, tiles: range, slice: slice, block: block)
    }

    private func transformBack(_ products: UnsafePointer<Float>, tiles range: Range<Int>, slice: Int, block: Int) {
        let filters = convolution.geometry.filters
        let lanes = TapPass.block
        let width = min(lanes, filters - block * lanes)
        var epilogue = activation.epilogue
        let side = WinogradTiles.side
        withUnsafeTemporaryAllocation(of: UnsafeMutablePointer<Float>?.self, capacity: side * side) { pixels in
            guard let pointers = pixels.baseAddress else { return }
            for tile in range {
                convolution.tiles.outputPixels(of: tile, slice: slice) { place, pixel in
                    pointers[place] = pixel.map { output + $0 * filters + block * lanes }
                }
                kernels.pointee.winograd_output(
                    products + (tile - range.lowerBound) * lanes,
                    Int64(WinogradConvolution.stride(range.count * lanes)), pointers,
                    Int64(width), bias.block(group: 0, block: block), &epilogue)
                guard !activation.isEpilogue else { continue }
                for pixel in pixels {
                    if let pixel { activation.kernel.apply(kernels, pixel, pixel, count: width) }
                }
            }
        }
    }
}
