/// How whole numbers are written as bytes: the largest place first or the smallest, with a sign or without.
struct IntegerBytes {
    private let isLittle: Bool
    private let isSigned: Bool

    init(_ arguments: Arguments) throws(RaisedError) {
        let order = try arguments.string("byteorder")
        guard order == "little" || order == "big" else {
            throw RaisedError(.valueError, "byteorder must be either 'little' or 'big'")
        }
        isLittle = order == "little"
        isSigned = try arguments.bool("signed")
    }

    /// The number as so many bytes.
    /// - Throws: OverflowError where they are too few.
    func bytes(of number: BigInt, count: Int) throws(RaisedError) -> [UInt8] {
        guard count >= 0 else { throw RaisedError(.valueError, "length argument must be non-negative") }
        try requireText(count)
        if number.isNegative, !isSigned { throw RaisedError(.overflowError, "can't convert negative int to unsigned") }
        guard number.isZero || fits(number, bits: 8 * count) else {
            throw RaisedError(.overflowError, "int too big to convert")
        }
        let places = number.isNegative ? number + BigInt(1).shiftedLeft(by: 8 * count) : number
        var result = places.digits.flatMap { digit in (0..<4).map { UInt8(truncatingIfNeeded: digit >> (8 * $0)) } }
        result = Array(result.prefix(count)) + [UInt8](repeating: 0, count: max(0, count - result.count))
        return isLittle ? result : result.reversed()
    }

    private func fits(_ number: BigInt, bits: Int) -> Bool {
        guard isSigned else { return number.bitWidth <= bits }
        // −128 has as many places as 127.
        return (number.isNegative ? -number - BigInt(1) : number).bitWidth < bits
    }

    /// The number that some bytes are.
    func number(of bytes: [UInt8]) -> BigInt {
        let places = isLittle ? bytes : bytes.reversed()
        let digits = stride(from: 0, to: places.count, by: 4).map { start in
            places[start..<min(start + 4, places.count)].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        }
        let number = BigInt(isNegative: false, digits: digits)
        let isNegative = isSigned && places.last.map { $0 > 127 } == true
        return isNegative ? number - BigInt(1).shiftedLeft(by: 8 * bytes.count) : number
    }
}
