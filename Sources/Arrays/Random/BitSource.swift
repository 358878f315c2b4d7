import TensorEngine

/// A source of random bits, and what numpy makes of them: the same numbers for the same seed.
public protocol BitSource {
    /// 32 random bits.
    mutating func next32() -> UInt32
    /// 64 random bits.
    mutating func next64() -> UInt64
    /// A number in [0, 1), one of 2⁵³.
    mutating func nextUnit() -> Double
}

extension MersenneTwister: BitSource {}

extension BitSource {
    /// A number in 0...largest, drawn again while the masked bits are above it.
    ///
    /// As `random_interval` of numpy's legacy generator.
    mutating func masked(upTo largest: UInt64) -> UInt64 {
        guard largest > 0 else { return 0 }
        let mask = UInt64.max >> UInt64(largest.leadingZeroBitCount)
        while true {
            let value = (largest <= UInt64(UInt32.max) ? UInt64(next32()) : next64()) & mask
            if value <= largest { return value }
        }
    }

    /// A number in 0...largest by a multiplication.
    ///
    /// Source: D. Lemire, Fast random integer generation in an interval, 2019; as `random_bounded_uint64` of numpy.
    mutating func multiplied(upTo largest: UInt64) -> UInt64 {
        guard largest > 0 else { return 0 }
        if largest < UInt64(UInt32.max) {
            let bound = UInt32(largest) + 1
            var product = UInt64(next32()) * UInt64(bound)
            if UInt32(truncatingIfNeeded: product) < bound {
                let threshold = (UInt32.max - UInt32(largest)) % bound
                while UInt32(truncatingIfNeeded: product) < threshold { product = UInt64(next32()) * UInt64(bound) }
            }
            return product >> 32
        }
        if largest == UInt64(UInt32.max) { return UInt64(next32()) }
        guard largest < .max else { return next64() }
        let bound = largest + 1
        var product = next64().multipliedFullWidth(by: bound)
        if product.low < bound {
            let threshold = (UInt64.max - largest) % bound
            while product.low < threshold { product = next64().multipliedFullWidth(by: bound) }
        }
        return product.high
    }
}
