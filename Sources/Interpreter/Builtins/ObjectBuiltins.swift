/// Builtins on objects of any kind: `print`, `isinstance`, `getattr`, …
enum ObjectBuiltins {
    static var all: [BuiltinFunction] {
        [
            BuiltinFunction(
                "print", parameters: ["values", "sep", "end"], documentation: "Writes values, with spaces between them."
            ) { arguments, interpreter throws(RaisedError) in
                try write(arguments, interpreter)
                return .none
            },
            BuiltinFunction("repr", parameters: ["obj"], documentation: "The value as code would write it.") {
                arguments, _ throws(RaisedError) in
                try arguments.positional[0].requirePrintable()
                let text = arguments.positional[0].repr
                try requireText(text.utf8.count)
                return .string(text)
            },
            BuiltinFunction("ascii", parameters: ["obj"], documentation: "As repr, with escapes for all but ASCII.") {
                arguments, _ throws(RaisedError) in
                try arguments.positional[0].requirePrintable()
                return .string(arguments.positional[0].ascii)
            },
            BuiltinFunction(
                "format", parameters: ["value", "format_spec"], documentation: "The value by a format specification."
            ) { arguments, _ throws(RaisedError) in
                var reader = try ArgumentReader("format", arguments, most: 2)
                let value = try reader.required("value")
                let specification = reader.optional("format_spec") ?? .string("")
                guard case .string(let text) = specification else {
                    throw RaisedError(
                        .typeError, "format() argument 2 must be str, not \(specification.typeName)")
                }
                return .string(try Formatter.format(value, text))
            },
            BuiltinFunction(
                "isinstance", parameters: ["obj", "class"],
                documentation: "Whether a value is of a class, or of one of several."
            ) { arguments, interpreter throws(RaisedError) in
                var reader = try ArgumentReader("isinstance", arguments, most: 2)
                let value = try reader.required("obj")
                return .bool(try isInstance(value, try reader.required("class"), interpreter))
            },
            BuiltinFunction(
                "issubclass", parameters: ["class", "of"], documentation: "Whether a class derives from another."
            ) { arguments, _ throws(RaisedError) in
                var reader = try ArgumentReader("issubclass", arguments, most: 2)
                guard case .type(let a) = try reader.required("class") else {
                    throw RaisedError(.typeError, "issubclass() arg 1 must be a class")
                }
                let parent = try reader.required("of")
                if case .tuple(let types) = parent {
                    for case .type(let b) in types where isSubclass(a, b) { return .bool(true) }
                    return .bool(false)
                }
                guard case .type(let b) = parent else {
                    throw RaisedError(
                        .typeError, "issubclass() arg 2 must be a class, a tuple of classes, or a union")
                }
                return .bool(isSubclass(a, b))
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
                let (object, name) = (try reader.required("obj"), try attributeName(&reader))
                guard let fallback = reader.optional("default") else {
                    return try interpreter.attribute(name, of: object)
                }
                return try interpreter.attributeOrNil(name, of: object) ?? fallback
            },
            BuiltinFunction(
                "hasattr", parameters: ["obj", "name"], documentation: "Whether there is an attribute of that name."
            ) { arguments, interpreter throws(RaisedError) in
                var reader = try ArgumentReader("hasattr", arguments, most: 2)
                let (object, name) = (try reader.required("obj"), try attributeName(&reader))
                return .bool(try interpreter.attributeOrNil(name, of: object) != nil)
            },
            BuiltinFunction(
                "setattr", parameters: ["obj", "name", "value"], documentation: "Sets an attribute by its name."
            ) { arguments, interpreter throws(RaisedError) in
                var reader = try ArgumentReader("setattr", arguments, most: 3)
                let (object, name) = (try reader.required("obj"), try attributeName(&reader))
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
                let key = try HashKey(value)
                return .int(PythonHash.of(value) ?? key.hashValue)
            },
            BuiltinFunction("globals", documentation: "The variables at the top level.") {
                _, interpreter throws(RaisedError) in
                let names = interpreter.globals.definedNames
                return .dict(DictObject(names.map { ($0, interpreter.globals[$0] ?? .none) }))
            },
            outside("input", "a network's input is Input((28, 28, 1)); a script takes its values from sys.argv"),
            outside("open", "numpy's load and save read and write arrays"),
            outside("eval", "write the expression in the script itself"),
            outside("exec", "write the code in the script itself, or %run another script"),
            outside("compile", "models have compile; code is run by %run"),
            outside("bytes", "strings and numpy arrays hold data"),
            outside("bytearray", "strings and numpy arrays hold data"),
            outside("memoryview", "numpy arrays hold data"),
            outside("complex", "numbers are int and float"),
            outside("super", "write a block as a function that takes what it needs"),
            outside("property", "write a function"),
            outside("classmethod", "write a function"),
            outside("staticmethod", "write a function"),
        ]
    }

    /// A builtin of Python that this language does without.
    private static func outside(_ name: String, _ hint: String) -> BuiltinFunction {
        BuiltinFunction(name, documentation: "Outside this language.") { _, _ throws(RaisedError) in
            throw RaisedError(.runtimeError, "\(name)() is outside this language", hint: hint)
        }
    }

    private static func write(_ arguments: CallArguments, _ interpreter: Interpreter) throws(RaisedError) {
        var reader = try ArgumentReader("print", CallArguments([], keywords: arguments.keywords))
        func text(_ name: String, _ fallback: String) throws(RaisedError) -> String {
            switch reader.keyword(name) {
            case nil, .none?: return fallback
            case .string(let text)?: return text
            case let other?:
                throw RaisedError(.typeError, "\(name) must be None or a string, not \(other.typeName)")
            }
        }
        let (separator, end) = (try text("sep", " "), try text("end", "\n"))
        _ = (reader.keyword("flush"), reader.keyword("file"))
        if let extra = reader.firstKeyword {
            throw RaisedError(.typeError, "'\(extra)' is an invalid keyword argument for print()")
        }
        var line = ""
        for (index, value) in arguments.positional.enumerated() {
            try value.requirePrintable()
            if index > 0 { line += separator }
            line += value.str
            // What is printed may be as long as it likes, but is never held in one piece.
            if line.utf8.count > largestText {
                interpreter.output(line)
                line = ""
            }
        }
        interpreter.output(line + end)
    }

    private static func attributeName(_ reader: inout ArgumentReader) throws(RaisedError) -> String {
        let name = try reader.required("name")
        guard case .string(let text) = name else {
            throw RaisedError(.typeError, "attribute name must be string, not '\(name.typeName)'")
        }
        return text
    }

    private static func isSubclass(_ a: TypeObject, _ b: TypeObject) -> Bool {
        if let x = a.exceptionType, let y = b.exceptionType { return x.isKind(of: y) }
        return a === b || a.name == b.name || b.name == "object" || (a.name == "bool" && b.name == "int")
    }

    private static func isInstance(
        _ value: Value, _ type: Value, _ interpreter: Interpreter
    ) throws(RaisedError) -> Bool {
        try interpreter.requireRoom()
        switch type {
        case .type(let type): return type.isInstance(value)
        case .tuple(let types):
            for one in types where try isInstance(value, one, interpreter) { return true }
            return false
        default: throw RaisedError(.typeError, "isinstance() arg 2 must be a type, a tuple of types, or a union")
        }
    }
}
