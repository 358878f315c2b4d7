/// A small generator, so that a failing case can be had again.
struct RandomNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state &* 0x2545_F491_4F6C_DD1D
    }

    /// Numbers of one of the kinds that maps are made of: signed, not, sparse, whole, and with some that are not finite.
    mutating func values(_ count: Int) -> [Float] {
        let kind = Int.random(in: 0..<6, using: &self)
        return (0..<count).map { _ in
            let value = Float.random(in: -1...1, using: &self)
            switch kind {
            case 0: return value * 100
            case 1: return abs(value)
            case 2: return value > 0.6 ? value : 0
            case 3: return (value * 4).rounded()
            case 4:
                let dice = Int.random(in: 0..<20, using: &self)
                return [.nan, .infinity, -.infinity][safe: dice] ?? value
            default: return value * 1e-30 + 0.5
            }
        }
    }
}

extension Array {
    /// The element at a place; nil beyond the end.
    subscript(safe index: Int) -> Element? { index < count ? self[index] : nil }
}
