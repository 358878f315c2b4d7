/// A stream of random numbers for tests and benchmarks, the same on every machine: SplitMix64, a counter whose every value is scrambled.
public struct RandomStream: Sendable, RandomNumberGenerator {
    private var counter: UInt64

    /// The stream that belongs to a seed.
    public init(seed: UInt64) { counter = seed }

    /// 64 random bits.
    public mutating func next() -> UInt64 {
        counter &+= 0x9e37_79b9_7f4a_7c15
        var z = counter
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }

    /// A number in [0, 1), one of 2⁵³.
    public mutating func nextUnit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A number in [low, high).
    public mutating func uniform(_ low: Double, _ high: Double) -> Double { low + (high - low) * nextUnit() }

    /// An integer in 0..<bound; 0 if the bound is not positive.
    public mutating func below(_ bound: Int) -> Int {
        bound <= 0 ? 0 : Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// A tensor of numbers in [low, high).
    /// - Throws: `sizeOverflow`, `outOfMemory`, `interrupted`.
    public mutating func tensor(_ shape: Shape, low: Double = -1, high: Double = 1) throws(EngineError) -> Tensor {
        try tensor(shape) { Float($0.uniform(low, high)) }
    }

    private mutating func tensor(_ shape: Shape, _ value: (inout RandomStream) -> Float) throws(EngineError) -> Tensor {
        let tensor = try Tensor(uninitialized: shape)
        for index in 0..<tensor.count {
            if index % 65536 == 0 { try Interrupt.check() }
            tensor.storage.base[index] = value(&self)
        }
        return tensor
    }
}
