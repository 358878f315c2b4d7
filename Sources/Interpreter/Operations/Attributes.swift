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
        let nearest = nearestName(to: name, in: attributeNames(of: value))
        throw RaisedError(
            .attributeError, "\(owner) has no attribute '\(name)'", hint: nearest.map { "did you mean: '\($0)'?" })
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
        case .type(let type):
            if let found = type.attribute(name) { return found }
            if name == "__doc__" { return .string(type.documentation) }
        case .exception(let exception):
            if name == "args" { return .tuple(exception.arguments) }
        case .slice(let slice):
            if name == "start" { return slice.start }
            if name == "stop" { return slice.stop }
            if name == "step" { return slice.step }
        case .range(let range):
            if name == "start" { return .int(range.start) }
            if name == "stop" { return .int(range.stop) }
            if name == "step" { return .int(range.step) }
        case .float(let number):
            if name == "real" { return value }
            if name == "imag" { return .float(number.isNaN ? 0 : 0) }
        case .int, .bool:
            if name == "real" || name == "numerator" { return value }
            if name == "imag" { return .int(0) }
            if name == "denominator" { return .int(1) }
        default: break
        }
        if name == "__name__", let own = ownName(value) { return .string(own) }
        if name == "__class__" { return typeOf(value) }
        if let method = MethodRegistry.method(name, of: value) {
            return .builtin(
                BuiltinFunction(name, parameters: method.parameters, documentation: method.documentation) {
                    arguments, interpreter throws(RaisedError) in
                    try method.body(value, arguments, interpreter)
                })
        }
        return nil
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
        if let known = builtin(value.typeName), case .type = known { return known }
        let name = value.typeName
        return .type(
            TypeObject(name, isInstance: { $0.typeName == name }) { _, _ throws(RaisedError) in
                throw RaisedError(.typeError, "cannot create '\(name)' instances")
            })
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
        default: throw RaisedError(.attributeError, "'\(value.typeName)' object has no attribute '\(name)'")
        }
    }
}
