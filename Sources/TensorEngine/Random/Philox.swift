import CKernels

/// Philox4x32-10: random numbers that follow from a key and a counter alone, so that any part of a stream is computed by itself.
///
/// Source: J. K. Salmon et al., Parallel random numbers: as easy as 1, 2, 3, SC 2011.
struct Philox {
    private let key: (UInt32, UInt32)
    /// The upper half of the counter; the lower half counts blocks of four numbers.
    private let counter: (UInt32, UInt32)
    /// The first block of the stream.
    let start: Int

    /// The stream of a seed. The key and counter of a stateless generator are a block of another stream, as in TensorFlow's
    /// `StatelessRandomGetKeyCounter`; those of an operation are its seeds themselves.
    init(_ seed: RandomSeed) {
        start = seed.blocksDrawn ?? 0
        guard seed.blocksDrawn == nil else {
            key = (UInt32(truncatingIfNeeded: seed.first), UInt32(truncatingIfNeeded: seed.first >> 32))
            counter = (UInt32(truncatingIfNeeded: seed.second), UInt32(truncatingIfNeeded: seed.second >> 32))
            return
        }
        let (first, second) = seed.reduced
        let mixed = Philox.block((first, 0, second, 0), key: (0x3ec8_f720, 0x0246_1e29))
        key = (mixed.0, mixed.1)
        counter = (mixed.2, mixed.3)
    }

    typealias Block = (UInt32, UInt32, UInt32, UInt32)

    /// Four numbers of 32 bits.
    subscript(index: Int) -> Block {
        let index = UInt64(truncatingIfNeeded: start &+ index)
        return Philox.block(
            (UInt32(truncatingIfNeeded: index), UInt32(index >> 32), counter.0, counter.1), key: key)
    }

    private static func block(_ counter: Block, key: (UInt32, UInt32)) -> Block {
        var (c, k) = (counter, key)
        for _ in 0..<10 {
            let a = UInt64(c.0) * 0xd251_1f53
            let b = UInt64(c.2) * 0xcd9e_8d57
            c = (
                UInt32(b >> 32) ^ c.1 ^ k.0, UInt32(truncatingIfNeeded: b),
                UInt32(a >> 32) ^ c.3 ^ k.1, UInt32(truncatingIfNeeded: a)
            )
            k = (k.0 &+ 0x9e37_79b9, k.1 &+ 0xbb67_ae85)
        }
        return c
    }

    /// The same stream for the kernels.
    func kernelStream(_ distribution: ck_distribution, scale: Float, offset: Float) -> ck_random {
        ck_random(key: key, counter: counter, distribution: distribution, scale: scale, offset: offset)
    }
}
