import TensorEngine

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// An operation on two numbers.
public enum ArrayOperation: String, Sendable, CaseIterable {
    case add, subtract, multiply, divide, floorDivide, modulo, power, maximum, minimum
    case less, lessEqual, greater, greaterEqual, equal, notEqual
    case and, or, xor

    /// Whether the result is true or false.
    public var isComparison: Bool {
        switch self {
        case .less, .lessEqual, .greater, .greaterEqual, .equal, .notEqual: true
        default: false
        }
    }
}

extension NumericArray {
    /// An operation on the elements of two arrays, broadcast to a common shape.
    /// - Throws: `EngineError` where the shapes or the types do not go together.
    public static func combine(
        _ left: NumericArray, _ right: NumericArray, _ operation: ArrayOperation
    ) throws(EngineError) -> NumericArray {
        let (a, b) = try aligned(left, right)
        if operation.isComparison { return try compare(a, b, operation) }
        switch a.type {
        case .bool: return try combineBools(a, b, operation)
        case .int64: return try combineInts(a, b, operation)
        case .float32:
            let function = try floating(Float.self, operation)
            let values = try combined(try a.tensor(), try b.tensor(), function)
            return NumericArray(try Tensor(Shape(a.shape), values))
        case .float64:
            let function = try floating(Double.self, operation)
            return NumericArray(shape: a.shape, storage: .float64(try Elements.combine(a.doubles, b.doubles, function)))
        }
    }

    private static func combined(
        _ a: Tensor, _ b: Tensor, _ function: (Float, Float) -> Float
    ) throws(EngineError) -> [Float] {
        try a.withUnsafeBufferPointer { x throws(EngineError) in
            try b.withUnsafeBufferPointer { y throws(EngineError) in
                try Elements.make(x.count) { function(x[$0], y[$0]) }
            }
        }
    }

    private static func floating<Number: BinaryFloatingPoint>(
        _ type: Number.Type, _ operation: ArrayOperation
    ) throws(EngineError) -> (Number, Number) -> Number {
        switch operation {
        case .add: return { $0 + $1 }
        case .subtract: return { $0 - $1 }
        case .multiply: return { $0 * $1 }
        case .divide: return { $0 / $1 }
        case .floorDivide:
            // From the remainder, as Python has it: ∞ // 2 is not a number.
            return { x, y in
                guard y != 0 else { return x / y }
                let rest = x.truncatingRemainder(dividingBy: y)
                let quotient = ((x - rest) / y).rounded()
                if rest != 0, (rest < 0) != (y < 0) { return quotient - 1 }
                return quotient == 0 ? Number(signOf: x / y, magnitudeOf: 0) : quotient
            }
        case .modulo:
            return { x, y in
                let rest = x.truncatingRemainder(dividingBy: y)
                if rest == 0 { return Number(signOf: y, magnitudeOf: 0) }
                return (rest < 0) != (y < 0) ? rest + y : rest
            }
        case .power: return { Number(pow(Double($0), Double($1))) }
        case .maximum: return { $0.isNaN || $1.isNaN ? .nan : Swift.max($0, $1) }
        case .minimum: return { $0.isNaN || $1.isNaN ? .nan : Swift.min($0, $1) }
        default: throw .unsupportedType("ufunc 'bitwise_\(operation)' not supported for the input types")
        }
    }

    private static func combineBools(
        _ a: NumericArray, _ b: NumericArray, _ operation: ArrayOperation
    ) throws(EngineError) -> NumericArray {
        func bools(_ function: (Bool, Bool) -> Bool) throws(EngineError) -> NumericArray {
            NumericArray(shape: a.shape, storage: .bool(try Elements.combine(a.bools, b.bools, function)))
        }
        switch operation {
        case .and, .multiply, .minimum: return try bools { $0 && $1 }
        case .or, .add, .maximum: return try bools { $0 || $1 }
        case .xor: return try bools { $0 != $1 }
        case .subtract: throw .unsupportedType("numpy boolean subtract, the `-` operator, is not supported")
        default: return try combineInts(try a.converted(to: .int64), try b.converted(to: .int64), operation)
        }
    }

    private static func combineInts(
        _ a: NumericArray, _ b: NumericArray, _ operation: ArrayOperation
    ) throws(EngineError) -> NumericArray {
        let (x, y) = (a.ints, b.ints)
        func ints(_ function: (Int, Int) -> Int) throws(EngineError) -> NumericArray {
            NumericArray(shape: a.shape, storage: .int64(try Elements.combine(x, y, function)))
        }
        switch operation {
        case .add: return try ints { $0 &+ $1 }
        case .subtract: return try ints { $0 &- $1 }
        case .multiply: return try ints { $0 &* $1 }
        case .divide:
            return NumericArray(
                shape: a.shape, storage: .float64(try Elements.combine(x, y) { Double($0) / Double($1) }))
        case .floorDivide: return try ints { floorDivision($0, $1).quotient }
        case .modulo: return try ints { floorDivision($0, $1).remainder }
        case .power:
            if y.contains(where: { $0 < 0 }) {
                throw .invalidArgument("Integers to negative integer powers are not allowed.")
            }
            return try ints { power($0, $1) }
        case .maximum: return try ints { Swift.max($0, $1) }
        case .minimum: return try ints { Swift.min($0, $1) }
        case .and: return try ints { $0 & $1 }
        case .or: return try ints { $0 | $1 }
        default: return try ints { $0 ^ $1 }
        }
    }

    private static func floorDivision(_ x: Int, _ y: Int) -> (quotient: Int, remainder: Int) {
        guard y != 0, !(x == .min && y == -1) else { return (0, 0) }
        let (quotient, rest) = x.quotientAndRemainder(dividingBy: y)
        return rest != 0 && (rest < 0) != (y < 0) ? (quotient - 1, rest + y) : (quotient, rest)
    }

    private static func power(_ base: Int, _ exponent: Int) -> Int {
        var (result, factor, rest) = (1, base, exponent)
        while rest > 0 {
            if rest & 1 == 1 { result = result &* factor }
            factor = factor &* factor
            rest >>= 1
        }
        return result
    }

    private static func compare(
        _ a: NumericArray, _ b: NumericArray, _ operation: ArrayOperation
    ) throws(EngineError) -> NumericArray {
        func bools<Number: Comparable>(_ x: [Number], _ y: [Number]) throws(EngineError) -> NumericArray {
            let function: (Number, Number) -> Bool =
                switch operation {
                case .less: { $0 < $1 }
                case .lessEqual: { $0 <= $1 }
                case .greater: { $0 > $1 }
                case .greaterEqual: { $0 >= $1 }
                case .equal: { $0 == $1 }
                default: { $0 != $1 }
                }
            return NumericArray(shape: a.shape, storage: .bool(try Elements.combine(x, y, function)))
        }
        return try a.type.isFloat ? bools(a.doubles, b.doubles) : bools(a.ints, b.ints)
    }

    /// A function of each element; whole numbers become float64, as numpy's functions make them.
    public func mapped(_ function: (Double) -> Double) throws(EngineError) -> NumericArray {
        _ = try NumericArray.checkedCount(shape)
        if type == .float32 {
            let values = try Elements.map(try tensor().values) { Float(function(Double($0))) }
            return NumericArray(try Tensor(Shape(shape), values))
        }
        return NumericArray(shape: shape, storage: .float64(try Elements.map(doubles, function)))
    }

    /// The elements with their signs turned round.
    public func negated() throws(EngineError) -> NumericArray {
        switch storage {
        case .bool: throw .unsupportedType("The numpy boolean negative, the `-` operator, is not supported")
        case .int64(let values): NumericArray(shape: shape, storage: .int64(try Elements.map(values) { 0 &- $0 }))
        default: try mapped { -$0 }
        }
    }

    /// The magnitudes of the elements.
    public func magnitudes() throws(EngineError) -> NumericArray {
        switch storage {
        case .bool: self
        case .int64(let values):
            NumericArray(shape: shape, storage: .int64(try Elements.map(values) { $0 == .min ? $0 : Swift.abs($0) }))
        default: try mapped { $0.magnitude }
        }
    }
}
