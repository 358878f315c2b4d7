/// The least and greatest finite value of some numbers, and what was not finite.
public struct ValueRange: Hashable, Sendable {
    /// The least finite value; 0 if there is none.
    public private(set) var minimum: Float = 0
    /// The greatest finite value; 0 if there is none.
    public private(set) var maximum: Float = 0
    /// How many values were finite.
    public private(set) var finiteCount = 0
    /// How many were not a number.
    public private(set) var nanCount = 0
    /// How many were infinite, of either sign.
    public private(set) var infinityCount = 0

    /// The range of no values.
    public init() {}

    /// The range of `values`.
    public init(_ values: some Sequence<Float>) {
        for value in values { insert(value) }
    }

    /// A range that was found elsewhere.
    init(minimum: Float, maximum: Float, finiteCount: Int, nanCount: Int, infinityCount: Int) {
        if finiteCount > 0 { (self.minimum, self.maximum) = (minimum, maximum) }
        self.finiteCount = finiteCount
        self.nanCount = nanCount
        self.infinityCount = infinityCount
    }

    /// How many values there were.
    public var count: Int { finiteCount + nanCount + infinityCount }

    /// Whether some finite value is below zero.
    public var isSigned: Bool { minimum < 0 }

    /// Whether all finite values are the same.
    public var isConstant: Bool { minimum == maximum }

    /// Takes one more value into account.
    public mutating func insert(_ value: Float) {
        if value.isNaN {
            nanCount += 1
        } else if value.isInfinite {
            infinityCount += 1
        } else {
            minimum = finiteCount == 0 ? value : min(minimum, value)
            maximum = finiteCount == 0 ? value : max(maximum, value)
            finiteCount += 1
        }
    }

    /// Takes the values of another range into account.
    public mutating func merge(_ other: ValueRange) {
        if other.finiteCount > 0 {
            minimum = finiteCount == 0 ? other.minimum : min(minimum, other.minimum)
            maximum = finiteCount == 0 ? other.maximum : max(maximum, other.maximum)
        }
        finiteCount += other.finiteCount
        nanCount += other.nanCount
        infinityCount += other.infinityCount
    }
}
