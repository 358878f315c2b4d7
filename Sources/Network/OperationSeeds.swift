import TensorEngine

/// The seeds of TensorFlow's own random operations: `tf.random.normal`, `tf.nn.dropout`, …
///
/// An operation without a seed draws one from a generator that TensorFlow's global seed begins; one with a seed goes on,
/// call by call, where it stopped. Source: `get_seed` in tensorflow/python/framework/random_seed.py, whose eager
/// operations keep a generator for each seed.
public struct OperationSeeds: Sendable {
    private let global: Int
    private var random: PythonRandom
    private var drawn: [Kept: Int] = [:]
    /// How many seeds were given out.
    public private(set) var count = 0

    private struct Kept: Hashable {
        let operation: String
        let seed: Int
    }

    /// The state after `tf.random.set_seed(global)`.
    public init(global: Int) {
        self.global = global
        random = PythonRandom(seed: global)
    }

    /// The seed for one call.
    /// - Parameters:
    ///   - operation: the operation's name and type, as each has generators of its own.
    ///   - seed: the seed it was given; nil for none.
    ///   - blocks: the blocks of four numbers that the call uses up.
    public mutating func next(_ operation: String, seed: Int?, blocks: Int) -> RandomSeed {
        count += 1
        guard let seed else { return stream(own: random.below(Int(Int32.max) + 1), drawn: 0) }
        let own = OperationSeeds.reduced(seed)
        let kept = Kept(operation: operation, seed: own)
        let before = drawn[kept, default: 0]
        drawn[kept] = before &+ blocks
        return stream(own: own, drawn: before)
    }

    /// TensorFlow takes two zeros as a request for a nondeterministic seed, and replaces the second.
    private func stream(own: Int, drawn: Int) -> RandomSeed {
        let (global, own) = (OperationSeeds.reduced(global), OperationSeeds.reduced(own))
        return RandomSeed(global: global, own: global == 0 && own == 0 ? Int(Int32.max) : own, blocksDrawn: drawn)
    }

    /// The number modulo 2³¹ − 1, from 0 up.
    private static func reduced(_ number: Int) -> Int {
        let rest = number % Int(Int32.max)
        return rest < 0 ? rest + Int(Int32.max) : rest
    }
}
