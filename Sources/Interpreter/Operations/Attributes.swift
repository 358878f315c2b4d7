import PythonText

extension Interpreter {
    /// The attribute of a value.
    /// - Throws: AttributeError, with the nearest name there is.
    public func attribute(_ name: String, of value: Value) throws(RaisedError) -> Value {
        if let found = try attributeIfPresent(name, of: value) { return found }
        let owner: String
        switch value {
        case .module(let module): owner = "module '\(module.name)'"
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
        return "\(name) is a function: write \(name)(…)"
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
            return findModule("\(module.name).\(name)").map(Value.module)
        case .host(let object):
            if let found = try object.attribute(name, self) { return found }
        case .function(let function):
            if let set = function.attributes[name] { return set }
            if name == "__doc__" { return function.documentation.map(Value.string) ?? Value.none }
            if name == "__qualname__" { return .string(function.qualifiedName) }
            if name == "__module__" { return .string("__main__") }
            if name == "__defaults__" { return function.positionalDefaults }
        case .type(let type):
            if let found = type.attribute(name) { return found }
            if name == "__doc__" { return .string(type.documentation) }
            if name == "__qualname__" { return .string(type.name) }
            if let method = MethodRegistry.method(name, ofType: type.name) { return unbound(method, of: type) }
        case .exception(let exception):
            if let found = exception.attribute(name) { return found }
        case .slice(let slice):
            if name == "start" { return slice.start }
            if name == "stop" { return slice.stop }
            if name == "step" { return slice.step }
        case .range(let range):
            if name == "start" { return .int(range.start) }
            if name == "stop" { return .int(range.stop) }
            if name == "step" { return .int(range.step) }
        case .float:
            if name == "real" { return value }
            if name == "imag" { return .float(0) }
        case .int, .big, .bool:
            if name == "real" || name == "numerator" { return Number(value)?.whole.map { Value($0) } }
            if name == "imag" { return .int(0) }
            if name == "denominator" { return .int(1) }
        default: break
        }
        if name == "__name__", let own = ownName(value) { return .string(own) }
        if name == "__class__" { return typeOf(value) }
        if let special = specialMethod(name, of: value) { return .builtin(special) }
        if let method = MethodRegistry.method(name, of: value) {
            return .builtin(
                BuiltinFunction(name, parameters: method.parameters, documentation: method.documentation) {
                    arguments, interpreter throws(RaisedError) in
                    try method.body(value, arguments, interpreter)
                })
        }
        return nil
    }

    /// A method that is asked for at its class, `str.upper`, and takes the value as its first argument.
    private func unbound(_ method: Method, of type: TypeObject) -> Value {
        .builtin(
            BuiltinFunction(method.name, parameters: method.parameters, documentation: method.documentation) {
                arguments, interpreter throws(RaisedError) in
                guard let value = arguments.positional.first else {
                    throw RaisedError(
                        .typeError, "unbound method \(type.name).\(method.name)() needs an argument")
                }
                guard type.isInstance(value) else {
                    throw RaisedError(
                        .typeError,
                        "descriptor '\(method.name)' for '\(type.name)' objects doesn't apply to a '\(value.typeName)' object"
                    )
                }
                return try method.body(
                    value, CallArguments(Array(arguments.positional.dropFirst()), keywords: arguments.keywords),
                    interpreter)
            })
    }

    private func ownName(_ value: Value) -> String? {
        switch value {
        case .function(let function): function.name
        case .builtin(let function): function.name
        case .type(let type): type.name
        default: nil
        }
    }

    /// The class of a value, as `type(value)` answers.
    func typeOf(_ value: Value) -> Value {
        let name = value.typeName
        if let known = builtins[name], case .type = known { return known }
        if case .host = value, let known = findName(name), case .type = known { return known }
        if let known = otherTypes[name] { return .type(known) }
        let type = TypeObject(name, isInstance: { $0.typeName == name }) { _, _ throws(RaisedError) in
            throw RaisedError(.typeError, "cannot create '\(name)' instances")
        }
        otherTypes[name] = type
        return .type(type)
    }

    /// The names of a value's attributes, for `dir` and completion.
    public func attributeNames(of value: Value) -> [String] {
        switch value {
        case .module(let module): module.memberNames
        case .host(let object): object.attributeNames
        default: MethodRegistry.names(of: value)
        }
    }

    /// Sets an attribute of a value.
    func setAttribute(_ name: String, of value: Value, to newValue: Value) throws(RaisedError) {
        switch value {
        case .host(let object):
            if try object.setAttribute(name, newValue, self) { return }
            if try object.attribute(name, self) != nil {
                throw RaisedError(.attributeError, "attribute '\(name)' of '\(value.typeName)' object cannot be set")
            }
            let nearest = nearestName(to: name, in: object.attributeNames)
            throw RaisedError(
                .attributeError, "'\(value.typeName)' object has no attribute '\(name)'",
                hint: nearest.map { "did you mean: '\($0)'?" })
        case .function(let function): function.attributes[name] = newValue
        case .module(let module): module[name] = newValue
        case .exception(let exception): exception.attributes[name] = newValue
        case .type(let type):
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
