/// MT19937, the generator behind Python's `random` and `numpy.random.seed`.
///
/// Source: M. Matsumoto, T. Nishimura, Mersenne Twister, 1998.
public struct MersenneTwister: Sendable {
    private var state: [UInt32]
    private var position: Int

    /// The generator of a seed.
    public init(seed: UInt32) {
        state = [seed]
        for index in 1..<624 {
            let previous = state[index - 1]
            state.append(1_812_433_253 &* (previous ^ (previous >> 30)) &+ UInt32(index))
        }
        position = 624
    }

    /// The generator of a key of several words, as Python's `random.seed` makes one.
    ///
    /// Source: `init_by_array` of the authors' 2002 code.
    public init(key: [UInt32]) {
        self.init(seed: 19_650_218)
        let key = key.isEmpty ? [0] : key
        var (place, word) = (1, 0)
        func mixed(_ factor: UInt32) -> UInt32 {
            state[place] ^ ((state[place - 1] ^ (state[place - 1] >> 30)) &* factor)
        }
        func step() {
            place += 1
            if place == 624 {
                state[0] = state[623]
                place = 1
            }
        }
        for _ in 0..<max(624, key.count) {
            state[place] = mixed(1_664_525) &+ key[word] &+ UInt32(word)
            word = (word + 1) % key.count
            step()
        }
        for _ in 0..<623 {
            state[place] = mixed(1_566_083_941) &- UInt32(place)
            step()
        }
        state[0] = 0x8000_0000
    }

    private mutating func twist() {
        for index in 0..<624 {
            let bits = (state[index] & 0x8000_0000) | (state[(index + 1) % 624] & 0x7fff_ffff)
            state[index] = state[(index + 397) % 624] ^ (bits >> 1) ^ (bits & 1 == 0 ? 0 : 0x9908_b0df)
        }
        position = 0
    }

    /// 32 random bits.
    public mutating func next32() -> UInt32 {
        if position == 624 { twist() }
        var bits = state[position]
        position += 1
        bits ^= bits >> 11
        bits ^= (bits << 7) & 0x9d2c_5680
        bits ^= (bits << 15) & 0xefc6_0000
        return bits ^ (bits >> 18)
    }

    /// 64 random bits, the upper half first.
    public mutating func next64() -> UInt64 {
        let upper = UInt64(next32())
        return upper << 32 | UInt64(next32())
    }

    /// A number in [0, 1).
    public mutating func nextUnit() -> Double {
        let upper = Double(next32() >> 5)
        return (upper * 67_108_864 + Double(next32() >> 6)) / 9_007_199_254_740_992
    }
}
