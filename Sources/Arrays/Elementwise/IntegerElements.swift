import TensorEngine

extension ArrayElement where Self: FixedWidthInteger {
    /// Integers wrap; division by zero gives 0, as in numpy.
    static func combined(
        _ a: NumericArray, _ b: NumericArray, _ operation: ArrayOperation
    ) throws(EngineError) -> NumericArray {
        switch operation {
        case .add: return try pairs(a, b) { $0 &+ $1 }
        case .subtract: return try pairs(a, b) { $0 &- $1 }
        case .multiply: return try pairs(a, b) { $0 &* $1 }
        case .floorDivide: return try pairs(a, b) { floorDivision($0, $1).quotient }
        case .modulo: return try pairs(a, b) { floorDivision($0, $1).remainder }
        case .power:
            let hasNegative = try withElements(of: b) { (y) throws(EngineError) in y.contains { $0 < 0 } }
            if hasNegative { throw .invalidArgument("Integers to negative integer powers are not allowed.") }
            return try pairs(a, b) { power($0, $1) }
        case .maximum: return try pairs(a, b) { Swift.max($0, $1) }
        case .minimum: return try pairs(a, b) { Swift.min($0, $1) }
        case .and: return try pairs(a, b) { $0 & $1 }
        case .or: return try pairs(a, b) { $0 | $1 }
        case .xor: return try pairs(a, b) { $0 ^ $1 }
        case .shiftLeft: return try pairs(a, b) { $1 < 0 ? 0 : $0 << $1 }
        case .shiftRight: return try pairs(a, b) { $1 < 0 ? ($0 < 0 ? ~0 : 0) : $0 >> $1 }
        default: throw operation.unsupported()
        }
    }

    private static func floorDivision(_ x: Self, _ y: Self) -> (quotient: Self, remainder: Self) {
        if y == 0 { return (0, 0) }
        // The quotient of the smallest number and −1 wraps.
        let (quotient, overflow) = x.dividedReportingOverflow(by: y)
        if overflow { return (x, 0) }
        let rest = x - quotient * y
        return rest != 0 && (rest < 0) != (y < 0) ? (quotient - 1, rest + y) : (quotient, rest)
    }

    private static func power(_ base: Self, _ exponent: Self) -> Self {
        var (result, factor, rest) = (1 as Self, base, exponent)
        while rest > 0 {
            if rest & 1 == 1 { result = result &* factor }
            factor = factor &* factor
            rest >>= 1
        }
        return result
    }

    static func mapped(_ array: NumericArray, _ function: ArrayFunction) throws(EngineError) -> NumericArray {
        switch function {
        case .floor, .ceil, .truncate: return array
        case .negative: return try map(array) { 0 &- $0 }
        case .square: return try map(array) { $0 &* $0 }
        case .sign: return try map(array) { $0 > 0 ? 1 as Self : ($0 < 0 ? 0 &- 1 : 0) }
        case .magnitude: return try map(array) { $0 < 0 ? 0 &- $0 : $0 }
        // numpy's 1 / 0 of integers is the number that a float's infinity is cast to.
        case .reciprocal: return try map(array) { $0 == 0 ? Self(real: .infinity) : 1 / $0 }
        case .invert: return try map(array) { ~$0 }
        case .isNaN, .isInfinite: return try map(array) { _ in false }
        case .isFinite: return try map(array) { _ in true }
        case .not: return try map(array) { $0 == 0 }
        default: return try array.converted(to: type.real).mapped(function)
        }
    }
}
