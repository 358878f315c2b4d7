import CKernels

/// The three steps of Winograd's filtering for one run over a batch: the tensors, and what is done to a tile or a point.
struct WinogradRun {
    let geometry: ConvolutionGeometry
    let tiles: WinogradTiles
    let kernels: UnsafePointer<ck_kernels>
    let input: UnsafePointer<Float>
    let output: UnsafeMutablePointer<Float>
    let bias: PaddedBias
    let activation: Activation
    /// As many zeros as there are channels: a pixel in the padding.
    let zeros: UnsafePointer<Float>

    /// Some tiles of a slice, and the buffers that they go through.
    struct Round {
        let slice: Int
        let tiles: Range<Int>
        /// [points][tiles][taps · channels].
        let v: UnsafeMutablePointer<Float>
        /// M [points][tiles][filters].
        let products: UnsafeMutablePointer<Float>
        let filters: Int
        /// The kernel's depth taps that lie inside the input.
        let taps: Range<Int>

        var productStride: Int { WinogradConvolution.stride(tiles.count * filters) }
    }

    private func terms(_ round: Round) -> Int { round.taps.count * geometry.channels }

    /// Transforms one input tile.
    func transformInput(_ tile: Int, _ round: Round) {
        let (channels, terms) = (geometry.channels, terms(round))
        let place = round.v + (tile - round.tiles.lowerBound) * terms
        let stride = Int64(WinogradConvolution.stride(round.tiles.count * terms))
        withUnsafeTemporaryAllocation(of: UnsafePointer<Float>.self, capacity: WinogradConvolution.points) { pixels in
            guard let pointers = pixels.baseAddress else { return }
            for tap in round.taps {
                tiles.inputPixels(of: tile, slice: round.slice, tap: tap) { point, pixel in
                    pointers[point] = pixel.map { input + $0 * channels } ?? zeros
                }
                kernels.pointee.winograd_input(
                    UnsafePointer(pointers), Int64(channels), place + (tap - round.taps.lowerBound) * channels, stride)
            }
        }
    }

    /// Multiplies one point of all tiles by one block of filters.
    /// - Parameters:
    ///   - transformed: the weights of this point and block. Those that follow in memory are asked for meanwhile.
    ///   - column: where the block's products go in those of a tile.
    func multiply(_ point: Int, by transformed: UnsafePointer<Float>, block: Int, _ round: Round, column: Int) {
        let terms = terms(round)
        let width = min(TapPass.block, geometry.filters - block * TapPass.block)
        var row = UnsafePointer(round.v + point * WinogradConvolution.stride(round.tiles.count * terms))
        var weights = transformed + round.taps.lowerBound * geometry.channels * TapPass.block
        let next = transformed + WinogradKernel.blockFloats(geometry)
        let pixels = round.tiles.count
        let ahead = next - row
        let step = TapPass.block * min(Int(kernels.pointee.tile_pixels), pixels)
        withUnsafePointer(to: &row) { rows in
            withUnsafePointer(to: &weights) { weights in
                var arguments = ck_row(
                    rows: rows, weights: weights, taps: 1, weight_offset: 0, run: Int64(terms),
                    pixel_stride: Int64(terms), pixels: Int64(round.tiles.count),
                    output: round.products + point * round.productStride + column,
                    output_stride: Int64(round.filters), width: Int64(width), bias: nil,
                    epilogue: Activation.none.epilogue, prefetch_offset: Int64(ahead),
                    prefetch_pixel: Int64(terms * TapPass.block / pixels),
                    prefetch_step: Int64((step + pixels - 1) / pixels))
                kernels.pointee.row(&arguments)
            }
        }
    }

    /// Transforms the products of one tile back, for some blocks of filters whose products lie side by side.
    func transformBack(_ tile: Int, blocks: Range<Int>, _ round: Round) {
        let filters = geometry.filters
        let first = blocks.lowerBound * TapPass.block
        let width = min(blocks.upperBound * TapPass.block, filters) - first
        var epilogue = activation.epilogue
        let side = WinogradTiles.side
        withUnsafeTemporaryAllocation(of: UnsafeMutablePointer<Float>?.self, capacity: side * side) { pixels in
            guard let pointers = pixels.baseAddress else { return }
            tiles.outputPixels(of: tile, slice: round.slice) { place, pixel in
                pointers[place] = pixel.map { output + $0 * filters + first }
            }
            kernels.pointee.winograd_output(
                round.products + (tile - round.tiles.lowerBound) * round.filters, Int64(round.productStride), pointers,
                Int64(width), bias.block(group: 0, block: blocks.lowerBound), &epilogue)
            guard !activation.isEpilogue else { return }
            for pixel in pixels {
                if let pixel { activation.kernel.apply(kernels, pixel, pixel, count: width) }
            }
        }
    }
}
