/// The language's own classes: `int`, `str`, `list`, …
enum TypeBuiltins {
    static func all() -> [TypeObject] {
        [int, float, bool, str, tuple, list, dict, set, frozenset, range, slice, type, object, function]
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
            var reader = try ArgumentReader("int", arguments, most: 2)
            guard let value = reader.optional("x") else { return .int(0) }
            let base = try reader.optionalInt("base")
            return try Conversion.int(value, base: base)
        }
    }

    private static var float: TypeObject {
        TypeObject(
            "float", parameters: ["x"], documentation: "A number with a fraction.",
            isInstance: { if case .float = $0 { true } else { false } }
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
            attribute: { name in
                guard let method = MethodRegistry.method(name, of: .string("")) else { return nil }
                return .builtin(
                    BuiltinFunction(name) { arguments, interpreter throws(RaisedError) in
                        var reader = try ArgumentReader(name, arguments)
                        let value = try reader.required("self")
                        return try method.body(
                            value, CallArguments(reader.rest(), keywords: arguments.keywords), interpreter)
                    })
            }
        ) { arguments, _ throws(RaisedError) in
            var reader = try ArgumentReader("str", arguments, most: 1)
            return .string(reader.optional("object")?.str ?? "")
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
                        for key in keys { result.entries[try HashKey(key)] = value }
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
            isInstance: { if case .set = $0 { true } else { false } }
        ) { arguments, interpreter throws(RaisedError) in
            var reader = try ArgumentReader(name, arguments, most: 1)
            guard let value = reader.optional("iterable") else { return .set(SetObject()) }
            return .set(SetObject(try interpreter.members(of: value)))
        }
    }

    private static var range: TypeObject {
        TypeObject(
            "range", parameters: ["start", "stop", "step"], documentation: "Whole numbers at equal distances.",
            isInstance: { if case .range = $0 { true } else { false } }
        ) { arguments, _ throws(RaisedError) in
            var reader = try ArgumentReader("range", arguments, most: 3)
            let first = try reader.int("start")
            guard let stop = try reader.optionalInt("stop") else {
                return .range(RangeObject(start: 0, stop: first, step: 1))
            }
            let step = try reader.optionalInt("step") ?? 1
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
            guard (1...3).contains(given.count) else {
                throw RaisedError(.typeError, "slice expected 1 to 3 arguments")
            }
            if given.count == 1 { return .slice(SliceObject(.none, given[0], .none)) }
            return .slice(SliceObject(given[0], given[1], given.count > 2 ? given[2] : .none))
        }
    }

    private static var type: TypeObject {
        TypeObject(
            "type", parameters: ["object"], documentation: "The class of a value.",
            isInstance: { if case .type = $0 { true } else { false } }
        ) { arguments, interpreter throws(RaisedError) in
            var reader = try ArgumentReader("type", arguments, most: 1)
            return interpreter.typeOf(try reader.required("object"))
        }
    }

    private static var object: TypeObject {
        TypeObject("object", documentation: "Anything.", isInstance: { _ in true }) { _, _ throws(RaisedError) in
            throw RaisedError(.typeError, "classes are outside this language")
        }
    }

    private static var function: TypeObject {
        TypeObject(
            "function", documentation: "A function.", isInstance: { if case .function = $0 { true } else { false } }
        ) {
            _, _ throws(RaisedError) in
            throw RaisedError(.typeError, "use def or lambda to make a function")
        }
    }
}
