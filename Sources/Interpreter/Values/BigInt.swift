/// A whole number of any size: a sign, and 32-bit digits from the smallest up.
public struct BigInt: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Whether it is below zero; never for zero itself.
    public private(set) var isNegative: Bool
    private(set) var digits: [UInt32]

    init(isNegative: Bool, digits: [UInt32]) {
        var trimmed = digits
        while trimmed.last == 0 { trimmed.removeLast() }
        self.digits = trimmed
        self.isNegative = isNegative && !trimmed.isEmpty
    }

    /// The integer of 64 bits as a BigInt.
    public init(_ value: Int) {
        let magnitude = value.magnitude
        self.init(
            isNegative: value < 0,
            digits: [UInt32(truncatingIfNeeded: magnitude), UInt32(truncatingIfNeeded: magnitude >> 32)])
    }

    /// The whole part of a finite float.
    public init(_ value: Double) {
        let whole = value.rounded(.towardZero).magnitude
        guard whole >= 1 else {
            self.init(0)
            return
        }
        let exponent = Int(whole.exponent)
        let shift = max(0, exponent - 52)
        let significand = UInt64(exponent > 52 ? whole.significand * 4_503_599_627_370_496 : whole)
        let base = BigInt(
            isNegative: value < 0,
            digits: [UInt32(truncatingIfNeeded: significand), UInt32(truncatingIfNeeded: significand >> 32)])
        self = base.shiftedLeft(by: shift)
    }

    /// Reads decimal digits, perhaps with a sign; nil for anything else.
    public init?(_ text: String) {
        var digits = Substring(text)
        let isNegative = digits.hasPrefix("-")
        if isNegative || digits.hasPrefix("+") { digits.removeFirst() }
        guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        var result: [UInt32] = []
        while !digits.isEmpty {
            let chunk = digits.prefix(9)
            digits = digits.dropFirst(9)
            var scale: UInt64 = 1
            for _ in 0..<chunk.count { scale *= 10 }
            var carry = UInt64(chunk) ?? 0
            for index in result.indices {
                carry += UInt64(result[index]) * scale
                result[index] = UInt32(truncatingIfNeeded: carry)
                carry >>= 32
            }
            if carry > 0 { result.append(UInt32(carry)) }
        }
        self.init(isNegative: isNegative, digits: result)
    }

    /// The number as an Int; nil where it does not fit.
    public var int: Int? {
        guard digits.count <= 2 else { return nil }
        let magnitude = digits.enumerated().reduce(UInt64(0)) { $0 | UInt64($1.element) << (32 * UInt64($1.offset)) }
        if isNegative { return magnitude <= UInt64(Int.max) + 1 ? Int(truncatingIfNeeded: 0 &- magnitude) : nil }
        return Int(exactly: magnitude)
    }

    /// The nearest float; infinite where it is too large.
    public var double: Double {
        let width = bitWidth
        guard width > 64 else {
            let magnitude = digits.enumerated().reduce(UInt64(0)) {
                $0 | UInt64($1.element) << (32 * UInt64($1.offset))
            }
            return isNegative ? -Double(magnitude) : Double(magnitude)
        }
        guard width <= 1100 else { return isNegative ? -.infinity : .infinity }
        // The lowest of the 64 leading bits stands for all that follow, so that rounding is right.
        let shift = width - 64
        let top = BigInt(isNegative: false, digits: digits).shiftedRight(by: shift)
        var leading = top.digits.enumerated().reduce(UInt64(0)) { $0 | UInt64($1.element) << (32 * UInt64($1.offset)) }
        if top.shiftedLeft(by: shift) != BigInt(isNegative: false, digits: digits) { leading |= 1 }
        let value = Double(sign: .plus, exponent: shift, significand: Double(leading))
        return isNegative ? -value : value
    }

    /// Number of bits without the sign.
    public var bitWidth: Int {
        guard let last = digits.last else { return 0 }
        return digits.count * 32 - last.leadingZeroBitCount
    }

    /// Whether it is zero.
    public var isZero: Bool { digits.isEmpty }

    /// The value as Python writes it.
    public var description: String {
        guard !digits.isEmpty else { return "0" }
        var rest = digits
        var chunks: [String] = []
        while !rest.isEmpty {
            var remainder: UInt64 = 0
            for index in rest.indices.reversed() {
                let value = remainder << 32 | UInt64(rest[index])
                rest[index] = UInt32(value / 1_000_000_000)
                remainder = value % 1_000_000_000
            }
            while rest.last == 0 { rest.removeLast() }
            let text = String(remainder)
            chunks.append(rest.isEmpty ? text : String(repeating: "0", count: 9 - text.count) + text)
        }
        return (isNegative ? "-" : "") + chunks.reversed().joined()
    }

    /// Whether the first comes before the second.
    public static func < (a: BigInt, b: BigInt) -> Bool {
        if a.isNegative != b.isNegative { return a.isNegative }
        return a.isNegative ? isLess(b.digits, a.digits) : isLess(a.digits, b.digits)
    }

    static func isLess(_ a: [UInt32], _ b: [UInt32]) -> Bool {
        if a.count != b.count { return a.count < b.count }
        for index in a.indices.reversed() where a[index] != b[index] { return a[index] < b[index] }
        return false
    }
}
