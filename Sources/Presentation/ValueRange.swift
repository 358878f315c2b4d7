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

    /// Whether some finite value is below zero: such data is drawn in two colours round zero.
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

    /// Where `value` lies between the minimum (0) and the maximum (1); a constant is 0 if it is zero, else ½.
    func fraction(of value: Float) -> Float {
        if isConstant { return minimum == 0 ? 0 : 0.5 }
        // Halves keep the difference of two large values of different signs finite.
        let span = maximum / 2 - minimum / 2
        return max(0, min(1, (value / 2 - minimum / 2) / span))
    }

    /// Where `value` lies between −1 and 1, zero being 0 and the greatest magnitude ±1.
    func signedFraction(of value: Float) -> Float {
        let limit = max(abs(minimum), abs(maximum))
        return limit == 0 ? 0 : max(-1, min(1, value / limit))
    }

    /// The range as text: `0 … 1.73`, or `0.5 everywhere`, with a count of what is not finite.
    public var text: StyledText {
        var result = StyledText()
        if finiteCount == 0 {
            result.append("no finite values", .dim)
        } else if isConstant {
            result = "\(NumberText.compact(Double(minimum)), .number)\(" everywhere", .dim)"
        } else {
            let (low, high) = (NumberText.compact(Double(minimum)), NumberText.compact(Double(maximum)))
            result = "\(low, .number)\(" … ", .dim)\(high, .number)"
        }
        result.append(nonFiniteText)
        return result
    }

    /// ` · 3 nan · 1 inf`, or nothing.
    var nonFiniteText: StyledText {
        var result = StyledText()
        if nanCount > 0 { result += "\(" · ", .dim)\("\(NumberText.grouped(nanCount)) nan", .warning)" }
        if infinityCount > 0 { result += "\(" · ", .dim)\("\(NumberText.grouped(infinityCount)) inf", .warning)" }
        return result
    }
}
