/// The builtins of the language: one line for each family.
enum BuiltinRegistry {
    /// Every builtin with its name.
    static func values() -> [(String, Value)] {
        let functions = SequenceBuiltins.all + NumberBuiltins.all + ObjectBuiltins.all
        return functions.map { ($0.name, .builtin($0.checked)) }
            + TypeBuiltins.all().map { ($0.name, .type($0.checked)) }
            + ExceptionType.all.map { ($0.name, .type($0.typeObject)) }
            + [
                ("Ellipsis", .ellipsis), ("NotImplemented", .host(NotImplementedObject())),
                ("IOError", .type(ExceptionType.osError.typeObject)),
                ("EnvironmentError", .type(ExceptionType.osError.typeObject)),
            ]
            + [("__name__", .string("__main__")), ("__file__", .string("<script>")), ("__doc__", .none)]
    }

    /// Classes that have no name of their own in a script but can be asked for, as `type(print)` does.
    static func hiddenTypes() -> [TypeObject] { [TypeBuiltins.function, TypeBuiltins.module] }
}

/// Python's `NotImplemented`.
private final class NotImplementedObject: HostObject {
    let typeName = "NotImplementedType"
    func repr() -> String { "NotImplemented" }
}

extension BuiltinFunction {
    /// The function, with its arguments counted as its signature says.
    fileprivate var checked: BuiltinFunction {
        guard let signature = Signature.of(name) else { return self }
        return BuiltinFunction(name, parameters: parameters, documentation: documentation) {
            [name, body] arguments, interpreter throws(RaisedError) in
            try signature.check(name, owner: "", arguments)
            return try body(arguments, interpreter)
        }
    }
}

extension TypeObject {
    /// The class, with the arguments of its calls counted as its signature says.
    fileprivate var checked: TypeObject {
        guard let signature = Signature.of(name) else { return self }
        return TypeObject(
            name, parameters: parameters, documentation: documentation, exceptionType: exceptionType,
            isInstance: isInstance, attribute: attribute
        ) { [name, construct] arguments, interpreter throws(RaisedError) in
            try signature.check(name, owner: "", arguments)
            return try construct(arguments, interpreter)
        }
    }
}

extension ExceptionType {
    /// The class of `OSError(number, message)`, which depends on the number.
    private func kind(for arguments: [Value]) -> ExceptionType {
        guard self === ExceptionType.osError, arguments.count > 1, case .int(let number) = arguments[0] else {
            return self
        }
        switch number {
        case 1, 13: return .permissionError
        case 2: return .fileNotFoundError
        case 17: return .fileExistsError
        case 20: return .notADirectoryError
        case 21: return .isADirectoryError
        case 32: return .brokenPipeError
        case 110: return .timeoutError
        default: return self
        }
    }

    /// The class as a script sees it.
    public var typeObject: TypeObject {
        TypeObject(
            name, documentation: "An exception.", exceptionType: self,
            isInstance: { [self] value in
                if case .exception(let exception) = value { exception.type.isKind(of: self) } else { false }
            },
            construct: { [self] arguments, _ throws(RaisedError) in
                guard arguments.keywords.isEmpty || isKind(of: .importError) else {
                    throw RaisedError(.typeError, "\(name)() takes no keyword arguments")
                }
                return .exception(ExceptionObject(kind(for: arguments.positional), arguments.positional))
            })
    }
}
