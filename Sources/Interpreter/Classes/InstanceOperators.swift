import Language

/// What operators and conversions ask an object of a script's class for: its special methods.
extension InstanceObject {
    /// Asks `__bool__`, or `__len__`.
    public func truth() throws(RaisedError) -> Bool {
        if let result = try callSpecial("__bool__") {
            guard case .bool(let truth) = result else {
                throw RaisedError(.typeError, "__bool__ should return bool, returned \(result.typeName)")
            }
            return truth
        }
        return try length().map { $0 != 0 } ?? true
    }

    /// Asks `__add__` and its like, or `__radd__`.
    public func binary(
        _ op: BinaryOperator, _ other: Value, isReflected: Bool, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value? {
        try callSpecial(op.methodName(isReflected ? "r" : ""), [other])
    }

    /// Asks `__iadd__` and its like, whose answer takes the object's place.
    func augmented(_ op: BinaryOperator, _ other: Value) throws(RaisedError) -> Value? {
        try callSpecial(op.methodName("i"), [other])
    }

    /// Asks `__neg__`, `__pos__` or `__invert__`.
    public func unary(_ op: UnaryOperator, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        switch op {
        case .plus: try callSpecial("__pos__")
        case .minus: try callSpecial("__neg__")
        case .invert: try callSpecial("__invert__")
        }
    }

    /// Asks `__eq__`, `__lt__` and their like.
    public func compare(
        _ op: ComparisonOperator, _ other: Value, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value? {
        switch op {
        case .equal: return try callSpecial("__eq__", [other])
        case .notEqual:
            if let result = try callSpecial("__ne__", [other]) { return result }
            guard let isEqual = try callSpecial("__eq__", [other]) else { return nil }
            return .bool(!(try isEqual.truth()))
        case .less: return try callSpecial("__lt__", [other])
        case .lessEqual: return try callSpecial("__le__", [other])
        case .greater: return try callSpecial("__gt__", [other])
        case .greaterEqual: return try callSpecial("__ge__", [other])
        default: return nil
        }
    }

    /// Asks `__index__`.
    public func number() throws(RaisedError) -> Value? { try callSpecial("__index__") }

    /// Asks `__int__` or `__float__`.
    public func number(convertedTo type: String) throws(RaisedError) -> Value? {
        let name = type.contains("int") ? "__int__" : "__float__"
        if let result = try callSpecial(name) { return result }
        return try callSpecial("__index__")
    }

    /// Asks `__hash__` before the object becomes a key.
    /// - Throws: TypeError for a class that defines equality and no hash.
    func prepareHash() throws(RaisedError) {
        if let method = hashMethod {
            if case .none = method { throw RaisedError(.typeError, "unhashable type: '\(typeName)'") }
            guard let answer = try callSpecial("__hash__"), Number(answer)?.whole != nil else {
                throw RaisedError(.typeError, "__hash__ method should return an integer")
            }
            if case .int(let number) = answer {
                hashNumber = number == -1 ? -2 : number
            } else {
                hashNumber = PythonHash.of(answer)
            }
        }
    }

    /// The `__hash__` of its class; None where a class defines equality and no hash.
    private var hashMethod: Value? {
        for type in typeObject.mro {
            guard let names = type.userClass?.namespace else { continue }
            if let method = names["__hash__"] { return method }
            if names["__eq__"] != nil { return Value.none }
        }
        return nil
    }

    /// Whether `__eq__` finds two keys equal; errors in it count as different.
    func isEqualKey(to other: Value) -> Bool {
        guard let answer = try? callSpecial("__eq__", [other]) else { return false }
        return (try? answer.truth()) ?? false
    }
}

extension BinaryOperator {
    /// The special method of the operator: `__add__`, with a prefix `__radd__` or `__iadd__`.
    fileprivate func methodName(_ prefix: String) -> String {
        let word =
            switch self {
            case .add: "add"
            case .subtract: "sub"
            case .multiply: "mul"
            case .divide: "truediv"
            case .floorDivide: "floordiv"
            case .modulo: "mod"
            case .power: "pow"
            case .matrixMultiply: "matmul"
            case .shiftLeft: "lshift"
            case .shiftRight: "rshift"
            case .and: "and"
            case .or: "or"
            case .xor: "xor"
            }
        return "__\(prefix)\(word)__"
    }
}
