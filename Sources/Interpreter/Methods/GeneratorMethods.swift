extension TypeObject {
    /// The class of generators.
    static let generator = TypeObject(
        "generator", "Code that gives one value after the other.", attributes: GeneratorMethods.table)
}

/// The attributes of generators.
enum GeneratorMethods {
    static let table = AttributeTable("generator", methods, values)

    private static var methods: [Method] {
        [
            Method("send(arg, /)", "Goes on with a value, which `yield` answers.") {
                value, arguments, _ throws(RaisedError) in
                let generator = try generator(value)
                return try generator.answer(try generator.resume(.value(arguments[0])))
            },
            Method("throw(type, value=None, traceback=None, /)", "Goes on with an exception at the `yield`.") {
                value, arguments, interpreter throws(RaisedError) in
                let generator = try generator(value)
                let exception = try interpreter.thrown(arguments[0], arguments[1])
                return try generator.answer(try generator.resume(.error(RaisedError(exception))))
            },
            Method("close()", "Ends it.") { value, _, _ throws(RaisedError) in
                try generator(value).close()
                return .none
            },
        ]
    }

    private static var values: [Attribute] {
        [
            own("__name__", "The name of the function.") { .string($0.name) },
            own("__qualname__", "The name with those of the functions around it.") { .string($0.qualifiedName) },
            own("gi_running", "Whether its code is running now.") { .bool($0.isRunning) },
            own("gi_suspended", "Whether it has stopped at a `yield`.") { .bool($0.isSuspended) },
        ]
    }

    private static func own(
        _ name: String, _ documentation: String, _ get: @escaping (GeneratorObject) -> Value
    ) -> Attribute {
        Attribute(name, documentation) { value, _ throws(RaisedError) in get(try generator(value)) }
    }

    private static func generator(_ value: Value) throws(RaisedError) -> GeneratorObject {
        guard case .iterator(let iterator) = value, let generator = iterator as? GeneratorObject else {
            throw RaisedError(.typeError, "a generator is needed, not '\(value.typeName)'")
        }
        return generator
    }
}

extension GeneratorObject {
    /// What a method answers: the value that was yielded; the end is a StopIteration.
    fileprivate func answer(_ item: Value?) throws(RaisedError) -> Value {
        guard let item else { throw stop }
        return item
    }
}

extension Interpreter {
    /// The exception that `throw(type, value)` raises.
    fileprivate func thrown(_ type: Value, _ value: Value) throws(RaisedError) -> ExceptionObject {
        if case .exception(let exception) = type {
            guard case .none = value else {
                throw RaisedError(.typeError, "instance exception may not have a separate value")
            }
            return exception
        }
        guard case .type(let kind) = type, kind.isException else {
            throw RaisedError(
                .typeError,
                "exceptions must be classes or instances deriving from BaseException, not \(type.typeName)")
        }
        switch value {
        case .exception(let exception) where exception.type.isKind(of: kind): return exception
        case .none: return try made(kind, [])
        case .tuple(let items): return try made(kind, items)
        default: return try made(kind, [value])
        }
    }

    private func made(_ type: TypeObject, _ arguments: [Value]) throws(RaisedError) -> ExceptionObject {
        guard case .exception(let exception) = try type.construct(CallArguments(arguments), self) else {
            throw RaisedError(.typeError, "exceptions must derive from BaseException")
        }
        return exception
    }
}
