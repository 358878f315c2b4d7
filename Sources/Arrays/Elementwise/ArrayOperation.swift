import TensorEngine

/// An operation on two numbers.
public enum ArrayOperation: String, Sendable, CaseIterable {
    case add, subtract, multiply, divide, floorDivide, modulo, power, maximum, minimum
    case less, lessEqual, greater, greaterEqual, equal, notEqual
    case and, or, xor, shiftLeft, shiftRight

    /// Whether the result is true or false.
    public var isComparison: Bool {
        switch self {
        case .less, .lessEqual, .greater, .greaterEqual, .equal, .notEqual: true
        default: false
        }
    }

    /// The name of numpy's function for it.
    public var numpyName: String {
        switch self {
        case .add: "add"
        case .subtract: "subtract"
        case .multiply: "multiply"
        case .divide: "divide"
        case .floorDivide: "floor_divide"
        case .modulo: "remainder"
        case .power: "power"
        case .maximum: "maximum"
        case .minimum: "minimum"
        case .less: "less"
        case .lessEqual: "less_equal"
        case .greater: "greater"
        case .greaterEqual: "greater_equal"
        case .equal: "equal"
        case .notEqual: "not_equal"
        case .and: "bitwise_and"
        case .or: "bitwise_or"
        case .xor: "bitwise_xor"
        case .shiftLeft: "left_shift"
        case .shiftRight: "right_shift"
        }
    }

    /// The type of the result for operands of two types.
    /// - Throws: `unsupportedType` where numbers of these types do not have the operation.
    public func resultType(_ a: NumericType, _ b: NumericType) throws(EngineError) -> NumericType {
        let type = a.promoted(with: b)
        switch self {
        case .divide: return type.average
        case .floorDivide, .modulo, .power: return type == .bool ? .int8 : type
        case .and, .or, .xor, .shiftLeft, .shiftRight:
            guard !type.isFloat else { throw unsupported() }
            return type == .bool && (self == .shiftLeft || self == .shiftRight) ? .int8 : type
        default: return isComparison ? .bool : type
        }
    }

    /// What numpy says of operands that the operation does not take.
    func unsupported() -> EngineError { .unsupportedType(NumericArray.unsupported(numpyName)) }
}

extension NumericArray {
    /// What numpy says of a function that numbers of a type do not have.
    static func unsupported(_ function: String) -> String {
        "ufunc '\(function)' not supported for the input types, and the inputs could not be safely coerced to any "
            + "supported types according to the casting rule ''safe''"
    }

    /// An operation on the elements of two arrays, broadcast to a common shape, in the type that numpy promotes them to.
    /// - Throws: `EngineError` where the shapes or the types do not go together.
    public static func combine(
        _ left: NumericArray, _ right: NumericArray, _ operation: ArrayOperation
    ) throws(EngineError) -> NumericArray {
        let type = try operation.resultType(left.type, right.type)
        let (a, b) = try aligned(left, right)
        if operation.isComparison { return try compare(a, b, operation) }
        return try type.element.combined(a.converted(to: type), b.converted(to: type), operation)
    }

    private static func compare(
        _ a: NumericArray, _ b: NumericArray, _ operation: ArrayOperation
    ) throws(EngineError) -> NumericArray {
        if a.type.isInteger, b.type.isInteger, a.type.promoted(with: b.type) == .float64 {
            // Signed beside uint64, whose common type would round both.
            return try UInt64.comparedWithSigned(a, b, operation)
        }
        let type = a.type.promoted(with: b.type)
        return try type.element.compared(a.converted(to: type), b.converted(to: type), operation)
    }
}

extension UInt64 {
    /// Compares signed numbers with unsigned ones of 64 bits: by their order where both are moved up by 2⁶³.
    fileprivate static func comparedWithSigned(
        _ a: NumericArray, _ b: NumericArray, _ operation: ArrayOperation
    ) throws(EngineError) -> NumericArray {
        func isNegative(_ array: NumericArray) throws(EngineError) -> NumericArray {
            guard array.type.kind == .signed else { return try NumericArray(shape: [], bools: [false]) }
            return try NumericArray.combine(array, try NumericArray(shape: [], ints: [0]), .less)
        }
        let plain = try compared(a.converted(to: .uint64), b.converted(to: .uint64), operation)
        // Where one is negative, its order to the other is that of −1 and 0, whatever they are.
        let signs = try NumericArray.combine(try isNegative(b), try isNegative(a), operation)
        let differ = try NumericArray.combine(try isNegative(a), try isNegative(b), .notEqual)
        return try NumericArray.choosing(differ, signs, plain)
    }
}

/// The common shape of two operands, one of which may be a single element.
func commonShape(_ a: NumericArray, _ b: NumericArray) -> [Int] {
    // Both were broadcast but for single elements, whose axes count where there are more of them.
    guard a.shape != b.shape else { return a.shape }
    return (try? NumericArray.broadcast(a.shape, b.shape)) ?? a.shape
}

extension ArrayElement {
    /// A function of each two elements of arrays of this type.
    static func pairs<Result: ArrayElement>(
        _ a: NumericArray, _ b: NumericArray, _ function: (Self, Self) -> Result
    ) throws(EngineError) -> NumericArray {
        let shape = commonShape(a, b)
        let count = shape.contains(0) ? 0 : shape.reduce(1, *)
        let made = try withElements(of: a) { (x) throws(EngineError) in
            try withElements(of: b) { (y) throws(EngineError) in try Elements.combine(x, y, count, function) }
        }
        return try Result.array(made, shape: shape)
    }
}

extension ArrayElement where Self: Comparable {
    static func compared(
        _ a: NumericArray, _ b: NumericArray, _ operation: ArrayOperation
    ) throws(EngineError) -> NumericArray {
        switch operation {
        case .less: try pairs(a, b) { $0 < $1 }
        case .lessEqual: try pairs(a, b) { $0 <= $1 }
        case .greater: try pairs(a, b) { $0 > $1 }
        case .greaterEqual: try pairs(a, b) { $0 >= $1 }
        case .equal: try pairs(a, b) { $0 == $1 }
        default: try pairs(a, b) { $0 != $1 }
        }
    }
}
