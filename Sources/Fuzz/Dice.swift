/// Random choices that are the same for the same seed on every machine.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    /// The dice of one input of a run, which do not depend on how many were thrown for others.
    init(seed: UInt64, input: Int) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(input) &* 0xD1B5_4A32_D192_ED03
        _ = next()
    }

    /// Source: SplitMix64, G. Steele, D. Lea and C. Flood, Fast Splittable Pseudorandom Number Generators, 2014.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A number of a range.
    mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
    }

    /// Whether something that happens so many times of a hundred happens now.
    mutating func happens(percent: Int) -> Bool { number(0...99) < percent }

    /// One of several, of which there is at least one.
    mutating func pick<Item>(_ items: [Item]) -> Item { items[number(0...(items.count - 1))] }
}
