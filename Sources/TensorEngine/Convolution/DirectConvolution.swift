import CKernels

/// Direct convolution: the inner loop reads the channels-last input where it lies. Only where a window reaches over the
/// left or right border, or a group of channels has to be brought together, is a strip of rows copied first, with zeros
/// around, into a buffer that stays in the L2 cache.
struct DirectConvolution {
    let pass: TapPass
    let weights: PackedTaps
    let grid: ChunkGrid
    let kernels: UnsafePointer<ck_kernels>
    let activation: Activation
    let epilogue: ck_epilogue
    /// Padded to whole blocks for each group.
    let bias: PaddedBias

    let input: UnsafePointer<Float>
    let output: UnsafeMutablePointer<Float>

    /// Computes all samples of a batch.
    static func run(
        _ pass: TapPass, weights: PackedTaps, bias: Tensor?, activation: Activation, input: Tensor, output: Tensor,
        samples: Int
    ) throws(EngineError) {
        let flat = try pass.flattened(samples: samples)
        let whole = flat ?? pass
        let grid = try ChunkGrid(whole, samples: flat == nil ? samples : 1)
        let convolution = DirectConvolution(
            pass: whole, weights: weights, grid: grid, kernels: Processor.kernels, activation: activation,
            epilogue: activation.epilogue,
            bias: try PaddedBias(bias, groups: pass.groups, filters: pass.filters), input: input.storage.base,
            output: output.storage.base)
        try convolution.run(operations: 2 &* pass.multiplyAccumulates &* samples)
        withExtendedLifetime((input, output)) {}
    }

    private func run(operations: Int) throws(EngineError) {
        let workspace = try TensorStorage(
            count: try Shape([max(grid.stripFloats, 16), Parallel.threads]).elementCount())
        Parallel.run(chunks: grid.chunks, operations: operations) { index, worker in
            let chunk = grid.chunk(index)
            let strip = workspace.base + worker * grid.stripFloats
            compute(chunk, strip: strip)
        }
        withExtendedLifetime((workspace, weights, bias)) {}
        try Interrupt.check()
    }

    /// Where the rows of a chunk's input lie: in the tensor itself or in the strip.
    private struct Rows {
        /// The run of output column `columns.lowerBound` for the tap of displacement 0, in row 0 of slice 0.
        let origin: UnsafePointer<Float>
        /// Floats from pixel to pixel, row to row, slice to slice.
        let pixel: Int
        let row: Int
        let slice: Int
        /// The input row that is row 0, and the slice that is slice 0.
        let firstRow: Int
        let firstSlice: Int
        let isCopied: Bool
    }

    /// The taps of a row of output pixels: where each begins in the input, and its weights for the first block.
    private struct TapTable {
        let inputs: UnsafeMutablePointer<UnsafePointer<Float>>
        let weights: UnsafeMutablePointer<UnsafePointer<Float>>
        var count = 0
    }

    private func compute(_ chunk: ChunkGrid.Chunk, strip: UnsafeMutablePointer<Float>) {
        let rows = rows(for: chunk, strip: strip)
        withUnsafeTemporaryAllocation(of: UnsafePointer<Float>.self, capacity: 2 * pass.taps.count + 1) { pointers in
            guard let first = pointers.baseAddress else { return }
            var table = TapTable(inputs: first, weights: first + pass.taps.count)
            // Few weights stay in the cache, so that a row can be finished at once. Many are brought in block by block,
            // each block once for all rows.
            if weights.floatsPerBlock * chunk.blocks.count <= Self.fewWeights {
                for row in chunk.rows {
                    if Interrupt.isRequested { return }
                    fill(&table, chunk, row: row, rows: rows)
                    for block in chunk.blocks { computeRow(chunk, block: block, row: row, rows: rows, table) }
                }
            } else {
                for block in chunk.blocks {
                    for row in chunk.rows {
                        if Interrupt.isRequested { return }
                        fill(&table, chunk, row: row, rows: rows)
                        computeRow(chunk, block: block, row: row, rows: rows, table)
                    }
                }
            }
        }
    }

    /// 64 KiB.
    private static let fewWeights = 16 << 10

    /// Lists the taps that lie inside the input for a row of output pixels.
    private func fill(_ table: inout TapTable, _ chunk: ChunkGrid.Chunk, row: Int, rows: Rows) {
        let firstSlice = chunk.slice * pass.depth.stride
        let firstLine = row * pass.height.stride
        var weight = weights.weights(group: chunk.group, block: 0, tap: 0)
        var count = 0
        for tap in pass.taps {
            let slice = firstSlice + tap.depth
            let line = firstLine + tap.height
            if slice >= 0 && slice < pass.depth.input && line >= 0 && line < pass.height.input {
                table.inputs[count] =
                    rows.origin + (slice - rows.firstSlice) * rows.slice + (line - rows.firstRow) * rows.row
                    + tap.width * rows.pixel
                table.weights[count] = weight
                count += 1
            }
            weight += weights.floatsPerTap
        }
        table.count = count
    }

    /// One row of output pixels for one block of filters.
    private func computeRow(_ chunk: ChunkGrid.Chunk, block: Int, row: Int, rows: Rows, _ table: TapTable) {
        let filter = chunk.group * pass.groupFilters + block * TapPass.block
        let width = min(TapPass.block, pass.groupFilters - block * TapPass.block)
        let target = output + place(chunk, row: row) + filter
        let step = pass.width.outputStep * pass.filters
        var arguments = ck_row(
            rows: UnsafePointer(table.inputs), weights: UnsafePointer(table.weights), taps: Int64(table.count),
            weight_offset: Int64(block * weights.floatsPerBlock), run: Int64(pass.run),
            pixel_stride: Int64(pass.width.stride * rows.pixel), pixels: Int64(chunk.columns.count), output: target,
            output_stride: Int64(step), width: Int64(width), bias: bias.block(group: chunk.group, block: block),
            epilogue: epilogue, prefetch_offset: Int64(prefetchOffset(chunk, row, rows)),
            prefetch_pixel: Int64(pass.width.stride * rows.pixel),
            prefetch_step: Int64(prefetchStep(rows)))
        kernels.pointee.row(&arguments)
        guard !activation.isEpilogue else { return }
        let function = activation.kernel
        for pixel in 0..<chunk.columns.count {
            function.apply(kernels, target + pixel * step, target + pixel * step, count: width)
        }
    }

    /// What is fetched while a tile is computed, where the memory does not do so by itself: the input of the next tile, or,
    /// where rows are copied, of the next band.
    private func prefetchOffset(_ chunk: ChunkGrid.Chunk, _ row: Int, _ rows: Rows) -> Int {
        guard rows.isCopied else { return 14 * pass.width.stride * rows.pixel }
        let line = row * pass.height.stride + pass.height.first
        let next = min(line + chunk.rows.count * pass.height.stride, pass.height.input - 1)
        let source = input + chunk.sample * pass.inputFloats + max(next, 0) * pass.width.input * pass.channels
        let copy = rows.origin + (line - rows.firstRow) * rows.row
        return source - copy
    }

    /// Short runs only: about 14 pixels, spread over the floats of a run.
    private func prefetchStep(_ rows: Rows) -> Int {
        pass.run == 0 || pass.run > 256 ? 0 : 14 * pass.width.stride * rows.pixel / pass.run
    }

    /// Where a row of output pixels begins in the output.
    private func place(_ chunk: ChunkGrid.Chunk, row: Int) -> Int {
        let (depth, height, width) = (pass.depth, pass.height, pass.width)
        let slice = chunk.slice * depth.outputStep + depth.outputStart
        let line = row * height.outputStep + height.outputStart
        let column = chunk.columns.lowerBound * width.outputStep + width.outputStart
        return chunk.sample * pass.outputFloats + ((slice * height.output + line) * width.output + column)
            * pass.filters
    }

    private func rows(for chunk: ChunkGrid.Chunk, strip: UnsafeMutablePointer<Float>) -> Rows {
        let width = pass.width
        let left = chunk.columns.lowerBound * width.stride + width.first
        let right = (chunk.columns.upperBound - 1) * width.stride + width.last + 1
        let inside = left >= 0 && right <= width.input
        let sample = input + chunk.sample * pass.inputFloats + chunk.group * pass.groupChannels
        if inside && (pass.groups == 1 || pass.runPixels == 1) {
            let row = width.input * pass.channels
            return Rows(
                origin: sample + chunk.columns.lowerBound * width.stride * pass.channels, pixel: pass.channels,
                row: row,
                slice: pass.height.input * row, firstRow: 0, firstSlice: 0, isCopied: false)
        }
        return copyRows(chunk, from: sample, columns: left..<right, to: strip)
    }

    /// Copies the rows that a chunk sees into the strip, with zeros left and right of the input.
    private func copyRows(
        _ chunk: ChunkGrid.Chunk, from sample: UnsafePointer<Float>, columns: Range<Int>,
        to strip: UnsafeMutablePointer<Float>
    ) -> Rows {
        let (depth, height, channels) = (pass.depth, pass.height, pass.groupChannels)
        let lines = seen(chunk.rows.lowerBound..<chunk.rows.upperBound, along: height)
        let slices = seen(chunk.slice..<chunk.slice + 1, along: depth)
        let rowFloats = columns.count * channels
        let known = columns.clamped(to: 0..<pass.width.input)
        var target = strip
        for slice in slices {
            for line in lines {
                let source = sample + (slice * height.input + line) * pass.width.input * pass.channels
                let before = known.isEmpty ? rowFloats : (known.lowerBound - columns.lowerBound) * channels
                target.update(repeating: 0, count: before)
                if pass.groups == 1 {
                    (target + before).update(from: source + known.lowerBound * channels, count: known.count * channels)
                } else {
                    for (index, column) in known.enumerated() {
                        (target + before + index * channels).update(
                            from: source + column * pass.channels, count: channels)
                    }
                }
                let filled = before + known.count * channels
                (target + filled).update(repeating: 0, count: rowFloats - filled)
                target += rowFloats
            }
        }
        return Rows(
            origin: UnsafePointer(strip) - pass.width.first * channels, pixel: channels, row: rowFloats,
            slice: lines.count * rowFloats, firstRow: lines.lowerBound, firstSlice: slices.lowerBound,
            isCopied: true)
    }

    /// The input pixels that some output pixels see along an axis.
    private func seen(_ outputs: Range<Int>, along axis: WindowAxis) -> Range<Int> {
        let first = outputs.lowerBound * axis.stride + axis.first
        let end = (outputs.upperBound - 1) * axis.stride + axis.last + 1
        return (min(first, end)..<end).clamped(to: 0..<axis.input)
    }
}

/// A bias padded with zeros to whole blocks of filters for each group.
struct PaddedBias: Sendable {
    private let storage: TensorStorage?
    private let blocks: Int

    init(_ bias: Tensor?, groups: Int, filters: Int) throws(EngineError) {
        let perGroup = filters / groups
        blocks = (perGroup + TapPass.block - 1) / TapPass.block
        guard let bias else {
            storage = nil
            return
        }
        let storage = try TensorStorage(count: groups * blocks * TapPass.block)
        storage.base.update(repeating: 0, count: storage.count)
        for group in 0..<groups {
            (storage.base + group * blocks * TapPass.block)
                .update(from: bias.storage.base + group * perGroup, count: perGroup)
        }
        self.storage = storage
    }

    func block(group: Int, block: Int) -> UnsafePointer<Float>? {
        storage.map { UnsafePointer($0.base + (group * blocks + block) * TapPass.block) }
    }
}
