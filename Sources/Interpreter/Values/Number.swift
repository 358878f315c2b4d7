/// A value as a number, bools included.
enum Number {
    case int(Int)
    case big(BigInt)
    case float(Double)

    init?(_ value: Value) {
        switch value {
        case .bool(let truth): self = .int(truth ? 1 : 0)
        case .int(let number): self = .int(number)
        case .big(let number): self = .big(number)
        case .float(let number): self = .float(number)
        default: return nil
        }
    }

    var isFloat: Bool { if case .float = self { true } else { false } }

    /// The nearest float.
    /// - Throws: OverflowError where it would be infinite.
    func double() throws(RaisedError) -> Double {
        switch self {
        case .int(let number): return Double(number)
        case .float(let number): return number
        case .big(let number):
            let value = number.double
            guard value.isFinite else { throw RaisedError(.overflowError, "int too large to convert to float") }
            return value
        }
    }

    /// The number as a whole number of any size; nil for floats.
    var whole: BigInt? {
        switch self {
        case .int(let number): BigInt(number)
        case .big(let number): number
        case .float: nil
        }
    }

    /// The number as a whole one of 64 bits, where it is one.
    var exactInt: Int? {
        switch self {
        case .int(let number): number
        case .big: nil
        case .float(let number): Int(exactly: number)
        }
    }

    static func areEqual(_ a: Number, _ b: Number) -> Bool { compare(a, b) == 0 }

    /// −1, 0 or 1; nil where one is not a number.
    static func compare(_ a: Number, _ b: Number) -> Int? {
        switch (a, b) {
        case (.int(let x), .int(let y)): return x < y ? -1 : (x == y ? 0 : 1)
        case (.float(let x), .float(let y)): return order(x, y)
        case (.int(let x), .float(let y)):
            if x.magnitude < 1 << 53 { return order(Double(x), y) }
            return compareWhole(BigInt(x), y)
        case (.float(let x), .int(let y)):
            if y.magnitude < 1 << 53 { return order(x, Double(y)) }
            return compareWhole(BigInt(y), x).map { -$0 }
        case (.big(let x), .float(let y)): return compareWhole(x, y)
        case (.float(let x), .big(let y)): return compareWhole(y, x).map { -$0 }
        default:
            guard let x = a.whole, let y = b.whole else { return nil }
            return x < y ? -1 : (x == y ? 0 : 1)
        }
    }

    private static func order(_ x: Double, _ y: Double) -> Int? {
        x < y ? -1 : (x == y ? 0 : (x > y ? 1 : nil))
    }

    private static func compareWhole(_ x: BigInt, _ y: Double) -> Int? {
        if y.isNaN { return nil }
        if y.isInfinite { return y > 0 ? -1 : 1 }
        let whole = BigInt(y)
        if x != whole { return x < whole ? -1 : 1 }
        let fraction = y - y.rounded(.towardZero)
        return fraction > 0 ? -1 : (fraction < 0 ? 1 : 0)
    }
}
