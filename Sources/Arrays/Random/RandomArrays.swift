import TensorEngine

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What numpy's generators draw: the methods that the old one and the new one share. After an interrupt a shuffle stops:
/// the caller checks `Interrupt`.
public protocol RandomArrays: AnyObject {
    /// A number in [0, 1).
    func unit() -> Double
    /// A number of the normal distribution with mean 0 and deviation 1.
    func normal() -> Double
    /// A number in 0...largest, as `randint` and `integers` draw it.
    func whole(upTo largest: UInt64) -> UInt64
    /// A number in 0...largest, as shuffling draws it.
    func place(upTo largest: Int) -> Int
    /// So many of 0..<count, each once.
    func distinct(_ size: Int, of count: Int) -> [Int]
}

extension RandomArrays {
    /// The numbers 0..<count in random order (Fisher–Yates, from the end).
    public func permutation(_ count: Int) -> [Int] {
        var order = Array(0..<count)
        shuffle(&order, from: 1)
        return order
    }

    /// Puts the items from a position on in random order.
    func shuffle(_ items: inout [Int], from first: Int) {
        for index in stride(from: items.count - 1, through: max(first, 0), by: -1) {
            if Interrupt.isRequested { return }
            items.swapAt(index, place(upTo: index))
        }
    }
}

/// `numpy.random.RandomState`: the generator that `numpy.random.seed` seeds.
public final class LegacyGenerator: RandomArrays {
    /// Where a generator stands.
    public struct State: Sendable {
        fileprivate var bits: MersenneTwister
        /// The second of two normal numbers, kept for the next call.
        fileprivate var kept: Double?
    }

    /// Where it stands; can be set to continue from there.
    public var state: State

    /// The generator of a seed.
    public init(seed: UInt32) { state = State(bits: MersenneTwister(seed: seed)) }

    /// A number in [0, 1).
    public func unit() -> Double { state.bits.nextUnit() }

    /// A normal number by Marsaglia's polar method, which yields two at a time.
    public func normal() -> Double {
        if let kept = state.kept {
            state.kept = nil
            return kept
        }
        while true {
            let x = 2 * state.bits.nextUnit() - 1
            let y = 2 * state.bits.nextUnit() - 1
            let square = x * x + y * y
            guard square < 1, square != 0 else { continue }
            let factor = (-2 * log(square) / square).squareRoot()
            state.kept = factor * x
            return factor * y
        }
    }

    /// A number in 0...largest.
    public func whole(upTo largest: UInt64) -> UInt64 { state.bits.masked(upTo: largest) }

    /// A number in 0...largest.
    public func place(upTo largest: Int) -> Int { Int(state.bits.masked(upTo: UInt64(max(largest, 0)))) }

    /// So many of 0..<count, each once.
    public func distinct(_ size: Int, of count: Int) -> [Int] { Array(permutation(count).prefix(size)) }
}

/// `numpy.random.Generator`: what `numpy.random.default_rng` makes.
public final class ModernGenerator: RandomArrays {
    private var bits: PermutedCongruential

    /// The generator of a seed, given as its 32-bit digits from the lowest up.
    public init(seed: [UInt32]) { bits = PermutedCongruential(seed: seed) }

    /// A number in [0, 1).
    public func unit() -> Double { bits.nextUnit() }

    /// A number of the normal distribution.
    public func normal() -> Double { Ziggurat.normal.draw(&bits) }

    /// A number in 0...largest.
    public func whole(upTo largest: UInt64) -> UInt64 { bits.multiplied(upTo: largest) }

    /// A number in 0...largest.
    public func place(upTo largest: Int) -> Int { Int(bits.masked(upTo: UInt64(max(largest, 0)))) }

    private func bounded(_ largest: Int) -> Int { Int(bits.multiplied(upTo: UInt64(max(largest, 0)))) }

    /// So many of 0..<count, each once: the end of a shuffle where many are wanted of many, else Floyd's algorithm.
    public func distinct(_ size: Int, of count: Int) -> [Int] {
        if count > 10_000, size > count / 50 {
            var order = Array(0..<count)
            mix(&order, from: max(count - size, 1))
            return Array(order.suffix(size))
        }
        var taken: Set<Int> = []
        var chosen = (count - size..<count).map { last in
            if Interrupt.isRequested { return last }
            let candidate = bounded(last)
            let number = taken.contains(candidate) ? last : candidate
            taken.insert(number)
            return number
        }
        mix(&chosen, from: 1)
        return chosen
    }

    /// Shuffles as `choice` does, which draws in another way than `shuffle`.
    private func mix(_ items: inout [Int], from first: Int) {
        for index in stride(from: items.count - 1, through: first, by: -1) {
            if Interrupt.isRequested { return }
            items.swapAt(index, bounded(index))
        }
    }
}
