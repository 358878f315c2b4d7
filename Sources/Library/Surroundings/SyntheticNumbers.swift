/// Numbers that look random and follow from a seed, the same on every machine.
struct SyntheticNumbers {
    private var state: UInt64

    init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9e37_79b9_7f4a_7c15 }

    /// The next 64 bits.
    ///
    /// Source: Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators (SplitMix64).
    mutating func bits() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 to below a limit.
    mutating func below(_ limit: Int) -> Int { Int(bits() >> 11) % max(1, limit) }

    /// A number from 0 to below 1.
    mutating func fraction() -> Double { Double(bits() >> 11) / Double(1 << 53) }

    /// A whole number from 1 to a limit, small ones more often, as words are in texts.
    mutating func rank(upTo limit: Int) -> Int {
        let halvings = max(1, Int.bitWidth - limit.leadingZeroBitCount)
        let least = 1 << below(halvings)
        return min(limit, least + below(least))
    }
}
