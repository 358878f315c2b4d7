import PythonText
import Signatures

extension Interpreter {
    /// The attribute of a value.
    /// - Throws: AttributeError, with the nearest name there is.
    public func attribute(_ name: String, of value: Value) throws(RaisedError) -> Value {
        if let found = try attributeIfPresent(name, of: value) { return found }
        let owner: String
        switch value {
        case .module(let module): owner = "module '\(module.name)'"
        case .type(let type) where type.metaclass != nil: throw RaisedError(.attributeError, name)
        case .type(let type): owner = "type object '\(type.name)'"
        default: owner = "'\(value.typeName)' object"
        }
        let nearest = nearestName(to: name, in: attributeNames(of: value)).map { "did you mean: '\($0)'?" }
        throw RaisedError(
            .attributeError, "\(owner) has no attribute '\(name)'", hint: functionHint(name, value) ?? nearest)
    }

    /// What to write for `x.show()`, where `show` looks at its argument.
    private func functionHint(_ name: String, _ value: Value) -> String? {
        guard case .host = value, commandWords.contains(name) else { return nil }
        return "\(name) is a function: write \(name)(\(typedText(value) ?? "…"))"
    }

    /// The attribute of a value; nil where there is none, or where asking for it raises an AttributeError.
    func attributeOrNil(_ name: String, of value: Value) throws(RaisedError) -> Value? {
        do throws(RaisedError) { return try attributeIfPresent(name, of: value) } catch {
            guard error.exception.type === ExceptionType.attributeError else { throw error }
            return nil
        }
    }

    /// The attribute of a value; nil where there is none.
    public func attributeIfPresent(_ name: String, of value: Value) throws(RaisedError) -> Value? {
        switch value {
        case .module(let module):
            if let member = module[name] { return member }
            if name == "__name__" { return .string(module.name) }
            if let inner = findModule("\(module.name).\(name)") { return .module(inner) }
        case .host(let object):
            if let found = try object.attribute(name, self) { return found }
        case .function(let function):
            if let set = function.attributes[name] { return set }
        case .exception(let exception):
            if let set = exception.attributes[name] { return set }
        case .type(let type):
            if let found = type.metaclass?.attribute(name) { return found }
            if name == "__annotations__" { return try annotations(of: type) }
            if let found = type.attribute(name)?.value(ofType: type) {
                return try found.descriptor?.callSpecial("__get__", [.none, value]) ?? found
            }
            if let found = classAttribute(name, of: type) { return found }
        default: break
        }
        let type = typeOf(value)
        if let found = try type.attribute(name)?.value(of: value, self) { return found }
        if name == "__class__" { return .type(type) }
        if let user = type.userClass {
            if name == "__module__" { return .string(user.module) }
            if name == "__annotations__" { return try annotations(of: type) }
            if name == "__doc__" { return user.documentation.map(Value.string) ?? Value.none }
        }
        return SpecialMethod.named(name, of: value).map(Value.builtin)
    }

    /// What the body of a class annotates, or a script has set in its place; what it derives from has its own.
    private func annotations(of type: TypeObject) throws(RaisedError) -> Value {
        if let set = type.userClass?.namespace["__annotations__"] { return set }
        return .dict(try type.userClass?.annotationValues?.dictionary() ?? DictObject())
    }

    /// What every class has: its names and its relatives.
    private func classAttribute(_ name: String, of type: TypeObject) -> Value? {
        switch name {
        case "__name__": .string(type.name)
        case "__qualname__": .string(type.userClass?.qualifiedName ?? type.name)
        case "__dict__":
            .dict(DictObject((type.userClass?.namespace ?? [:]).map { ($0.key, $0.value) }))
        case "__module__": .string(type.module ?? "builtins")
        case "__doc__":
            type.userClass.map { $0.documentation.map(Value.string) ?? .none } ?? .string(type.documentation)
        case "__init__": ObjectMethods.initializer(of: type)
        case "__new__": ObjectMethods.maker
        case "__hash__": type.isHashable ? ObjectMethods.unbound(name) : Value.none
        case "__setattr__", "__delattr__", "__getattribute__": ObjectMethods.unbound(name)
        case "__bases__": .tuple(type.bases.map(Value.type))
        case "__base__": type.bases.first.map(Value.type) ?? Value.none
        case "__mro__": .tuple(type.mro.map(Value.type))
        case "mro":
            .builtin(
                BuiltinFunction("mro()", "The class and those that it derives from.") { _, _ throws(RaisedError) in
                    .list(ListObject(type.mro.map(Value.type)))
                })
        default: nil
        }
    }

    private static let classAttributeNames = [
        "__name__", "__qualname__", "__module__", "__doc__", "__bases__", "__base__", "__mro__", "mro",
    ]

    /// The names of a value's attributes, for `dir` and completion.
    public func attributeNames(of value: Value) -> [String] {
        let own: [String] =
            switch value {
            case .module(let module): module.memberNames
            case .host(let object): object.attributeNames
            case .function(let function): function.attributes.keys.sorted()
            case .exception(let exception): exception.attributes.keys.sorted()
            case .type(let type):
                type.attributeNames.filter { type.attribute($0)?.value(ofType: type) != nil }
                    + Interpreter.classAttributeNames
            default: []
            }
        let type = typeOf(value)
        let shared = type.attributeNames.filter { type.attribute($0)?.isPresent(in: value) ?? false }
        var seen: Set<String> = []
        return (own + shared + SpecialMethod.names(of: value) + ["__class__"]).filter { seen.insert($0).inserted }
    }

    /// Deletes an attribute of a value.
    func deleteAttribute(_ name: String, of value: Value) throws(RaisedError) {
        switch value {
        case .host(let object):
            if let instance = object.instance { return try instance.deleteAttribute(name) }
        case .function(let function): if function.attributes.removeValue(forKey: name) != nil { return }
        case .exception(let exception): if exception.attributes.removeValue(forKey: name) != nil { return }
        case .type(let type):
            try type.metaclass?.requireChange(of: name, isDeletion: true)
            if let user = type.userClass, user.namespace[name] != nil { return user.set(name, to: nil) }
        default: break
        }
        let isKnown = try attributeIfPresent(name, of: value) != nil
        throw RaisedError(
            .attributeError,
            isKnown
                ? "attribute '\(name)' of '\(value.typeName)' object cannot be deleted"
                : "'\(value.typeName)' object has no attribute '\(name)'")
    }

    /// Sets an attribute of a value.
    public func setAttribute(_ name: String, of value: Value, to newValue: Value) throws(RaisedError) {
        switch value {
        case .host(let object):
            if let attribute = object.typeObject.attribute(name), try attribute.set(newValue, of: value, self) {
                return
            }
            if try object.setAttribute(name, newValue, self) { return }
            if try attributeIfPresent(name, of: value) != nil {
                throw RaisedError(.attributeError, "attribute '\(name)' of '\(value.typeName)' object cannot be set")
            }
            let nearest = nearestName(to: name, in: attributeNames(of: value))
            throw RaisedError(
                .attributeError, "'\(value.typeName)' object has no attribute '\(name)'",
                hint: nearest.map { "did you mean: '\($0)'?" })
        case .function(let function): function.attributes[name] = newValue
        case .module(let module): module[name] = newValue
        case .exception(let exception):
            if let property = exception.type.userAttribute(name)?.property {
                return try property.write(value, name, newValue, self)
            }
            exception.attributes[name] = newValue
        case .type(let type):
            try type.metaclass?.requireChange(of: name, isDeletion: false)
            if let user = type.userClass { return user.set(name, to: newValue) }
            throw RaisedError(
                .typeError, "cannot set '\(name)' attribute of immutable type '\(type.name)'")
        default:
            let isKnown = try attributeIfPresent(name, of: value) != nil
            throw RaisedError(
                .attributeError,
                isKnown
                    ? "'\(value.typeName)' object attribute '\(name)' is read-only"
                    : "'\(value.typeName)' object has no attribute '\(name)'")
        }
    }
}

/// The attributes of functions.
enum FunctionAttributes {
    /// Of functions that are written in the language.
    static let table = AttributeTable([
        own("__name__", "The name.") { .string($0.name) },
        own("__qualname__", "The name with those of the functions around it.") { .string($0.qualifiedName) },
        own("__doc__", "What stands at the beginning of its body.") { $0.documentation.map(Value.string) ?? .none },
        own("__module__", "The module in which it is defined.") { .string($0.module) },
        own("__defaults__", "The defaults of its positional parameters.", \.positionalDefaults),
        Attribute("__annotations__", "What parameters and result are annotated with.") { value, _ throws(RaisedError) in
            guard case .function(let function) = value else { return .none }
            if function.annotations == nil, case .function(let wrapped)? = function.attributes["__wrapped__"] {
                return .dict(try wrapped.annotations?.dictionary() ?? DictObject())
            }
            return .dict(try function.annotations?.dictionary() ?? DictObject())
        },
    ])

    private static func own(
        _ name: String, _ documentation: String, _ get: @escaping (FunctionObject) -> Value
    ) -> Attribute {
        Attribute(name, documentation) { value, _ throws(RaisedError) in
            if case .function(let function) = value { get(function) } else { .none }
        }
    }

    /// Of functions that are not.
    static let builtin = AttributeTable([
        other("__name__", "The name.") { .string($0.name) },
        other("__qualname__", "The name with its class.") { .string($0.signature.name) },
        other("__doc__", "What it does.") { .string($0.documentation) },
        other("__module__", "The language.") { _ in .string("builtins") },
        other("__text_signature__", "The signature as code.") { .string($0.signature.text) },
    ])

    private static func other(
        _ name: String, _ documentation: String, _ get: @escaping (BuiltinFunction) -> Value
    ) -> Attribute {
        Attribute(name, documentation) { value, _ throws(RaisedError) in
            if case .builtin(let function) = value { get(function) } else { .none }
        }
    }
}
