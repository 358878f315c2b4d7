import CKernels

/// Convolution with a handful of filters: blocks of 32 filters would be mostly empty, so vectors run over the channels of a
/// kernel's row instead, and every output number is a sum over lanes.
struct FewFiltersConvolution: Sendable {
    let pass: TapPass
    /// [filter][tap][pixels of a kernel row][channels].
    private let weights: TensorStorage

    /// Packs a kernel of [k…, C, F].
    init(_ kernel: Tensor, geometry: ConvolutionGeometry) throws(EngineError) {
        pass = try TapPass(
            axes: WindowAxis.axes(of: geometry), groups: 1, channels: geometry.channels, filters: geometry.filters)
        let layout = PackedTaps.KernelLayout.convolution(
            kernel: geometry.kernel, groupChannels: geometry.channels, filters: geometry.filters)
        weights = try TensorStorage(count: pass.taps.count * pass.run * geometry.filters)
        let source = kernel.storage.base
        var target = weights.base
        for filter in 0..<geometry.filters {
            for pixel in pass.tapPixels.joined() {
                let first = source + layout.offset(of: pixel) + filter * layout.filter
                for channel in 0..<geometry.channels { target[channel] = first[channel * layout.channel] }
                target += geometry.channels
            }
            try Interrupt.check()
        }
        withExtendedLifetime(kernel) {}
    }

    func run(
        _ input: Tensor, bias: Tensor?, activation: Activation, output: Tensor
    ) throws(EngineError) {
        let (depth, height) = (pass.depth, pass.height)
        let rows = input.shape[0] * depth.count * height.count
        let rowWork = pass.width.count &* pass.taps.count &* pass.run &* pass.filters
        let rowsPerChunk = max(1, min((rows + 31) / 32, (1 << 20) / max(rowWork, 1)))
        let kernels = Processor.kernels
        let (source, target) = (UnsafePointer(input.storage.base), output.storage.base)
        let biasBase = bias.map { UnsafePointer($0.storage.base) }
        Parallel.run(chunks: (rows + rowsPerChunk - 1) / rowsPerChunk, operations: rows &* rowWork &* 2) { chunk, _ in
            withUnsafeTemporaryAllocation(of: UnsafePointer<Float>.self, capacity: 2 * pass.taps.count + 1) { table in
                guard let table = table.baseAddress else { return }
                for row in chunk * rowsPerChunk..<min((chunk + 1) * rowsPerChunk, rows) {
                    var line = self.line(row, input: source, table: table)
                    line.output = target + row * pass.width.count * pass.filters
                    line.bias = biasBase
                    line.epilogue = activation.epilogue
                    compute(line, kernels)
                    if !activation.isEpilogue && !Interrupt.isRequested {
                        activation.kernel.apply(
                            kernels, line.output, line.output, count: pass.width.count * pass.filters)
                    }
                }
            }
        }
        withExtendedLifetime((input, output, bias, weights)) {}
        try Interrupt.check()
    }

    /// Computes a row of output pixels in pieces of about 2²⁴ operations, so that very long windows can be interrupted.
    private func compute(_ line: ck_dot_row, _ kernels: UnsafePointer<ck_kernels>) {
        let columns = max(1, (1 << 24) / max(pass.taps.count &* pass.run &* pass.filters, 1))
        for first in stride(from: 0, to: pass.width.count, by: columns) {
            if Interrupt.isRequested { return }
            var piece = line
            piece.first += Int64(first * pass.width.stride)
            piece.pixels = Int64(min(columns, pass.width.count - first))
            piece.output += first * pass.filters
            kernels.pointee.dot_row(&piece)
        }
    }

    /// The taps of one row of output pixels: the kernel's rows that meet a row of the input.
    private func line(
        _ row: Int, input: UnsafePointer<Float>, table: UnsafeMutablePointer<UnsafePointer<Float>>
    ) -> ck_dot_row {
        let (depth, height, width) = (pass.depth, pass.height, pass.width)
        let slice = row / height.count % depth.count
        let sample = row / height.count / depth.count
        let weightTable = table + pass.taps.count
        var count = 0
        for (index, tap) in pass.taps.enumerated() {
            let z = slice * depth.stride + tap.depth
            let y = row % height.count * height.stride + tap.height
            guard z >= 0, z < depth.input, y >= 0, y < height.input else { continue }
            table[count] = input + ((sample * depth.input + z) * height.input + y) * width.input * pass.channels
            weightTable[count] = UnsafePointer(weights.base + index * pass.run)
            count += 1
        }
        return ck_dot_row(
            rows: UnsafePointer(table), weights: UnsafePointer(weightTable), taps: Int64(count),
            filter_stride: Int64(pass.taps.count * pass.run), channels: Int64(pass.channels),
            run_pixels: Int64(pass.runPixels), input_pixels: Int64(width.input), first: Int64(width.first),
            stride: Int64(width.stride), pixels: Int64(width.count),
            output: UnsafeMutablePointer(mutating: weights.base),
            output_stride: Int64(pass.filters), width: Int64(pass.filters), bias: nil,
            epilogue: Activation.none.epilogue)
    }
}
