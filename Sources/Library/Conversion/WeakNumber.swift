import Arrays
import Interpreter

/// Python's own numbers beside arrays: they take the array's type, and must fit in it.
///
/// Source: NEP 50.
enum WeakNumber {
    /// A whole number for arrays of a type.
    /// - Throws: OverflowError where it is beyond an integer type.
    static func whole(_ number: Int, in type: NumericType?) throws(RaisedError) -> Int {
        if let type, let bounds = type.bounds, number < bounds.low || (number > 0 && UInt64(number) > bounds.high) {
            throw outOfBounds("\(number)", type)
        }
        return number
    }

    /// The whole part of a float for arrays of an integer type.
    /// - Throws: ValueError for what is not a number, OverflowError beyond the type.
    static func whole(_ number: Double, in type: NumericType?) throws(RaisedError) -> Int {
        if number.isNaN { throw RaisedError(.valueError, "cannot convert float NaN to integer") }
        if number.isInfinite { throw RaisedError(.overflowError, "cannot convert float infinity to integer") }
        guard let whole = Int(exactly: number.rounded(.towardZero)) else {
            // uint64 holds more than Int.
            if type == .uint64, number > 0, number < 0x1p64 { return Int(truncatingIfNeeded: UInt64(number)) }
            throw RaisedError(.overflowError, "Python int too large to convert to C long")
        }
        return try self.whole(whole, in: type)
    }

    /// A plain number as an array of one, of the type it takes beside `array`; nil for other values.
    /// - Parameter operation: what is done with it. Comparisons see a number beyond the type as infinity, and quotients
    ///   are floats.
    /// - Throws: OverflowError where a whole number is beyond the array's integers.
    static func array(
        _ value: Value, like array: NumericArray, for operation: ArrayOperation? = nil
    ) throws(RaisedError) -> NumericArray? {
        let type = array.type
        switch value {
        case .bool(let truth): return try raising { try NumericArray(shape: [], bools: [truth]) }
        case .float(let number):
            return try raising {
                try NumericArray(shape: [], doubles: [number]).converted(to: type.isFloat ? type : .float64)
            }
        case .int, .big:
            if type.isFloat || operation == .divide {
                var number = 0.0
                if case .int(let whole) = value { number = Double(whole) }
                if case .big(let whole) = value { number = whole.double }
                let real = number
                return try raising { try NumericArray(shape: [], doubles: [real]).converted(to: type.average) }
            }
            let integers = type.isInteger ? type : .int64
            do throws(RaisedError) {
                return try ArrayBuilder.array(from: value, type: integers)
            } catch {
                guard operation?.isComparison == true, error.exception.type === ExceptionType.overflowError else {
                    throw error
                }
                let isNegative = value.repr.hasPrefix("-")
                return try raising { try NumericArray(shape: [], doubles: [isNegative ? -.infinity : .infinity]) }
            }
        default: return nil
        }
    }

    private static func outOfBounds(_ number: String, _ type: NumericType) -> RaisedError {
        RaisedError(.overflowError, "Python integer \(number) out of bounds for \(type.rawValue)")
    }
}
