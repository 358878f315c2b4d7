/// A stream of random numbers that is the same on every machine: SplitMix64, a counter whose every value is scrambled.
public struct RandomStream: Sendable, RandomNumberGenerator {
    private var counter: UInt64

    /// The stream that belongs to a seed.
    public init(seed: UInt64) { counter = seed }

    /// The stream of a named thing: different for every name, the same on every run.
    /// - Parameter name: hashed by FNV-1a.
    public init(seed: UInt64, name: String) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        self.init(seed: seed ^ hash)
        _ = next()
    }

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

    /// A number of the normal distribution with mean 0 and deviation 1, by the Box–Muller transform.
    public mutating func normal() -> Double {
        let radius = (-2 * PortableMath.log(1 - nextUnit())).squareRoot()
        return radius * PortableMath.cosine(turns: nextUnit())
    }

    /// A number of the normal distribution, drawn again until it is within two deviations of the mean.
    public mutating func truncatedNormal(mean: Double = 0, deviation: Double = 1) -> Double {
        while true {
            let value = normal()
            if abs(value) <= 2 { return mean + deviation * value }
        }
    }

    /// The numbers 0..<count in random order (Fisher–Yates).
    public mutating func permutation(_ count: Int) -> [Int] {
        var order = Array(0..<max(count, 0))
        for index in stride(from: order.count - 1, to: 0, by: -1) { order.swapAt(index, below(index + 1)) }
        return order
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

/// Functions whose last bit must not depend on the machine's mathematical library.
enum PortableMath {
    /// The natural logarithm, for normal positive numbers: x = m · 2ᵉ, log m = 2 · (s + s³/3 + …), s = (m − 1)/(m + 1).
    static func log(_ x: Double) -> Double {
        guard x > 0 else { return -.infinity }
        var exponent = Double(x.exponent)
        var significand = x.significand
        if significand > 1.4142135623730951 {
            significand /= 2
            exponent += 1
        }
        let s = (significand - 1) / (significand + 1)
        let z = s * s
        var sum = 0.0
        for odd in stride(from: 21.0, through: 1, by: -2) { sum = sum * z + 1 / odd }
        return exponent * 0.6931471805599453 + 2 * s * sum
    }

    /// cos(2π · turns) by its series, after folding the turns into an eighth.
    static func cosine(turns: Double) -> Double {
        let folded = abs(turns - turns.rounded())  // 0 … 1/2
        if folded > 0.25 { return -cosine(turns: 0.5 - folded) }
        if folded > 0.125 { return sine(2 * Double.pi * (0.25 - folded)) }
        let square = -(2 * Double.pi * folded) * (2 * Double.pi * folded)
        var sum = 1.0
        for n in stride(from: 18.0, through: 2, by: -2) { sum = 1 + sum * square / (n * (n - 1)) }
        return sum
    }

    private static func sine(_ x: Double) -> Double {
        var sum = 1.0
        for n in stride(from: 19.0, through: 3, by: -2) { sum = 1 - sum * x * x / (n * (n - 1)) }
        return x * sum
    }
}
