/// Builtins on objects of any kind: `print`, `isinstance`, `getattr`, …
enum ObjectBuiltins {
    static var all: [BuiltinFunction] {
        [
            BuiltinFunction(
                "print", parameters: ["values", "sep", "end"], documentation: "Writes values, with spaces between them."
            ) { arguments, interpreter throws(RaisedError) in
                var reader = try ArgumentReader("print", CallArguments([], keywords: arguments.keywords))
                let separator = try reader.optionalString("sep") ?? " "
                let end = try reader.optionalString("end") ?? "\n"
                _ = (reader.keyword("flush"), reader.keyword("file"))
                try reader.finish()
                interpreter.output(arguments.positional.map(\.str).joined(separator: separator) + end)
                return .none
            },
            BuiltinFunction("repr", parameters: ["obj"], documentation: "The value as code would write it.") {
                arguments, _ throws(RaisedError) in
                var reader = try ArgumentReader("repr", arguments, most: 1)
                return .string(try reader.required("obj").repr)
            },
            BuiltinFunction(
                "format", parameters: ["value", "format_spec"], documentation: "The value by a format specification."
            ) { arguments, _ throws(RaisedError) in
                var reader = try ArgumentReader("format", arguments, most: 2)
                let value = try reader.required("value")
                return .string(try Formatter.format(value, try reader.optionalString("format_spec") ?? ""))
            },
            BuiltinFunction(
                "isinstance", parameters: ["obj", "class"],
                documentation: "Whether a value is of a class, or of one of several."
            ) { arguments, _ throws(RaisedError) in
                var reader = try ArgumentReader("isinstance", arguments, most: 2)
                let value = try reader.required("obj")
                return .bool(try isInstance(value, try reader.required("class")))
            },
            BuiltinFunction(
                "issubclass", parameters: ["class", "of"], documentation: "Whether a class derives from another."
            ) { arguments, _ throws(RaisedError) in
                var reader = try ArgumentReader("issubclass", arguments, most: 2)
                guard case .type(let a) = try reader.required("class"), case .type(let b) = try reader.required("of")
                else {
                    throw RaisedError(.typeError, "issubclass() arguments must be classes")
                }
                if let x = a.exceptionType, let y = b.exceptionType { return .bool(x.isKind(of: y)) }
                return .bool(a === b || a.name == b.name || b.name == "object" || (a.name == "bool" && b.name == "int"))
            },
            BuiltinFunction("callable", parameters: ["obj"], documentation: "Whether a value can be called.") {
                arguments, interpreter throws(RaisedError) in
                var reader = try ArgumentReader("callable", arguments, most: 1)
                return .bool(interpreter.isCallable(try reader.required("obj")))
            },
            BuiltinFunction(
                "getattr", parameters: ["obj", "name", "default"], documentation: "An attribute by its name."
            ) { arguments, interpreter throws(RaisedError) in
                var reader = try ArgumentReader("getattr", arguments, most: 3)
                let (object, name) = (try reader.required("obj"), try reader.string("name"))
                guard let fallback = reader.optional("default") else {
                    return try interpreter.attribute(name, of: object)
                }
                return try interpreter.attributeIfPresent(name, of: object) ?? fallback
            },
            BuiltinFunction(
                "hasattr", parameters: ["obj", "name"], documentation: "Whether there is an attribute of that name."
            ) { arguments, interpreter throws(RaisedError) in
                var reader = try ArgumentReader("hasattr", arguments, most: 2)
                let (object, name) = (try reader.required("obj"), try reader.string("name"))
                return .bool(try interpreter.attributeIfPresent(name, of: object) != nil)
            },
            BuiltinFunction(
                "setattr", parameters: ["obj", "name", "value"], documentation: "Sets an attribute by its name."
            ) { arguments, interpreter throws(RaisedError) in
                var reader = try ArgumentReader("setattr", arguments, most: 3)
                let (object, name) = (try reader.required("obj"), try reader.string("name"))
                try interpreter.setAttribute(name, of: object, to: try reader.required("value"))
                return .none
            },
            BuiltinFunction(
                "dir", parameters: ["obj"], documentation: "The names of an object's attributes, or all variables."
            ) { arguments, interpreter throws(RaisedError) in
                var reader = try ArgumentReader("dir", arguments, most: 1)
                let names =
                    reader.optional("obj").map { interpreter.attributeNames(of: $0) }
                    ?? interpreter.globals.definedNames
                return .list(ListObject(names.sorted().map(Value.string)))
            },
            BuiltinFunction("id", parameters: ["obj"], documentation: "A number that no other living object has.") {
                arguments, _ throws(RaisedError) in
                var reader = try ArgumentReader("id", arguments, most: 1)
                return .int(try HashKey(.string(try reader.required("obj").repr)).hashValue & 0xFFFF_FFFF)
            },
            BuiltinFunction("hash", parameters: ["obj"], documentation: "A number that equal values share.") {
                arguments, _ throws(RaisedError) in
                var reader = try ArgumentReader("hash", arguments, most: 1)
                let value = try reader.required("obj")
                if case .int(let number) = value { return .int(number) }
                return .int(try HashKey(value).hashValue)
            },
            BuiltinFunction("globals", documentation: "The variables at the top level.") {
                _, interpreter throws(RaisedError) in
                let names = interpreter.globals.definedNames
                return .dict(DictObject(names.map { ($0, interpreter.globals[$0] ?? .none) }))
            },
            BuiltinFunction("input", parameters: ["prompt"], documentation: "Outside this language.") {
                _, _ throws(RaisedError) in
                throw RaisedError(
                    .runtimeError, "input() is outside this language: a script takes its values from sys.argv")
            },
            BuiltinFunction("open", parameters: ["file"], documentation: "Outside this language.") {
                _, _ throws(RaisedError) in
                throw RaisedError(
                    .runtimeError, "open() is outside this language",
                    hint: "numpy's load and save read and write arrays")
            },
        ]
    }

    private static func isInstance(_ value: Value, _ type: Value) throws(RaisedError) -> Bool {
        switch type {
        case .type(let type): return type.isInstance(value)
        case .tuple(let types):
            for one in types where try isInstance(value, one) { return true }
            return false
        default: throw RaisedError(.typeError, "isinstance() arg 2 must be a type, a tuple of types, or a union")
        }
    }
}
