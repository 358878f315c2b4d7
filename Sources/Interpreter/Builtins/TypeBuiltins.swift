/// The language's own classes: `int`, `str`, `list`, …
enum TypeBuiltins {
    static func all() -> [TypeObject] {
        [int, float, bool, str, tuple, list, dict, set, frozenset, range, slice, type, object]
    }

    private static var int: TypeObject {
        TypeObject(
            "int", parameters: ["x", "base"], documentation: "A whole number.",
            isInstance: {
                if case .int = $0 {
                    true
                } else if case .big = $0 {
                    true
                } else if case .bool = $0 {
                    true
                } else {
                    false
                }
            }
        ) { arguments, _ throws(RaisedError) in
            var reader = try ArgumentReader("int", arguments)
            guard let value = arguments.positional.first else {
                if arguments.keywords.isEmpty { return .int(0) }
                throw RaisedError(.typeError, "int() missing string argument")
            }
            _ = reader.optional("x")
            let base = arguments.positional.count + arguments.keywords.count > 1 ? try reader.int("base") : nil
            return try Conversion.int(value, base: base)
        }
    }

    private static var float: TypeObject {
        TypeObject(
            "float", parameters: ["x"], documentation: "A number with a fraction.",
            isInstance: { if case .float = $0 { true } else { false } },
            attribute: { $0 == "fromhex" ? .builtin(Conversion.floatFromHexadecimal) : nil }
        ) { arguments, _ throws(RaisedError) in
            var reader = try ArgumentReader("float", arguments, most: 1)
            guard let value = reader.optional("x") else { return .float(0) }
            return .float(try Conversion.float(value))
        }
    }

    private static var bool: TypeObject {
        TypeObject(
            "bool", parameters: ["x"], documentation: "True or False.",
            isInstance: { if case .bool = $0 { true } else { false } }
        ) { arguments, _ throws(RaisedError) in
            var reader = try ArgumentReader("bool", arguments, most: 1)
            return .bool(try reader.optional("x")?.truth() ?? false)
        }
    }

    private static var str: TypeObject {
        TypeObject(
            "str", parameters: ["object"], documentation: "Text.",
            isInstance: { if case .string = $0 { true } else { false } },
            attribute: { $0 == "maketrans" ? .builtin(StringTable.makeTranslation) : nil }
        ) { arguments, _ throws(RaisedError) in
            var reader = try ArgumentReader("str", arguments)
            let value = reader.optional("object") ?? .string("")
            for name in ["encoding", "errors"] {
                guard let encoding = reader.optional(name) else { continue }
                guard case .string = encoding else {
                    throw RaisedError(.typeError, "str() argument '\(name)' must be str, not \(encoding.typeName)")
                }
                throw RaisedError(
                    .typeError,
                    value.typeName == "str"
                        ? "decoding str is not supported"
                        : "decoding to str: need a bytes-like object, \(value.typeName) found")
            }
            try value.requirePrintable()
            let text = value.str
            try requireText(text.utf8.count)
            return .string(text)
        }
    }

    private static var tuple: TypeObject {
        TypeObject(
            "tuple", parameters: ["iterable"], documentation: "A sequence that does not change.",
            isInstance: { if case .tuple = $0 { true } else { false } }
        ) { arguments, interpreter throws(RaisedError) in
            var reader = try ArgumentReader("tuple", arguments, most: 1)
            guard let value = reader.optional("iterable") else { return .tuple([]) }
            return .tuple(try interpreter.items(of: value))
        }
    }

    private static var list: TypeObject {
        TypeObject(
            "list", parameters: ["iterable"], documentation: "A sequence that can change.",
            isInstance: { if case .list = $0 { true } else { false } }
        ) { arguments, interpreter throws(RaisedError) in
            var reader = try ArgumentReader("list", arguments, most: 1)
            guard let value = reader.optional("iterable") else { return .list(ListObject()) }
            return .list(ListObject(try interpreter.items(of: value)))
        }
    }

    private static var dict: TypeObject {
        TypeObject(
            "dict", parameters: ["mapping"], documentation: "Values found by keys.",
            isInstance: { if case .dict = $0 { true } else { false } },
            attribute: { name in
                guard name == "fromkeys" else { return nil }
                return .builtin(
                    BuiltinFunction(name) { arguments, interpreter throws(RaisedError) in
                        var reader = try ArgumentReader(name, arguments, most: 2)
                        let keys = try interpreter.items(of: try reader.required("iterable"))
                        let value = reader.optional("value") ?? .none
                        let result = DictObject()
                        try interpreter.forEach(keys) { key throws(RaisedError) in
                            result.entries[try HashKey(key)] = value
                        }
                        return .dict(result)
                    })
            }
        ) { arguments, interpreter throws(RaisedError) in
            let result = DictObject()
            guard arguments.positional.count < 2 else {
                throw RaisedError(.typeError, "dict expected at most 1 argument, got \(arguments.positional.count)")
            }
            if let value = arguments.positional.first { result.entries = try interpreter.entries(from: value) }
            for (name, value) in arguments.keywords { result.entries[HashKey(name)] = value }
            return .dict(result)
        }
    }

    private static var set: TypeObject { setType("set") }

    private static var frozenset: TypeObject { setType("frozenset") }

    private static func setType(_ name: String) -> TypeObject {
        TypeObject(
            name, parameters: ["iterable"], documentation: "Items of which each occurs once.",
            isInstance: { if case .set = $0 { $0.typeName == name } else { false } }
        ) { arguments, interpreter throws(RaisedError) in
            let isFrozen = name == "frozenset"
            guard let value = arguments.positional.first else { return .set(SetObject(isFrozen: isFrozen)) }
            if isFrozen, case .set(let set) = value, set.isFrozen { return value }
            var members = SetTable()
            try interpreter.add(itemsOf: value, to: &members)
            return .set(SetObject(members, isFrozen: isFrozen))
        }
    }

    private static var range: TypeObject {
        TypeObject(
            "range", parameters: ["start", "stop", "step"], documentation: "Whole numbers at equal distances.",
            isInstance: { if case .range = $0 { true } else { false } }
        ) { arguments, _ throws(RaisedError) in
            var reader = try ArgumentReader("range", arguments)
            let first = try reader.int("start")
            guard arguments.positional.count > 1 else { return .range(RangeObject(start: 0, stop: first, step: 1)) }
            let stop = try reader.int("stop")
            let step = arguments.positional.count > 2 ? try reader.int("step") : 1
            guard step != 0 else { throw RaisedError(.valueError, "range() arg 3 must not be zero") }
            return .range(RangeObject(start: first, stop: stop, step: step))
        }
    }

    private static var slice: TypeObject {
        TypeObject(
            "slice", parameters: ["start", "stop", "step"], documentation: "Start, stop and step of a part.",
            isInstance: { if case .slice = $0 { true } else { false } }
        ) { arguments, _ throws(RaisedError) in
            let given = arguments.positional
            if given.count == 1 { return .slice(SliceObject(.none, given[0], .none)) }
            return .slice(SliceObject(given[0], given[1], given.count > 2 ? given[2] : .none))
        }
    }

    private static var type: TypeObject {
        TypeObject(
            "type", parameters: ["object"], documentation: "The class of a value.",
            isInstance: { if case .type = $0 { true } else { false } }
        ) { arguments, interpreter throws(RaisedError) in
            guard arguments.positional.count == 1, arguments.keywords.isEmpty else {
                if arguments.positional.count == 3 {
                    throw RaisedError(.typeError, "classes are outside this language")
                }
                throw RaisedError(.typeError, "type() takes 1 or 3 arguments")
            }
            return interpreter.typeOf(arguments.positional[0])
        }
    }

    private static var object: TypeObject {
        TypeObject("object", documentation: "Anything.", isInstance: { _ in true }) { _, _ throws(RaisedError) in
            throw RaisedError(.typeError, "classes are outside this language")
        }
    }

    /// The class of modules.
    static var module: TypeObject {
        TypeObject("module", documentation: "A module.", isInstance: { if case .module = $0 { true } else { false } }) {
            _, _ throws(RaisedError) in
            throw RaisedError(.typeError, "use import to get a module")
        }
    }

    /// The class of functions.
    static var function: TypeObject {
        TypeObject(
            "function", documentation: "A function.", isInstance: { if case .function = $0 { true } else { false } }
        ) {
            _, _ throws(RaisedError) in
            throw RaisedError(.typeError, "use def or lambda to make a function")
        }
    }
}
