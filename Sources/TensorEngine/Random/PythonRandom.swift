#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The generator of Python's module `random`: the numbers that CPython draws after the same `seed`.
///
/// Source: the documentation of Python's `random` and the behaviour of CPython 3.11.
public struct PythonRandom: Sendable {
    private var generator: MersenneTwister
    private var spare: Double?

    /// The generator after `random.seed(number)`.
    public init(seed number: Int) {
        let magnitude = UInt64(number.magnitude)
        let words = [UInt32(truncatingIfNeeded: magnitude), UInt32(magnitude >> 32)]
        generator = MersenneTwister(key: words[1] == 0 ? [words[0]] : words)
    }

    /// The generator of a key, the words of a seed of any size, the lowest first.
    public init(key: [UInt32]) { generator = MersenneTwister(key: key) }

    /// A number of 32 bits.
    public mutating func word() -> UInt32 { generator.next32() }

    /// A number in [0, 1).
    public mutating func unit() -> Double { generator.nextUnit() }

    /// A whole number in 0..<bound, drawn with just enough bits and again while it is too large.
    /// - Parameter bound: at least 1.
    public mutating func below(_ bound: Int) -> Int {
        let bits = Int.bitWidth - bound.leadingZeroBitCount
        while true {
            var value = UInt64(generator.next32())
            if bits <= 32 {
                value >>= UInt64(32 - bits)
            } else {
                value |= UInt64(generator.next32() >> UInt32(64 - bits)) << 32
            }
            if value < UInt64(bound) { return Int(value) }
        }
    }

    /// A number of the standard normal distribution; they come in pairs.
    public mutating func gauss() -> Double {
        if let kept = spare {
            spare = nil
            return kept
        }
        let angle = unit() * 2 * .pi
        let radius = (-2 * log(1 - unit())).squareRoot()
        spare = sin(angle) * radius
        return cos(angle) * radius
    }
}
