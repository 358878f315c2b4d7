import CKernels

/// Tensors of random numbers: the values that TensorFlow's stateless generators give for the same seed, in row-major order.
///
/// Uniform numbers are equal to the last bit. Normal ones agree to an ulp of the functions they are made with; they are
/// the same on every machine, since no function of its mathematical library is used.
extension Tensor {
    /// Numbers in [low, high), uniformly distributed.
    /// - Throws: `sizeOverflow`, `outOfMemory`, `interrupted`.
    public static func uniform(
        _ shape: Shape, low: Float = 0, high: Float = 1, seed: RandomSeed
    ) throws(EngineError) -> Tensor {
        try random(shape, CK_UNIFORM, scale: high - low, offset: low, seed)
    }

    /// Normally distributed numbers.
    /// - Throws: `sizeOverflow`, `outOfMemory`, `interrupted`.
    public static func normal(
        _ shape: Shape, mean: Float = 0, deviation: Float = 1, seed: RandomSeed
    ) throws(EngineError) -> Tensor {
        try random(shape, CK_NORMAL, scale: deviation, offset: mean, seed)
    }

    /// Normally distributed numbers, drawn again until they are within two deviations of the mean.
    /// - Throws: `sizeOverflow`, `outOfMemory`, `interrupted`.
    public static func truncatedNormal(
        _ shape: Shape, mean: Float = 0, deviation: Float = 1, seed: RandomSeed
    ) throws(EngineError) -> Tensor {
        try random(shape, CK_TRUNCATED_NORMAL, scale: deviation, offset: mean, seed)
    }

    /// Blocks of four random numbers that TensorFlow's operations set aside for one number of a tensor, so that those that
    /// draw again find enough.
    public static let blocksPerNumber = 256

    /// Whole numbers in low..<high as TensorFlow draws integers: the remainder of 32 or 64 random bits.
    /// - Parameters:
    ///   - high: above `low`, by less than 2³².
    ///   - isWide: whether they are integers of 64 bits.
    /// - Throws: `sizeOverflow`, `outOfMemory`, `interrupted`.
    public static func wholes(
        _ shape: Shape, low: Int, high: Int, isWide: Bool = false, seed: RandomSeed
    ) throws(EngineError) -> [Int] {
        let count = try shape.elementCount()
        guard let width = UInt32(exactly: high - low), width > 0 else {
            throw .invalidArgument("random integers need a range of 1 to 2³² − 1 numbers")
        }
        let stream = Philox(seed)
        var numbers: [Int] = []
        numbers.reserveCapacity(count)
        if isWide {
            for group in 0..<(count + 1) / 2 {
                if group % 65536 == 0 { try Interrupt.check() }
                let block = stream[group]
                for (low32, high32) in [(block.0, block.1), (block.2, block.3)].prefix(count - 2 * group) {
                    numbers.append(low + Int((UInt64(low32) | UInt64(high32) << 32) % UInt64(width)))
                }
            }
            return numbers
        }
        for group in 0..<(count + 3) / 4 {
            if group % 65536 == 0 { try Interrupt.check() }
            let block = stream[group]
            for bits in [block.0, block.1, block.2, block.3].prefix(count - 4 * group) {
                numbers.append(low + Int(bits % width))
            }
        }
        return numbers
    }

    /// The places 0..<count in random order, as TensorFlow's `RandomShuffle` orders rows.
    /// - Throws: `interrupted`.
    public static func shuffledPlaces(_ count: Int, seed: RandomSeed) throws(EngineError) -> [Int] {
        var places = Array(0..<count)
        let stream = Philox(seed)
        for place in 0..<max(0, count - 1) {
            if place % 65536 == 0 { try Interrupt.check() }
            let block = stream[place / 4]
            let bits = [block.0, block.1, block.2, block.3][place % 4]
            places.swapAt(place, place + Int(bits % UInt32(truncatingIfNeeded: count - place)))
        }
        return places
    }

    /// Groups of four numbers that one chunk of work writes.
    private static let chunk = 1 << 14

    private static func random(
        _ shape: Shape, _ distribution: ck_distribution, scale: Float, offset: Float, _ seed: RandomSeed
    ) throws(EngineError) -> Tensor {
        let tensor = try Tensor(uninitialized: shape)
        let whole = tensor.count / 4
        let output = tensor.storage.base
        let kernels = Processor.kernels
        let philox = Philox(seed)
        // Truncated numbers have so many blocks for each group that rejected ones can be drawn again.
        let start = distribution == CK_TRUNCATED_NORMAL ? philox.start / blocksPerNumber : philox.start
        let stream = philox.kernelStream(distribution, scale: scale, offset: offset)
        Parallel.run(chunks: (whole + chunk - 1) / chunk, operations: 16 * tensor.count) { index, _ in
            let first = index * chunk
            withUnsafePointer(to: stream) {
                kernels.pointee.random_numbers(
                    $0, Int64(start + first), Int64(min(chunk, whole - first)), output + 4 * first)
            }
        }
        try Interrupt.check()
        let rest = tensor.count - 4 * whole
        if rest > 0 {
            withUnsafeTemporaryAllocation(of: Float.self, capacity: 4) { group in
                guard let base = group.baseAddress else { return }
                withUnsafePointer(to: stream) { kernels.pointee.random_numbers($0, Int64(start + whole), 1, base) }
                for index in 0..<rest { output[4 * whole + index] = group[index] }
            }
        }
        return tensor
    }
}
