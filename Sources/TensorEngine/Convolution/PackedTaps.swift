/// The weights of a pass in the order in which the inner loop reads them: [group][block of 32 filters][tap][run][32],
/// with zeros where the last block has fewer filters.
struct PackedTaps: Sendable {
    private let storage: TensorStorage
    let floatsPerTap: Int
    let floatsPerBlock: Int
    private let blocks: Int

    /// How the kernel's elements lie: the floats from one to the next along its axes.
    struct KernelLayout {
        /// Depth, height, width.
        let pixel: [Int]
        let channel: Int
        let filter: Int

        /// [k…, C/groups, F], as Keras has a convolution's kernel.
        static func convolution(kernel: [Int], groupChannels: Int, filters: Int) -> KernelLayout {
            KernelLayout(
                pixel: pixelStrides(kernel, of: groupChannels * filters), channel: filters, filter: 1)
        }

        /// [k…, F, C], as Keras has a transposed convolution's kernel.
        static func transposed(kernel: [Int], channels: Int, filters: Int) -> KernelLayout {
            KernelLayout(pixel: pixelStrides(kernel, of: channels * filters), channel: 1, filter: channels)
        }

        /// The floats before a pixel of the kernel, given by its (depth, height, width) indices.
        func offset(of index: (Int, Int, Int)) -> Int {
            index.0 * pixel[0] + index.1 * pixel[1] + index.2 * pixel[2]
        }

        private static func pixelStrides(_ kernel: [Int], of pixel: Int) -> [Int] {
            let sizes = Array(repeating: 1, count: 3 - kernel.count) + kernel
            return [sizes[1] * sizes[2] * pixel, sizes[2] * pixel, pixel]
        }
    }

    init(_ kernel: Tensor, layout: KernelLayout, pass: TapPass) throws(EngineError) {
        let block = TapPass.block
        floatsPerTap = pass.run * block
        floatsPerBlock = floatsPerTap * pass.taps.count
        blocks = pass.blocks
        storage = try TensorStorage(count: max(pass.groups * blocks * floatsPerBlock, block))
        let source = kernel.storage.base
        let target = storage.base
        let (perTap, perBlock, blocks) = (floatsPerTap, floatsPerBlock, blocks)
        Parallel.run(chunks: pass.groups * blocks, operations: storage.count) { chunk, _ in
            let firstFilter = chunk % blocks * block
            let width = min(block, pass.groupFilters - firstFilter)
            let filter = chunk / blocks * pass.groupFilters + firstFilter
            for (index, pixels) in pass.tapPixels.enumerated() {
                if Interrupt.isRequested { return }
                var place = target + chunk * perBlock + index * perTap
                for pixel in pixels {
                    let offset = layout.offset(of: pixel) + filter * layout.filter
                    for channel in 0..<pass.groupChannels {
                        let from = source + offset + channel * layout.channel
                        for lane in 0..<width { place[lane] = from[lane * layout.filter] }
                        for lane in width..<block { place[lane] = 0 }
                        place += block
                    }
                }
            }
        }
        withExtendedLifetime(kernel) {}
        try Interrupt.check()
    }

    /// Where the weights of a tap begin.
    func weights(group: Int, block: Int, tap: Int) -> UnsafePointer<Float> {
        UnsafePointer(storage.base + (group * blocks + block) * floatsPerBlock + tap * floatsPerTap)
    }
}
