/// The bits of whole numbers, which are those of two's complement with a sign that goes on for ever.
extension BigInt {
    static func & (a: BigInt, b: BigInt) -> BigInt { bitwise(a, b, &) }

    static func | (a: BigInt, b: BigInt) -> BigInt { bitwise(a, b, |) }

    static func ^ (a: BigInt, b: BigInt) -> BigInt { bitwise(a, b, ^) }

    private static func bitwise(_ a: BigInt, _ b: BigInt, _ combine: (UInt32, UInt32) -> UInt32) -> BigInt {
        let width = max(a.digits.count, b.digits.count) + 1
        let (x, y) = (a.complement(width), b.complement(width))
        var result = zip(x, y).map(combine)
        guard result[width - 1] >> 31 == 1 else { return BigInt(isNegative: false, digits: result) }
        negate(&result)
        return BigInt(isNegative: true, digits: result)
    }

    /// The digits in two's complement.
    private func complement(_ width: Int) -> [UInt32] {
        var result = digits + [UInt32](repeating: 0, count: width - digits.count)
        if isNegative { BigInt.negate(&result) }
        return result
    }

    private static func negate(_ digits: inout [UInt32]) {
        var carry = true
        for index in digits.indices {
            digits[index] = ~digits[index]
            if carry { (digits[index], carry) = digits[index].addingReportingOverflow(1) }
        }
    }

    /// The magnitude times a power of two, as the nearest float; infinite where it is too large.
    func scaled(by exponent: Int) -> Double {
        let magnitude = isNegative ? -self : self
        // Numbers below the normal ones have fewer bits than 53.
        let kept = min(53, bitWidth + exponent + 1074)
        guard kept >= 0 else { return 0 }
        let shift = bitWidth - kept
        guard shift > 0 else { return Double(sign: .plus, exponent: exponent, significand: magnitude.double) }
        var top = magnitude.shiftedRight(by: shift)
        let rest = magnitude - top.shiftedLeft(by: shift)
        let half = BigInt(1).shiftedLeft(by: shift - 1)
        let isOdd = (top.digits.first ?? 0) & 1 == 1
        if rest > half || (rest == half && isOdd) { top = top + BigInt(1) }
        return Double(sign: .plus, exponent: exponent + shift, significand: top.double)
    }

    /// The number to a power, modulo another.
    /// - Parameter check: asked in every step whether to go on.
    func raised(
        to exponent: BigInt, modulo modulus: BigInt, check: () throws(RaisedError) -> Void
    ) throws(RaisedError) -> BigInt {
        var (result, base) = (BigInt(1), floorDivided(by: modulus).remainder)
        for bit in 0..<exponent.bitWidth {
            try check()
            if bit > 0 { base = (base * base).floorDivided(by: modulus).remainder }
            let isSet = exponent.digits[bit / 32] >> UInt32(bit % 32) & 1 == 1
            if isSet { result = (result * base).floorDivided(by: modulus).remainder }
        }
        return result.floorDivided(by: modulus).remainder
    }

    /// The number whose product with this one is 1 modulo another; nil where there is none.
    func inverse(modulo modulus: BigInt) -> BigInt? {
        let size = modulus.isNegative ? -modulus : modulus
        var (rest, next) = (size, floorDivided(by: size).remainder)
        var (factor, nextFactor) = (BigInt(0), BigInt(1))
        while !next.isZero {
            let (quotient, remainder) = rest.floorDivided(by: next)
            (rest, next) = (next, remainder)
            (factor, nextFactor) = (nextFactor, factor - quotient * nextFactor)
        }
        return rest == BigInt(1) ? factor.floorDivided(by: size).remainder : nil
    }

    /// The magnitude in base 2, 8, 10 or 16.
    func magnitudeText(radix: Int, uppercase: Bool = false) -> String {
        if radix == 10 { return (isNegative ? -self : self).description }
        guard !isZero else { return "0" }
        let bits = radix.trailingZeroBitCount
        var text: [UInt8] = []
        let letters = Array((uppercase ? "0123456789ABCDEF" : "0123456789abcdef").utf8)
        for start in stride(from: 0, to: bitWidth, by: bits) {
            var digit = 0
            for bit in start..<min(start + bits, digits.count * 32) {
                digit |= Int(digits[bit / 32] >> UInt32(bit % 32) & 1) << (bit - start)
            }
            text.append(letters[digit])
        }
        return String(decoding: text.reversed(), as: UTF8.self)
    }

    /// Reads digits of a base from 2 to 36, without a sign; nil for anything else.
    init?(digits text: String, radix: Int) {
        guard !text.isEmpty else { return nil }
        var result: [UInt32] = []
        for character in text.utf8 {
            guard let digit = Int(String(UnicodeScalar(character)), radix: 36), digit < radix else { return nil }
            var carry = UInt64(digit)
            for index in result.indices {
                carry += UInt64(result[index]) * UInt64(radix)
                result[index] = UInt32(truncatingIfNeeded: carry)
                carry >>= 32
            }
            if carry > 0 { result.append(UInt32(carry)) }
        }
        self.init(isNegative: false, digits: result)
    }
}
