import CKernels

/// A window that keeps channels apart, moving along three axes: pooling and depthwise convolution. The inner loop reads
/// the channels-last input where it lies; at the borders a pixel simply has fewer taps.
struct ChannelwisePass {
    let axes: [WindowAxis]
    let channels: Int
    let kind: ck_window_kind
    /// Channels in a group; more than one only for a grouped convolution.
    var groupSize = 1
    /// [tap][channels · group size], for the weighted sum.
    var weights: UnsafePointer<Float>?
    var bias: UnsafePointer<Float>?
    var activation = Activation.none

    private var depth: WindowAxis { axes[0] }
    private var height: WindowAxis { axes[1] }
    private var width: WindowAxis { axes[2] }
    private var taps: Int { axes.reduce(1) { $0 * $1.taps.count } }

    /// Computes [samples, output…, C] from [samples, input…, C].
    /// - Throws: `sizeOverflow`, `outOfMemory`, `interrupted`.
    func run(
        input: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>, samples: Int
    ) throws(EngineError) {
        let kernels = Processor.kernels
        let rows = samples * depth.count * height.count
        guard rows > 0 else { return }
        // Every thread has a table of the taps and of their weights.
        let tableBytes = 2 * MemoryLayout<UnsafePointer<Float>>.stride
        try Memory.check(bytes: try Shape([taps, tableBytes, Parallel.threads]).elementCount())
        let rowWork = width.count &* channels &* taps &* groupSize
        let rowsPerChunk = max(1, min(65536 / max(rowWork, 1), (rows + 15) / 16))
        let (interior, columnsPerPiece) = (interiorColumns, columnsPerPiece)
        Parallel.run(chunks: (rows + rowsPerChunk - 1) / rowsPerChunk, operations: rows &* rowWork) { chunk, _ in
            withUnsafeTemporaryAllocation(of: UnsafePointer<Float>.self, capacity: 2 * taps + 1) { table in
                guard let table = table.baseAddress else { return }
                for row in chunk * rowsPerChunk..<min((chunk + 1) * rowsPerChunk, rows) {
                    if Interrupt.isRequested { return }
                    let line = Line(pass: self, row: row, input: input, output: output, table: table, kernels: kernels)
                    line.compute(interior: interior, columnsPerPiece: columnsPerPiece)
                }
            }
        }
        try Interrupt.check()
    }

    /// The output columns that are computed in one go: about 2²⁴ operations, so that very long windows can be interrupted.
    private var columnsPerPiece: Int { max(1, (1 << 24) / max(taps &* channels &* groupSize, 1)) }

    /// The output columns whose whole window lies inside the input.
    private var interiorColumns: Range<Int> {
        let first = width.first >= 0 ? 0 : (-width.first + width.stride - 1) / width.stride
        let room = width.input - 1 - width.last
        let end = room < 0 ? 0 : min(room / width.stride + 1, width.count)
        return first < end ? first..<end : 0..<0
    }

    /// One row of output pixels.
    private struct Line {
        let pass: ChannelwisePass
        let row: Int
        let input: UnsafePointer<Float>
        let output: UnsafeMutablePointer<Float>
        let table: UnsafeMutablePointer<UnsafePointer<Float>>
        let kernels: UnsafePointer<ck_kernels>

        func compute(interior: Range<Int>, columnsPerPiece: Int) {
            compute(0..<interior.lowerBound, inPiecesOf: 1)
            compute(interior, inPiecesOf: columnsPerPiece)
            compute(interior.upperBound..<pass.width.count, inPiecesOf: 1)
        }

        private func compute(_ columns: Range<Int>, inPiecesOf size: Int) {
            for first in stride(from: columns.lowerBound, to: columns.upperBound, by: size) {
                if Interrupt.isRequested { return }
                compute(columns: first..<min(first + size, columns.upperBound))
            }
        }

        /// Output pixels that all see the same taps.
        private func compute(columns: Range<Int>) {
            let (depth, height, width, channels) = (pass.depth, pass.height, pass.width, pass.channels)
            let line = row % height.count
            let slice = row / height.count % depth.count
            let sample = row / height.count / depth.count
            var count = 0
            let weights = table + pass.taps
            let firstColumn = columns.lowerBound * width.stride
            for z in depth.taps {
                let inputSlice = slice * depth.stride + z.displacement
                for y in height.taps {
                    let inputLine = line * height.stride + y.displacement
                    let there =
                        inputSlice >= 0 && inputSlice < depth.input && inputLine >= 0 && inputLine < height.input
                    let pixels = ((sample * depth.input + inputSlice) * height.input + inputLine) * width.input
                    let kernelRow = (z.index * height.kernel + y.index) * width.kernel
                    for x in width.taps {
                        let column = firstColumn + x.displacement
                        if there && column >= 0 && column < width.input {
                            table[count] = input + (pixels + column) * channels
                            if let all = pass.weights {
                                weights[count] = all + (kernelRow + x.index) * channels * pass.groupSize
                            }
                            count += 1
                        }
                    }
                }
            }
            let pixel = ((sample * depth.output + slice) * height.output + line) * width.output + columns.lowerBound
            let target = output + pixel * channels
            // All taps of a row of the window are there unless this is a border.
            let rowTaps = columns.count > 1 && width.isDense ? width.taps.count : 1
            var arguments = ck_channel_row(
                rows: UnsafePointer(table), weights: UnsafePointer(weights), taps: Int64(count),
                row_taps: Int64(rowTaps), channels: Int64(channels), pixel_stride: Int64(width.stride * channels),
                pixels: Int64(columns.count),
                output: target, output_stride: Int64(channels), bias: pass.bias, epilogue: pass.activation.epilogue,
                kind: pass.kind)
            if pass.groupSize > 1 {
                kernels.pointee.grouped_row(&arguments, Int64(pass.groupSize))
            } else {
                kernels.pointee.channel_row(&arguments)
            }
            if !pass.activation.isEpilogue {
                pass.activation.kernel.apply(kernels, target, target, count: columns.count * channels)
            }
        }
    }
}
