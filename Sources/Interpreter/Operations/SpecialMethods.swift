import Language

extension Interpreter {
    /// The method behind an operator, `__len__` or `__add__`, for scripts that ask for it by its name; nil where the
    /// value's class has none.
    func specialMethod(_ name: String, of value: Value) -> BuiltinFunction? {
        guard name.hasPrefix("__"), name.hasSuffix("__"), name.utf8.count > 4 else { return nil }
        switch value {
        case .host, .module, .type, .function, .builtin: return nil
        default: break
        }
        if let function = containerMethod(name, of: value) { return function }
        if let op = Interpreter.operators[name], Interpreter.supports(op, value) {
            return BuiltinFunction(name) { arguments, interpreter throws(RaisedError) in
                guard arguments.positional.count == 1 else {
                    throw RaisedError(.typeError, "expected 1 argument, got \(arguments.positional.count)")
                }
                return try interpreter.binary(op, value, arguments.positional[0])
            }
        }
        guard let op = Interpreter.comparisons[name] else { return nil }
        return BuiltinFunction(name) { arguments, interpreter throws(RaisedError) in
            guard arguments.positional.count == 1 else {
                throw RaisedError(.typeError, "expected 1 argument, got \(arguments.positional.count)")
            }
            return try interpreter.compare(op, value, arguments.positional[0])
        }
    }

    private static let operators: [String: BinaryOperator] = [
        "__add__": .add, "__sub__": .subtract, "__mul__": .multiply, "__truediv__": .divide,
        "__floordiv__": .floorDivide, "__mod__": .modulo, "__pow__": .power, "__and__": .and, "__or__": .or,
        "__xor__": .xor, "__lshift__": .shiftLeft, "__rshift__": .shiftRight,
    ]

    private static let comparisons: [String: ComparisonOperator] = [
        "__eq__": .equal, "__ne__": .notEqual, "__lt__": .less, "__le__": .lessEqual, "__gt__": .greater,
        "__ge__": .greaterEqual,
    ]

    private static func supports(_ op: BinaryOperator, _ value: Value) -> Bool {
        switch value {
        case .int, .big, .bool: true
        case .float: [.add, .subtract, .multiply, .divide, .floorDivide, .modulo, .power].contains(op)
        case .string: [.add, .multiply, .modulo].contains(op)
        case .list, .tuple: [.add, .multiply].contains(op)
        case .set: [.and, .or, .xor, .subtract].contains(op)
        case .dict: op == .or
        default: false
        }
    }

    private func containerMethod(_ name: String, of value: Value) -> BuiltinFunction? {
        let hasItems =
            switch value {
            case .list, .tuple, .string, .range, .dict, .set: true
            default: false
            }
        let isIterator = if case .iterator = value { true } else { false }
        switch name {
        case "__len__" where hasItems:
            return BuiltinFunction(name) { _, interpreter throws(RaisedError) in
                .int(try interpreter.length(of: value))
            }
        case "__iter__" where hasItems || isIterator:
            return BuiltinFunction(name) { _, interpreter throws(RaisedError) in
                .iterator(try interpreter.iterator(over: value))
            }
        case "__next__" where isIterator:
            return BuiltinFunction(name) { _, interpreter throws(RaisedError) in
                guard case .iterator(let iterator) = value, let item = try iterator.next() else {
                    throw RaisedError(ExceptionObject(.stopIteration, []))
                }
                return item
            }
        case "__contains__" where hasItems:
            return BuiltinFunction(name) { arguments, interpreter throws(RaisedError) in
                .bool(try interpreter.contains(value, arguments.positional.first ?? .none))
            }
        case "__getitem__" where hasItems:
            return BuiltinFunction(name) { arguments, interpreter throws(RaisedError) in
                try interpreter.item(of: value, at: arguments.positional.first ?? .none)
            }
        case "__setitem__" where hasItems:
            switch value {
            case .list, .dict: break
            default: return nil
            }
            return BuiltinFunction(name) { arguments, interpreter throws(RaisedError) in
                guard arguments.positional.count == 2 else {
                    throw RaisedError(.typeError, "expected 2 arguments, got \(arguments.positional.count)")
                }
                try interpreter.setItem(of: value, at: arguments.positional[0], to: arguments.positional[1])
                return .none
            }
        case "__str__": return BuiltinFunction(name) { _, _ throws(RaisedError) in .string(value.str) }
        case "__repr__": return BuiltinFunction(name) { _, _ throws(RaisedError) in .string(value.repr) }
        case "__bool__":
            if case .int = Number(value) {
                return BuiltinFunction(name) { _, _ throws(RaisedError) in .bool(try value.truth()) }
            }
            return nil
        case "__hash__":
            return BuiltinFunction(name) { _, _ throws(RaisedError) in
                let key = try HashKey(value)
                return .int(PythonHash.of(value) ?? key.hashValue)
            }
        default: return nil
        }
    }
}
