/// The seed of a stream of random numbers, as TensorFlow's stateless generators take it: two numbers of 64 bits.
public struct RandomSeed: Hashable, Sendable {
    /// The number that a person chooses or a session draws.
    public let first: Int
    /// 0, or the number of streams that were drawn with the first number before.
    public let second: Int

    /// Makes a seed of two numbers.
    public init(_ first: Int, _ second: Int = 0) {
        self.first = first
        self.second = second
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
