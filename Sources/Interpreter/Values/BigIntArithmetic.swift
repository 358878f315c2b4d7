extension BigInt {
    static prefix func - (a: BigInt) -> BigInt { BigInt(isNegative: !a.isNegative, digits: a.digits) }

    static func + (a: BigInt, b: BigInt) -> BigInt {
        if a.isNegative == b.isNegative { return BigInt(isNegative: a.isNegative, digits: sum(a.digits, b.digits)) }
        if isLess(a.digits, b.digits) {
            return BigInt(isNegative: b.isNegative, digits: difference(b.digits, a.digits))
        }
        return BigInt(isNegative: a.isNegative, digits: difference(a.digits, b.digits))
    }

    static func - (a: BigInt, b: BigInt) -> BigInt { a + -b }

    static func * (a: BigInt, b: BigInt) -> BigInt {
        var result = [UInt32](repeating: 0, count: a.digits.count + b.digits.count)
        for i in a.digits.indices {
            var carry: UInt64 = 0
            for j in b.digits.indices {
                carry += UInt64(a.digits[i]) * UInt64(b.digits[j]) + UInt64(result[i + j])
                result[i + j] = UInt32(truncatingIfNeeded: carry)
                carry >>= 32
            }
            result[i + b.digits.count] = UInt32(carry)
        }
        return BigInt(isNegative: a.isNegative != b.isNegative, digits: result)
    }

    /// Quotient rounded down and the remainder, which has the divisor's sign, as in Python. The divisor is not zero.
    func floorDivided(by divisor: BigInt) -> (quotient: BigInt, remainder: BigInt) {
        let (digits, rest) = BigInt.divide(self.digits, divisor.digits)
        var quotient = BigInt(isNegative: isNegative != divisor.isNegative, digits: digits)
        var remainder = BigInt(isNegative: isNegative, digits: rest)
        if !remainder.isZero, remainder.isNegative != divisor.isNegative {
            quotient = quotient - BigInt(1)
            remainder = remainder + divisor
        }
        return (quotient, remainder)
    }

    func shiftedLeft(by count: Int) -> BigInt {
        let (words, bits) = (count / 32, UInt32(count % 32))
        var result = [UInt32](repeating: 0, count: words)
        var carry: UInt32 = 0
        for digit in digits {
            result.append(digit << bits | carry)
            carry = bits == 0 ? 0 : digit >> (32 - bits)
        }
        result.append(carry)
        return BigInt(isNegative: isNegative, digits: result)
    }

    /// The magnitude without its lowest bits; the sign stays.
    func shiftedRight(by count: Int) -> BigInt {
        let (words, bits) = (count / 32, UInt32(count % 32))
        guard words < digits.count else { return BigInt(0) }
        var result = Array(digits[words...])
        for index in result.indices {
            let above = index + 1 < result.count && bits > 0 ? result[index + 1] << (32 - bits) : 0
            result[index] = result[index] >> bits | above
        }
        return BigInt(isNegative: isNegative, digits: result)
    }

    /// The number to a power of zero or more.
    func raised(to exponent: Int) -> BigInt {
        var (result, base, rest) = (BigInt(1), self, exponent)
        while rest > 0 {
            if rest & 1 == 1 { result = result * base }
            rest >>= 1
            if rest > 0 { base = base * base }
        }
        return result
    }

    private static func sum(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
        var result: [UInt32] = []
        var carry: UInt64 = 0
        for index in 0..<max(a.count, b.count) {
            carry += UInt64(index < a.count ? a[index] : 0) + UInt64(index < b.count ? b[index] : 0)
            result.append(UInt32(truncatingIfNeeded: carry))
            carry >>= 32
        }
        result.append(UInt32(carry))
        return result
    }

    /// a − b, where a is not the smaller.
    private static func difference(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
        var result = a
        var borrow: Int64 = 0
        for index in a.indices {
            var digit = Int64(a[index]) - Int64(index < b.count ? b[index] : 0) - borrow
            borrow = digit < 0 ? 1 : 0
            if digit < 0 { digit += 1 << 32 }
            result[index] = UInt32(digit)
        }
        return result
    }

    /// Long division of magnitudes. Source: Knuth, The Art of Computer Programming 2, algorithm D.
    private static func divide(_ a: [UInt32], _ b: [UInt32]) -> (quotient: [UInt32], remainder: [UInt32]) {
        if isLess(a, b) { return ([], a) }
        if b.count == 1 { return divideBySmall(a, b[0]) }
        let shift = b[b.count - 1].leadingZeroBitCount
        let divisor = BigInt(isNegative: false, digits: b).shiftedLeft(by: shift).digits
        var rest = BigInt(isNegative: false, digits: a).shiftedLeft(by: shift).digits
        while rest.count <= a.count { rest.append(0) }
        let n = divisor.count
        var quotient = [UInt32](repeating: 0, count: rest.count - n)
        for j in (0..<(rest.count - n)).reversed() {
            let top = UInt64(rest[j + n]) << 32 | UInt64(rest[j + n - 1])
            var guess = top / UInt64(divisor[n - 1])
            var left = top % UInt64(divisor[n - 1])
            while guess >= 1 << 32 || guess * UInt64(divisor[n - 2]) > left << 32 | UInt64(rest[j + n - 2]) {
                guess -= 1
                left += UInt64(divisor[n - 1])
                if left >= 1 << 32 { break }
            }
            if subtract(guess, divisor, from: &rest, at: j) {
                guess -= 1
                addBack(divisor, to: &rest, at: j)
            }
            quotient[j] = UInt32(truncatingIfNeeded: guess)
        }
        let remainder = BigInt(isNegative: false, digits: Array(rest[0..<n])).shiftedRight(by: shift).digits
        return (quotient, remainder)
    }

    private static func divideBySmall(_ a: [UInt32], _ b: UInt32) -> (quotient: [UInt32], remainder: [UInt32]) {
        var quotient = a
        var rest: UInt64 = 0
        for index in a.indices.reversed() {
            let value = rest << 32 | UInt64(a[index])
            quotient[index] = UInt32(value / UInt64(b))
            rest = value % UInt64(b)
        }
        return (quotient, [UInt32(rest)])
    }

    /// Subtracts guess · divisor; answers whether the result went below zero.
    private static func subtract(_ guess: UInt64, _ divisor: [UInt32], from rest: inout [UInt32], at j: Int) -> Bool {
        var borrow: Int64 = 0
        var carry: UInt64 = 0
        for i in divisor.indices {
            carry += guess * UInt64(divisor[i])
            let digit = Int64(rest[i + j]) - borrow - Int64(carry & 0xFFFF_FFFF)
            rest[i + j] = UInt32(truncatingIfNeeded: digit)
            borrow = digit < 0 ? 1 : 0
            carry >>= 32
        }
        let digit = Int64(rest[j + divisor.count]) - borrow - Int64(carry)
        rest[j + divisor.count] = UInt32(truncatingIfNeeded: digit)
        return digit < 0
    }

    private static func addBack(_ divisor: [UInt32], to rest: inout [UInt32], at j: Int) {
        var carry: UInt64 = 0
        for i in divisor.indices {
            carry += UInt64(rest[i + j]) + UInt64(divisor[i])
            rest[i + j] = UInt32(truncatingIfNeeded: carry)
            carry >>= 32
        }
        rest[j + divisor.count] = UInt32(truncatingIfNeeded: UInt64(rest[j + divisor.count]) + carry)
    }
}
