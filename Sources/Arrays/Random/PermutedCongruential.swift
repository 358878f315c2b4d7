/// PCG64 (XSL-RR over 128 bits), the generator behind `numpy.random.default_rng`.
///
/// Source: M. E. O'Neill, PCG: a family of simple fast space-efficient statistically good algorithms, 2014.
public struct PermutedCongruential: BitSource {
    private struct Wide {
        var high: UInt64
        var low: UInt64

        static func &+ (a: Wide, b: Wide) -> Wide {
            let (low, carries) = a.low.addingReportingOverflow(b.low)
            return Wide(high: a.high &+ b.high &+ (carries ? 1 : 0), low: low)
        }

        static func &* (a: Wide, b: Wide) -> Wide {
            let product = a.low.multipliedFullWidth(by: b.low)
            return Wide(high: product.high &+ a.high &* b.low &+ a.low &* b.high, low: product.low)
        }
    }

    private static let multiplier = Wide(high: 0x2360_ed05_1fc6_5da4, low: 0x4385_df64_9fcc_f645)
    private var state: Wide
    private let increment: Wide
    private var upperHalf: UInt32?

    /// The generator of a seed, given as its 32-bit digits from the lowest up.
    public init(seed: [UInt32]) {
        let words = SeedSequence(seed).words(4)
        increment = Wide(high: words[2] << 1 | words[3] >> 63, low: words[3] << 1 | 1)
        state = increment &+ Wide(high: words[0], low: words[1])
        step()
    }

    private mutating func step() { state = state &* PermutedCongruential.multiplier &+ increment }

    /// 64 random bits.
    public mutating func next64() -> UInt64 {
        step()
        let bits = state.high ^ state.low
        let turn = state.high >> 58
        return bits >> turn | bits << ((64 - turn) & 63)
    }

    /// 32 random bits: the lower half of 64, then their upper half.
    public mutating func next32() -> UInt32 {
        if let kept = upperHalf {
            upperHalf = nil
            return kept
        }
        let bits = next64()
        upperHalf = UInt32(bits >> 32)
        return UInt32(truncatingIfNeeded: bits)
    }

    /// A number in [0, 1).
    public mutating func nextUnit() -> Double { Double(next64() >> 11) * 0x1p-53 }
}
