/// The methods of `int` and `float`.
enum NumberMethods {
    static let all: [Method] = [
        Method("is_integer", [], "Whether there is nothing after the point.") { value, _, _ throws(RaisedError) in
            if case .float(let number) = value { return .bool(number.isFinite && number == number.rounded()) }
            return .bool(true)
        },
        Method("bit_length", [], "Number of bits without the sign.") { value, _, _ throws(RaisedError) in
            guard case .int(let number) = value else { return .int(0) }
            return .int(Int.bitWidth - number.magnitude.leadingZeroBitCount)
        },
        Method("conjugate", [], "The number itself.") { value, _, _ throws(RaisedError) in value },
    ]
}
