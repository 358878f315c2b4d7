import Interpreter

/// The classes of scripts that can be found by a name in a config: registered ones, and those of `custom_objects`.
///
/// Source: keras/src/saving/object_registration.py.
final class CustomObjects {
    /// What names stand for, as `get_custom_objects()` answers it: `package>Name`, or a name without a package.
    let table = DictObject([])
    private var registeredNames: [ObjectIdentifier: String] = [:]

    /// The class that a config names.
    /// - Parameter names: the registered name, then the name of the class.
    func find(_ names: [String], in given: Value? = nil) -> Value? {
        for name in names {
            if case .dict(let dict)? = given, let found = dict.entries[HashKey(name)] { return found }
            if let found = table.entries[HashKey(name)] { return found }
        }
        return nil
    }

    /// The name that a class is registered under; that of the class itself where it is not.
    func name(of type: TypeObject) -> String { registeredNames[ObjectIdentifier(type)] ?? type.name }

    /// `register_keras_serializable(package="Custom", name=None)`: a decorator that registers a class or function.
    func registering() -> BuiltinFunction {
        .python("register_keras_serializable(package='Custom', name=None)", "Registers a class for configs.") {
            [self] arguments, _ in
            guard case .string(let package) = arguments["package"] else {
                throw RaisedError(.typeError, "the package is a string, not '\(arguments["package"].typeName)'")
            }
            var given: String?
            if case .string(let name) = arguments["name"] { given = name }
            return .builtin(
                .python("decorator(arg)", "Registers a class or a function.") { [self] inner, _ in
                    try register(inner[0], package: package, name: given)
                    return inner[0]
                })
        }
    }

    /// `get_registered_name(obj)`: the name that a class is registered under.
    func registeredName() -> BuiltinFunction {
        .python("get_registered_name(obj)", "The name that a class is registered under.") { [self] arguments, _ in
            switch arguments[0] {
            case .type(let type): .string(name(of: type))
            case .function(let function): .string(function.name)
            default: arguments[0]
            }
        }
    }

    /// `get_registered_object(name, custom_objects=None)`: what is registered under a name, or None.
    func registeredObject() -> BuiltinFunction {
        .python(
            "get_registered_object(name, custom_objects=None, !module_objects=None)", "What is registered under a name."
        ) { [self] arguments, _ in
            guard case .string(let name) = arguments[0] else { return .none }
            return find([name], in: arguments.optional("custom_objects")) ?? .none
        }
    }

    private func register(_ value: Value, package: String, name: String?) throws(RaisedError) {
        switch value {
        case .type(let type):
            if type.attribute("get_config") == nil {
                throw RaisedError(
                    .valueError, "Cannot register a class that does not have a get_config() method.")
            }
            let full = "\(package)>\(name ?? type.name)"
            table.entries[HashKey(full)] = value
            registeredNames[ObjectIdentifier(type)] = full
        case .function(let function): table.entries[HashKey("\(package)>\(name ?? function.name)")] = value
        default: break
        }
    }

    /// `custom_object_scope(objects)`: names that are known inside of `with`.
    func scope() -> BuiltinFunction {
        .python("custom_object_scope(custom_objects)", "Names that configs may use inside of `with`.") {
            [self] arguments, _ in
            guard case .dict(let dict) = arguments[0] else {
                throw RaisedError(.typeError, "custom_objects is a dict, not '\(arguments[0].typeName)'")
            }
            // The names stay known: they mean nothing outside of configs.
            for (key, value) in dict.entries { table.entries[key] = value }
            return .host(ScopeObject(.none))
        }
    }
}
