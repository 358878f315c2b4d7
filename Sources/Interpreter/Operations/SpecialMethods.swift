import Language

/// The methods behind operators, `__len__` or `__add__`, for scripts that ask for them by name.
struct SpecialMethod {
    /// The signature, without the object itself.
    let text: String
    /// Whether a value of the language's own classes has it.
    let applies: (Value) -> Bool
    let body: (Value, Arguments, Interpreter) throws(RaisedError) -> Value

    private init(
        _ text: String, _ applies: @escaping (Value) -> Bool,
        _ body: @escaping (Value, Arguments, Interpreter) throws(RaisedError) -> Value
    ) {
        self.text = text
        self.applies = applies
        self.body = body
    }

    /// The method of that name of a value; nil where its class has none.
    static func named(_ name: String, of value: Value) -> BuiltinFunction? {
        guard name.hasPrefix("__"), name.hasSuffix("__"), name.utf8.count > 4 else { return nil }
        guard let method = all[name], method.applies(value) else { return nil }
        return BuiltinFunction(method.text, wording: .operator, "The operator as a method.") {
            arguments, interpreter throws(RaisedError) in try method.body(value, arguments, interpreter)
        }
    }

    /// The names of those that a value has.
    static func names(of value: Value) -> [String] { all.filter { $0.value.applies(value) }.keys.sorted() }

    private static var all: [String: SpecialMethod] { table.methods }

    /// The methods by name. Nothing in it changes.
    private final class Table: @unchecked Sendable {
        let methods: [String: SpecialMethod]

        init(_ list: [(String, SpecialMethod)]) { methods = Dictionary(uniqueKeysWithValues: list) }
    }

    private static let table = Table(
        (containers + attributes + texts + operators.map(binary) + comparisons.map(comparing)).map {
            (String($0.text.prefix { $0 != "(" }), $0)
        })

    // MARK: Operators

    private static let operators: [(String, BinaryOperator)] = [
        ("__add__", .add), ("__sub__", .subtract), ("__mul__", .multiply), ("__truediv__", .divide),
        ("__floordiv__", .floorDivide), ("__mod__", .modulo), ("__pow__", .power), ("__and__", .and), ("__or__", .or),
        ("__xor__", .xor), ("__lshift__", .shiftLeft), ("__rshift__", .shiftRight),
    ]

    private static let comparisons: [(String, ComparisonOperator)] = [
        ("__eq__", .equal), ("__ne__", .notEqual), ("__lt__", .less), ("__le__", .lessEqual), ("__gt__", .greater),
        ("__ge__", .greaterEqual),
    ]

    private static func binary(_ name: String, _ op: BinaryOperator) -> SpecialMethod {
        SpecialMethod("\(name)(value, /)", { supports(op, $0) }) { value, arguments, interpreter throws(RaisedError) in
            try interpreter.binary(op, value, arguments[0])
        }
    }

    private static func comparing(_ name: String, _ op: ComparisonOperator) -> SpecialMethod {
        SpecialMethod("\(name)(value, /)", isOwn) { value, arguments, interpreter throws(RaisedError) in
            try interpreter.compare(op, value, arguments[0])
        }
    }

    private static func supports(_ op: BinaryOperator, _ value: Value) -> Bool {
        switch value {
        case .int, .big, .bool: true
        case .float: [.add, .subtract, .multiply, .divide, .floorDivide, .modulo, .power].contains(op)
        case .string: [.add, .multiply, .modulo].contains(op)
        case .bytes: [.add, .multiply].contains(op)
        case .list, .tuple: [.add, .multiply].contains(op)
        case .set: [.and, .or, .xor, .subtract].contains(op)
        case .dict: op == .or
        default: false
        }
    }

    // MARK: Items

    private static var containers: [SpecialMethod] {
        [
            SpecialMethod("__len__()", hasItems) { value, _, interpreter throws(RaisedError) in
                .int(try interpreter.length(of: value))
            },
            SpecialMethod("__iter__()", { hasItems($0) || isIterator($0) }) {
                value, _, interpreter throws(RaisedError) in
                .iterator(try interpreter.iterator(over: value))
            },
            SpecialMethod("__next__()", isIterator) { value, _, _ throws(RaisedError) in
                guard case .iterator(let iterator) = value else { return .none }
                guard let item = try iterator.next() else { throw iterator.stop }
                return item
            },
            SpecialMethod("__contains__(key, /)", hasItems) { value, arguments, interpreter throws(RaisedError) in
                .bool(try interpreter.contains(value, arguments[0]))
            },
            SpecialMethod("__getitem__(key, /)", hasItems) { value, arguments, interpreter throws(RaisedError) in
                try interpreter.item(of: value, at: arguments[0])
            },
            SpecialMethod("__delitem__(key, /)", takesItems) { value, arguments, interpreter throws(RaisedError) in
                try interpreter.deleteItem(of: value, at: arguments[0])
                return .none
            },
            SpecialMethod("__setitem__(key, value, /)", takesItems) {
                value, arguments, interpreter throws(RaisedError) in
                try interpreter.setItem(of: value, at: arguments[0], to: arguments[1])
                return .none
            },
        ]
    }

    // MARK: Attributes

    private static var attributes: [SpecialMethod] {
        [
            SpecialMethod("__getattribute__(name, /)", isObject) {
                value, arguments, interpreter throws(RaisedError) in
                try interpreter.attribute(try arguments.string(0), of: value)
            },
            SpecialMethod("__setattr__(name, value, /)", isObject) {
                value, arguments, interpreter throws(RaisedError) in
                try interpreter.setAttribute(try arguments.string(0), of: value, to: arguments[1])
                return .none
            },
            SpecialMethod("__delattr__(name, /)", isObject) { value, arguments, interpreter throws(RaisedError) in
                try interpreter.deleteAttribute(try arguments.string(0), of: value)
                return .none
            },
        ]
    }

    private static func isObject(_ value: Value) -> Bool { if case .host = value { true } else { false } }

    private static func hasItems(_ value: Value) -> Bool {
        switch value {
        case .list, .tuple, .string, .bytes, .range, .dict, .set: true
        default: false
        }
    }

    private static func takesItems(_ value: Value) -> Bool {
        switch value {
        case .list, .dict: true
        default: false
        }
    }

    private static func isIterator(_ value: Value) -> Bool { if case .iterator = value { true } else { false } }

    // MARK: Texts, truth and hash

    private static var texts: [SpecialMethod] {
        [
            SpecialMethod("__str__()", isOwn) { value, _, _ throws(RaisedError) in .string(value.str) },
            SpecialMethod("__repr__()", isOwn) { value, _, _ throws(RaisedError) in .string(value.repr) },
            SpecialMethod("__bool__()", { if case .int = Number($0) { true } else { false } }) {
                value, _, _ throws(RaisedError) in .bool(try value.truth())
            },
            SpecialMethod("__hash__()", isOwn) { value, _, _ throws(RaisedError) in
                _ = try HashKey(value)
                return .int(StableHash.of(value))
            },
        ]
    }

    /// Whether a value is of one of the language's own classes of data.
    private static func isOwn(_ value: Value) -> Bool {
        switch value {
        case .host, .module, .type, .function, .builtin: false
        default: true
        }
    }
}
