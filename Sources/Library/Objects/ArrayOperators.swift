import Arrays
import Interpreter
import Language

/// What Python's operators do to arrays.
extension ArrayObject {
    /// The result of an operator; nil where it does not know the other operand.
    public func binary(
        _ op: BinaryOperator, _ other: Value, isReflected: Bool, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value? {
        if case .host(let tensor as TensorObject) = other {
            guard tensor.library.network.isTracing else { throw ArrayObject.noNumbers(tensor) }
            return try tensor.binary(op, .host(self), isReflected: !isReflected, interpreter)
        }
        if op == .matrixMultiply {
            guard !isScalar, let right = try ArrayObject.operand(other, like: array) else { return nil }
            return .host(ArrayObject(try isReflected ? ArrayMath.matmul(right, array) : ArrayMath.matmul(array, right)))
        }
        if op == .multiply, isScalar, type.isInteger, other.isRepeated {
            return try interpreter.binary(.multiply, other, .int(array.ints.first ?? 0))
        }
        guard let operation = op.arrayOperation,
            let right = try ArrayObject.operand(other, like: table?.rows ?? array, for: operation)
        else { return nil }
        if let table,
            let result = try raising({ try table.combined(with: right, operation, isReflected: isReflected) })
        {
            return .host(ArrayObject(result))
        }
        if operation == .power, !isReflected, array.type == .bool, case .int(2) = other {
            // numpy computes it as a square, which for truths is another type.
            return .host(ArrayObject(try raising { try array.mapped(.square) }))
        }
        let (a, b) = isReflected ? (right, array) : (array, right)
        return .host(ArrayObject(try raising { try NumericArray.combine(a, b, operation) }))
    }

    /// The result of a unary operator; nil where there is none.
    public func unary(_ op: UnaryOperator, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        switch op {
        case .plus: return .host(self)
        case .minus: return .host(ArrayObject(try raising { try array.mapped(.negative) }))
        case .invert: return .host(ArrayObject(try raising { try array.mapped(.invert) }))
        }
    }

    /// The result of a comparison; nil where it does not know the other operand.
    public func compare(
        _ op: ComparisonOperator, _ other: Value, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value? {
        if case .host(let tensor as TensorObject) = other {
            guard tensor.library.network.isTracing else { throw ArrayObject.noNumbers(tensor) }
            return try tensor.compare(op.mirrored, .host(self), interpreter)
        }
        guard let operation = op.arrayOperation,
            let right = try ArrayObject.operand(other, like: array, for: operation)
        else { return nil }
        return .host(ArrayObject(try raising { try NumericArray.combine(array, right, operation) }))
    }

    /// The error for a tensor of a network beside an array on the left, which numpy would read as numbers; in the `call` of a
    /// layer TensorFlow takes both.
    private static func noNumbers(_ tensor: TensorObject) -> RaisedError {
        let error = tensor.noNumbers(convertedTo: "a NumPy array")
        error.exception.hint = "write the tensor first, as in x + array, or keras.ops.add(array, x)"
        return error
    }

    /// The other operand as an array; a plain number takes this array's type where it fits, as in numpy. Nil: no number.
    static func operand(
        _ value: Value, like array: NumericArray, for operation: ArrayOperation? = nil
    ) throws(RaisedError) -> NumericArray? {
        switch value {
        case .list, .tuple: try ArrayBuilder.array(from: value)
        case .host(let object): (object as? ArrayObject)?.array
        default: try WeakNumber.array(value, like: array, for: operation)
        }
    }

    /// The result of an operator that changes the array in place; false where it cannot.
    public func augment(_ op: BinaryOperator, _ other: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool {
        guard !isScalar,
            let right = try ArrayObject.operand(other, like: table?.rows ?? array, for: op.arrayOperation)
        else { return false }
        let (mine, others) = (type, right.type)
        let type = try raising { try op.arrayOperation?.resultType(mine, others) ?? mine.promoted(with: others) }
        guard type.canBeStored(in: mine) else {
            throw RaisedError(
                ExceptionType.ufuncTypeError,
                "Cannot cast ufunc '\(op.arrayOperation?.numpyName ?? "matmul")' output from dtype('\(type.rawValue)') to "
                    + "dtype('\(mine.rawValue)') with casting rule 'same_kind'")
        }
        guard case .host(let object)? = try binary(op, other, isReflected: false, interpreter),
            let result = object as? ArrayObject
        else { return false }
        guard result.shape == shape else {
            throw RaisedError(
                .valueError,
                "non-broadcastable output operand with shape \(Value.tuple(shape.map(Value.int)).str) doesn't match "
                    + "the broadcast shape \(Value.tuple(result.shape.map(Value.int)).str)")
        }
        if let table = result.table,
            let stored = try raising({ try table.replacing(rows: table.rows.converted(to: mine)) })
        {
            try raising { try store(stored) }
            return true
        }
        try raising { try store(try result.array.converted(to: array.type)) }
        return true
    }
}

extension Value {
    /// Whether a whole number times it is it, so many times.
    fileprivate var isRepeated: Bool {
        switch self {
        case .list, .tuple, .string, .bytes: true
        default: false
        }
    }
}

extension ExceptionType {
    /// numpy's error for types that an operation cannot take or store.
    static let ufuncTypeError = TypeObject(
        "UFuncTypeError", module: "numpy", "Operands of types that a function does not take.", bases: [.typeError])
}

extension BinaryOperator {
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
        case .shiftLeft: .shiftLeft
        case .shiftRight: .shiftRight
        case .matrixMultiply: nil
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
