/// Builtins on objects of any kind: `print`, `isinstance`, `getattr`, …
enum ObjectBuiltins {
    static var all: [BuiltinFunction] {
        [
            BuiltinFunction(
                "print(*values, sep=None, end=None, file=None, flush=False)",
                "Writes values, with spaces between them."
            ) { arguments, interpreter throws(RaisedError) in
                try write(arguments, interpreter)
                return .none
            },
            BuiltinFunction("repr(obj, /)", "The value as code would write it.") { arguments, _ throws(RaisedError) in
                try arguments[0].requirePrintable()
                let text = arguments[0].repr
                try requireText(text.utf8.count)
                return .string(text)
            },
            BuiltinFunction("ascii(obj, /)", "As repr, with escapes for all but ASCII.") {
                arguments, _ throws(RaisedError) in
                try arguments[0].requirePrintable()
                return .string(arguments[0].ascii)
            },
            BuiltinFunction("format(value, format_spec='', /)", "The value by a format specification.") {
                arguments, _ throws(RaisedError) in
                guard case .string(let text) = arguments[1] else {
                    throw RaisedError(.typeError, "format() argument 2 must be str, not \(arguments[1].typeName)")
                }
                return .string(try Formatter.format(arguments[0], text))
            },
            BuiltinFunction(
                "isinstance(obj, class_or_tuple, /)", "Whether a value is of a class, or of one of several."
            ) { arguments, interpreter throws(RaisedError) in
                .bool(try isInstance(arguments[0], arguments[1], interpreter))
            },
            BuiltinFunction(
                "issubclass(cls, class_or_tuple, /)", "Whether a class is another, or derives from it."
            ) { arguments, interpreter throws(RaisedError) in
                guard case .type(let type) = arguments[0] else {
                    throw RaisedError(.typeError, "issubclass() arg 1 must be a class")
                }
                return .bool(try isSubclass(type, arguments[1], interpreter))
            },
            BuiltinFunction("callable(obj, /)", "Whether a value can be called.") {
                arguments, interpreter throws(RaisedError) in
                .bool(interpreter.isCallable(arguments[0]))
            },
            BuiltinFunction("getattr(object, name, default=..., /)", "An attribute by its name.") {
                arguments, interpreter throws(RaisedError) in
                let name = try attributeName(arguments[1])
                guard let fallback = arguments.given(2) else {
                    return try interpreter.attribute(name, of: arguments[0])
                }
                return try interpreter.attributeOrNil(name, of: arguments[0]) ?? fallback
            },
            BuiltinFunction("hasattr(obj, name, /)", "Whether there is an attribute of that name.") {
                arguments, interpreter throws(RaisedError) in
                .bool(try interpreter.attributeOrNil(attributeName(arguments[1]), of: arguments[0]) != nil)
            },
            BuiltinFunction("setattr(obj, name, value, /)", "Sets an attribute by its name.") {
                arguments, interpreter throws(RaisedError) in
                try interpreter.setAttribute(attributeName(arguments[1]), of: arguments[0], to: arguments[2])
                return .none
            },
            BuiltinFunction(
                "dir(object=..., /)", wording: .unpacked, "The names of an object's attributes, or all variables."
            ) { arguments, interpreter throws(RaisedError) in
                if case .host(let object)? = arguments.given(0), let instance = object.instance,
                    let own = try instance.callSpecial("__dir__")
                {
                    let names = try interpreter.items(of: own).map { (item) throws(RaisedError) in
                        guard case .string(let name) = item else {
                            throw RaisedError(.typeError, "'\(item.typeName)' object is no name of an attribute")
                        }
                        return name
                    }
                    return .list(ListObject(names.sorted().map(Value.string)))
                }
                let names =
                    arguments.given(0).map { interpreter.attributeNames(of: $0) } ?? interpreter.globals.definedNames
                return .list(ListObject(names.sorted().map(Value.string)))
            },
            BuiltinFunction("id(obj, /)", "A number that no other living object has.") {
                arguments, _ throws(RaisedError) in
                .int(arguments[0].identityNumber)
            },
            BuiltinFunction("hash(obj, /)", "A number that equal values share.") {
                arguments, _ throws(RaisedError) in
                _ = try HashKey(arguments[0])
                return .int(StableHash.of(arguments[0]))
            },
            BuiltinFunction("globals()", "The variables at the top level.") { _, interpreter throws(RaisedError) in
                let names = interpreter.globals.definedNames
                return .dict(DictObject(names.map { ($0, interpreter.globals[$0] ?? .none) }))
            },
            outside("input", "a network's input is Input((28, 28, 1)); a script takes its values from sys.argv"),
            outside("eval", "write the expression in the script itself"),
            outside("exec", "write the code in the script itself, or %run another script"),
            outside("compile", "models have compile; code is run by %run"),
            outside("bytearray", "bytes, lists and numpy arrays hold data"),
            outside("memoryview", "bytes and numpy arrays hold data"),
            outside("complex", "numbers are int and float"),
            BuiltinFunction("delattr(obj, name, /)", "Deletes an attribute by its name.") {
                arguments, interpreter throws(RaisedError) in
                try interpreter.deleteAttribute(attributeName(arguments[1]), of: arguments[0])
                return .none
            },
            BuiltinFunction("vars(object, /)", "The attributes that an object has of its own, as a dict.") {
                arguments, interpreter throws(RaisedError) in
                guard let result = try interpreter.attributeIfPresent("__dict__", of: arguments[0]) else {
                    throw RaisedError(.typeError, "vars() argument must have __dict__ attribute")
                }
                return result
            },
        ]
    }

    /// A builtin of Python that this language does without.
    private static func outside(_ name: String, _ hint: String) -> BuiltinFunction {
        BuiltinFunction("\(name)(*args, **kwargs)", "Outside this language.") { _, _ throws(RaisedError) in
            throw RaisedError(.runtimeError, "\(name)() is outside this language", hint: hint)
        }
    }

    private static func write(_ arguments: Arguments, _ interpreter: Interpreter) throws(RaisedError) {
        func text(_ name: String, _ usual: String) throws(RaisedError) -> String {
            switch arguments[name] {
            case .none: return usual
            case .string(let text): return text
            case let other:
                throw RaisedError(.typeError, "\(name) must be None or a string, not \(other.typeName)")
            }
        }
        let (separator, end) = (try text("sep", " "), try text("end", "\n"))
        if let file = arguments.optional("file") ?? interpreter.replacedOutput() {
            let method = try interpreter.attribute("write", of: file)
            func put(_ text: String) throws(RaisedError) {
                try requireText(text.utf8.count)
                _ = try interpreter.call(method, CallArguments([.string(text)]))
            }
            for (index, value) in arguments.rest.enumerated() {
                try value.requirePrintable()
                if index > 0 { try put(separator) }
                let text = value.str
                try interpreter.raiseWaiting()
                try put(text)
            }
            try put(end)
            return
        }
        var line = ""
        for (index, value) in arguments.rest.enumerated() {
            try value.requirePrintable()
            if index > 0 { line += separator }
            line += value.str
            try interpreter.raiseWaiting()
            // What is printed may be as long as it likes, but is never held in one piece.
            if line.utf8.count > largestText {
                interpreter.output(line)
                line = ""
            }
        }
        interpreter.output(line + end)
    }

    private static func attributeName(_ name: Value) throws(RaisedError) -> String {
        guard case .string(let text) = name else {
            throw RaisedError(.typeError, "attribute name must be string, not '\(name.typeName)'")
        }
        return text
    }

    private static func isSubclass(
        _ type: TypeObject, _ other: Value, _ interpreter: Interpreter
    ) throws(RaisedError) -> Bool {
        try interpreter.requireRoom()
        switch other {
        case .type(let other): return type.isKind(of: other)
        case .tuple(let types):
            for one in types where try isSubclass(type, one, interpreter) { return true }
            return false
        case .host(let object as UnionType): return try isSubclass(type, .tuple(object.members), interpreter)
        case .host(let object):
            if let answer = try object.instance?.callSpecial("__subclasscheck__", [.type(type)]) {
                return try answer.truth()
            }
            fallthrough
        default:
            throw RaisedError(.typeError, "issubclass() arg 2 must be a class, a tuple of classes, or a union")
        }
    }

    private static func isInstance(
        _ value: Value, _ type: Value, _ interpreter: Interpreter
    ) throws(RaisedError) -> Bool {
        try interpreter.requireRoom()
        switch type {
        case .type(let type): return interpreter.isInstance(value, type)
        case .tuple(let types):
            for one in types where try isInstance(value, one, interpreter) { return true }
            return false
        case .host(let object as UnionType): return try isInstance(value, .tuple(object.members), interpreter)
        case .host(let object):
            if object is GenericAlias {
                throw RaisedError(.typeError, "isinstance() argument 2 cannot be a parameterized generic")
            }
            if let answer = try object.instance?.callSpecial("__instancecheck__", [value]) {
                return try answer.truth()
            }
            fallthrough
        default: throw RaisedError(.typeError, "isinstance() arg 2 must be a type, a tuple of types, or a union")
        }
    }
}

extension Value {
    /// A number that no other living object has: the address of an object; for values without one, a number that follows
    /// from the value, as for the small integers and strings that CPython keeps once.
    public var identityNumber: Int {
        func address(_ object: AnyObject) -> Int { Int(bitPattern: ObjectIdentifier(object)) }
        switch self {
        case .list(let object): return address(object)
        case .dict(let object): return address(object)
        case .set(let object): return address(object)
        case .range(let object): return address(object)
        case .slice(let object): return address(object)
        case .function(let object): return address(object)
        case .builtin(let object): return address(object)
        case .type(let object): return address(object.identity)
        case .module(let object): return address(object)
        case .exception(let object): return address(object)
        case .iterator(let object): return address(object)
        case .host(let object): return address(object)
        case .tuple(let items):
            return items.isEmpty ? 0x1000 : items.withUnsafeBytes { $0.baseAddress.map { Int(bitPattern: $0) } ?? 0 }
        case .none: return 0x1010
        case .ellipsis: return 0x1020
        case .bool, .int, .big, .float, .string, .bytes:
            let hash = PythonHash.of(self) ?? (try? HashKey(self).hashValue) ?? 0
            // Odd, as no address is.
            return hash & 0x7FFF_FFFF_FFFF | 1
        }
    }
}
