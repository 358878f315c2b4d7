/// Spreads a seed over the state of a generator, as numpy's `SeedSequence` does.
///
/// Source: M. E. O'Neill, Developing a seed_seq alternative, 2015.
struct SeedSequence {
    private var pool: [UInt32] = []
    private var constant: UInt32 = 0x43b0_d7e5

    /// - Parameter entropy: the seed's 32-bit digits from the lowest up.
    init(_ entropy: [UInt32]) {
        for index in 0..<4 { pool.append(hashed(index < entropy.count ? entropy[index] : 0)) }
        for source in 0..<4 {
            for target in 0..<4 where target != source { pool[target] = mixed(pool[target], hashed(pool[source])) }
        }
        for digit in entropy.dropFirst(4) {
            for target in 0..<4 { pool[target] = mixed(pool[target], hashed(digit)) }
        }
    }

    private mutating func hashed(_ value: UInt32) -> UInt32 {
        var bits = value ^ constant
        constant &*= 0x931e_8875
        bits &*= constant
        return bits ^ (bits >> 16)
    }

    private func mixed(_ x: UInt32, _ y: UInt32) -> UInt32 {
        let bits = 0xca01_f9dd &* x &- 0x4973_f715 &* y
        return bits ^ (bits >> 16)
    }

    /// So many 64-bit words of state.
    func words(_ count: Int) -> [UInt64] {
        var constant: UInt32 = 0x8b51_f9dd
        let halves = (0..<2 * count).map { index in
            var bits = pool[index % 4] ^ constant
            constant &*= 0x58f3_8ded
            bits &*= constant
            return UInt64(bits ^ (bits >> 16))
        }
        return (0..<count).map { halves[2 * $0] | halves[2 * $0 + 1] << 32 }
    }
}
