/// The seed of a stream of random numbers, as TensorFlow's generators take it: two numbers of 64 bits.
public struct RandomSeed: Hashable, Sendable {
    /// The number that a person chooses or a session draws.
    public let first: Int
    /// 0, or the number of streams that were drawn with the first number before; the second seed of an operation.
    public let second: Int
    /// For TensorFlow's operations that keep a generator, such as `tf.random.normal`: the blocks of four numbers that it has
    /// given before. Nil for a stateless generator, which Keras uses.
    public let blocksDrawn: Int?

    /// The seed of a stateless generator.
    public init(_ first: Int, _ second: Int = 0) {
        self.first = first
        self.second = second
        blocksDrawn = nil
    }

    /// The seed of an operation that keeps its generator.
    /// - Parameters:
    ///   - global: TensorFlow's own seed.
    ///   - own: the operation's seed.
    ///   - blocksDrawn: the blocks of four numbers that its generator has given before.
    public init(global: Int, own: Int, blocksDrawn: Int) {
        first = global
        second = own
        self.blocksDrawn = blocksDrawn
    }

    /// The same numbers modulo 2³¹ − 2, as Keras hands them to TensorFlow.
    var reduced: (first: UInt32, second: UInt32) {
        func reduce(_ number: Int) -> UInt32 {
            let modulus = Int(Int32.max) - 1
            let rest = number % modulus
            return UInt32(rest < 0 ? rest + modulus : rest)
        }
        return (reduce(first), reduce(second))
    }
}
