/// The methods of `int` and `float`.
enum NumberMethods {
    private static func whole(_ value: Value) -> BigInt { Number(value)?.whole ?? BigInt(0) }

    /// The number that a float is, or an object of a class that derives from `float`.
    private static func real(_ value: Value) -> Double {
        if case .float(let number) = value { number } else { (try? value.realNumber()) ?? 0 }
    }

    /// The attributes of `int`, which `bool` has too.
    static let int = AttributeTable(
        "int",
        [
            Method("bit_length()", "Number of bits without the sign.") { value, _, _ throws(RaisedError) in
                .int(whole(value).bitWidth)
            },
            Method("bit_count()", "Number of ones among the bits.") { value, _, _ throws(RaisedError) in
                .int(whole(value).digits.reduce(0) { $0 + $1.nonzeroBitCount })
            },
            Method("conjugate()", "The number itself.") { value, _, _ throws(RaisedError) in Value(whole(value)) },
            Method("to_bytes(length=1, byteorder='big', *, signed=False)", "The number as so many bytes.") {
                value, arguments, _ throws(RaisedError) in
                .bytes(try IntegerBytes(arguments).bytes(of: whole(value), count: arguments.int("length")))
            },
            Method("as_integer_ratio()", "Numerator and denominator.") { value, _, _ throws(RaisedError) in
                .tuple([Value(whole(value)), .int(1)])
            },
        ],
        [
            Attribute("real", "The number itself.") { value, _ throws(RaisedError) in Value(whole(value)) },
            Attribute("imag", "0.") { _, _ throws(RaisedError) in .int(0) },
            Attribute("numerator", "The number itself.") { value, _ throws(RaisedError) in Value(whole(value)) },
            Attribute("denominator", "1.") { _, _ throws(RaisedError) in .int(1) },
            Attribute(
                function: Declaration("from_bytes(bytes, byteorder='big', *, signed=False)", owner: "int"),
                "The number that some bytes are."
            ) { arguments, interpreter throws(RaisedError) in
                let bytes = try BytesMethods.bytes(from: arguments[0], interpreter)
                return Value(try IntegerBytes(arguments).number(of: bytes))
            },
        ])

    /// The attributes of `float`.
    static let float = AttributeTable(
        "float",
        [
            Method("is_integer()", "Whether there is nothing after the point.") { value, _, _ throws(RaisedError) in
                .bool(real(value).isFinite && real(value) == real(value).rounded())
            },
            Method("conjugate()", "The number itself.") { value, _, _ throws(RaisedError) in value },
            Method("as_integer_ratio()", "Numerator and denominator.") { value, _, _ throws(RaisedError) in
                try ratio(real(value))
            },
            Method("hex()", "The number in base 16.") { value, _, _ throws(RaisedError) in
                .string(hexadecimal(real(value)))
            },
        ],
        [
            Attribute("real", "The number itself.") { value, _ throws(RaisedError) in value },
            Attribute("imag", "0.") { _, _ throws(RaisedError) in .float(0) },
            Attribute(
                function: Declaration("fromhex(string, /)", owner: "float"), "A float from its digits in base 16."
            ) { arguments, _ throws(RaisedError) in
                try Conversion.float(hexadecimal: arguments.string(0))
            },
        ])

    private static func ratio(_ number: Double) throws(RaisedError) -> Value {
        if number.isNaN { throw RaisedError(.valueError, "cannot convert NaN to integer ratio") }
        if number.isInfinite { throw RaisedError(.overflowError, "cannot convert Infinity to integer ratio") }
        guard number != 0 else { return .tuple([.int(0), .int(1)]) }
        // The significand as a whole number, without the zeros at its end.
        let width = number.significandWidth
        let significand = BigInt(number.significand * Double(sign: .plus, exponent: width, significand: 1))
        let signed = number < 0 ? -significand : significand
        let exponent = Int(number.exponent) - width
        if exponent >= 0 { return .tuple([Value(signed.shiftedLeft(by: exponent)), .int(1)]) }
        return .tuple([Value(signed), Value(BigInt(1).shiftedLeft(by: -exponent))])
    }

    private static func hexadecimal(_ number: Double) -> String {
        if number.isNaN { return "nan" }
        let sign = number.sign == .minus ? "-" : ""
        if number.isInfinite { return sign + "inf" }
        if number == 0 { return sign + "0x0.0p+0" }
        let digits = String(number.significandBitPattern, radix: 16)
        let exponent = number.isNormal ? Int(number.exponent) : -1022
        return "\(sign)0x\(number.isNormal ? 1 : 0).\(String(repeating: "0", count: 13 - digits.count))\(digits)"
            + "p\(exponent < 0 ? "-" : "+")\(exponent.magnitude)"
    }
}
