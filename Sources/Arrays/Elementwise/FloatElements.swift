import TensorEngine

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension ArrayElement where Self: BinaryFloatingPoint {
    static func combined(
        _ a: NumericArray, _ b: NumericArray, _ operation: ArrayOperation
    ) throws(EngineError) -> NumericArray {
        switch operation {
        case .add: return try pairs(a, b) { $0 + $1 }
        case .subtract: return try pairs(a, b) { $0 - $1 }
        case .multiply: return try pairs(a, b) { $0 * $1 }
        case .divide: return try pairs(a, b) { $0 / $1 }
        case .floorDivide: return try pairs(a, b, floorQuotient)
        case .modulo:
            return try pairs(a, b) { x, y in
                let rest = x.truncatingRemainder(dividingBy: y)
                if rest == 0 { return Self(signOf: y, magnitudeOf: 0) }
                return (rest < 0) != (y < 0) ? rest + y : rest
            }
        case .power: return try pairs(a, b) { Self(pow(Double($0), Double($1))) }
        case .maximum: return try pairs(a, b) { $0.isNaN || $1.isNaN ? .nan : Swift.max($0, $1) }
        case .minimum: return try pairs(a, b) { $0.isNaN || $1.isNaN ? .nan : Swift.min($0, $1) }
        default: throw operation.unsupported()
        }
    }

    /// From the remainder, as Python has it: ∞ // 2 is not a number.
    private static func floorQuotient(_ x: Self, _ y: Self) -> Self {
        guard y != 0 else { return x / y }
        let rest = x.truncatingRemainder(dividingBy: y)
        let quotient = ((x - rest) / y).rounded()
        if rest != 0, (rest < 0) != (y < 0) { return quotient - 1 }
        return quotient == 0 ? Self(signOf: x / y, magnitudeOf: 0) : quotient
    }

    static func mapped(_ array: NumericArray, _ function: ArrayFunction) throws(EngineError) -> NumericArray {
        switch function {
        case .floor: try map(array) { $0.rounded(.down) }
        case .ceil: try map(array) { $0.rounded(.up) }
        case .truncate: try map(array) { $0.rounded(.towardZero) }
        case .round: try map(array) { $0.rounded(.toNearestOrEven) }
        case .negative: try map(array) { -$0 }
        case .square: try map(array) { $0 * $0 }
        case .sign: try map(array) { $0 > 0 ? 1 : ($0 < 0 ? -1 : ($0 == 0 ? 0 : $0)) }
        case .magnitude: try map(array) { $0.magnitude }
        case .reciprocal: try map(array) { 1 / $0 }
        case .invert: throw .unsupportedType(NumericArray.unsupported("invert"))
        case .isNaN: try map(array) { $0.isNaN }
        case .isInfinite: try map(array) { $0.isInfinite }
        case .isFinite: try map(array) { $0.isFinite }
        case .not: try map(array) { $0 == 0 }
        case .squareRoot: try map(array) { $0.squareRoot() }
        case .real(let function): try map(array) { Self(function(Double($0))) }
        }
    }
}
