import Arrays
import Interpreter
import Language

/// What Python's operators do to arrays.
extension ArrayObject {
    /// The result of an operator; nil where it does not know the other operand.
    public func binary(
        _ op: BinaryOperator, _ other: Value, isReflected: Bool, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value? {
        if op == .matrixMultiply {
            guard !isScalar, let right = try ArrayObject.operand(other, like: array) else { return nil }
            return .host(ArrayObject(try isReflected ? ArrayMath.matmul(right, array) : ArrayMath.matmul(array, right)))
        }
        guard let operation = op.arrayOperation, let right = try ArrayObject.operand(other, like: array) else {
            return nil
        }
        let (a, b) = isReflected ? (right, array) : (array, right)
        return .host(ArrayObject(try raising { try NumericArray.combine(a, b, operation) }))
    }

    /// The result of a unary operator; nil where there is none.
    public func unary(_ op: UnaryOperator, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        switch op {
        case .plus: return .host(self)
        case .minus: return .host(ArrayObject(try raising { try array.negated() }))
        case .invert:
            return .host(
                ArrayObject(
                    try raising {
                        array.type == .bool
                            ? try NumericArray(shape: array.shape, bools: array.bools.map { !$0 })
                            : try NumericArray(shape: array.shape, ints: array.ints.map { ~$0 })
                    }))
        }
    }

    /// The result of a comparison; nil where it does not know the other operand.
    public func compare(
        _ op: ComparisonOperator, _ other: Value, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value? {
        guard let operation = op.arrayOperation, let right = try ArrayObject.operand(other, like: array) else {
            return nil
        }
        return .host(ArrayObject(try raising { try NumericArray.combine(array, right, operation) }))
    }

    /// The other operand as an array; a plain number takes this array's type where it fits, as in numpy. Nil: no number.
    static func operand(_ value: Value, like array: NumericArray) throws(RaisedError) -> NumericArray? {
        switch value {
        case .bool(let truth): return try raising { try NumericArray(shape: [], bools: [truth]) }
        case .int(let number):
            return try raising {
                let whole = try NumericArray(shape: [], ints: [number])
                return array.type.isFloat ? try whole.converted(to: array.type) : whole
            }
        case .float(let number):
            return try raising {
                let real = try NumericArray(shape: [], doubles: [number])
                return array.type == .float32 ? try real.converted(to: .float32) : real
            }
        case .list, .tuple: return try ArrayBuilder.array(from: value)
        case .host(let object): return (object as? ArrayObject)?.array
        default: return nil
        }
    }

    /// The result of an operator that changes the array in place; false where it cannot.
    public func augment(_ op: BinaryOperator, _ other: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool {
        guard !isScalar, case .host(let object)? = try binary(op, other, isReflected: false, interpreter),
            let result = object as? ArrayObject
        else { return false }
        guard result.array.shape == array.shape else {
            throw RaisedError(
                .valueError,
                "non-broadcastable output operand with shape \(Value.tuple(array.shape.map(Value.int)).str) doesn't match "
                    + "the broadcast shape \(Value.tuple(result.array.shape.map(Value.int)).str)")
        }
        let types: [NumericType] = [.bool, .int64, .float32, .float64]
        guard
            types.firstIndex(of: result.array.type) ?? 0 <= types.firstIndex(of: array.type) ?? 0
                || (array.type.isFloat && result.array.type.isFloat)
        else {
            throw RaisedError(
                .typeError,
                "Cannot cast ufunc '\(op.arrayName)' output from dtype('\(result.array.type.rawValue)') to "
                    + "dtype('\(array.type.rawValue)') with casting rule 'same_kind'")
        }
        try raising { try store(try result.array.converted(to: array.type)) }
        return true
    }
}

extension BinaryOperator {
    /// The name of numpy's function for it.
    fileprivate var arrayName: String {
        switch self {
        case .add: "add"
        case .subtract: "subtract"
        case .multiply: "multiply"
        case .divide: "divide"
        case .floorDivide: "floor_divide"
        case .modulo: "remainder"
        case .power: "power"
        case .and: "bitwise_and"
        case .or: "bitwise_or"
        case .xor: "bitwise_xor"
        case .matrixMultiply: "matmul"
        case .shiftLeft: "left_shift"
        case .shiftRight: "right_shift"
        }
    }

    var arrayOperation: ArrayOperation? {
        switch self {
        case .add: .add
        case .subtract: .subtract
        case .multiply: .multiply
        case .divide: .divide
        case .floorDivide: .floorDivide
        case .modulo: .modulo
        case .power: .power
        case .and: .and
        case .or: .or
        case .xor: .xor
        case .matrixMultiply, .shiftLeft, .shiftRight: nil
        }
    }
}

extension ComparisonOperator {
    var arrayOperation: ArrayOperation? {
        switch self {
        case .less: .less
        case .lessEqual: .lessEqual
        case .greater: .greater
        case .greaterEqual: .greaterEqual
        case .equal: .equal
        case .notEqual: .notEqual
        default: nil
        }
    }
}
