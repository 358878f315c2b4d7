/// Python's `super()`: the attributes that an object has from the classes behind one of its own.
final class SuperObject: HostObject {
    static let type = TypeObject(
        Declaration("super(type=..., object_or_type=..., /)"), "The attributes of the classes behind one, of an object."
    ) { _, arguments, interpreter throws(RaisedError) in
        guard case .type(let start)? = arguments.given(0), let object = arguments.given(1) else {
            throw RaisedError(.runtimeError, "super(): no arguments", hint: "super() works inside methods")
        }
        return .host(try SuperObject(behind: start, of: object, interpreter))
    }

    private let start: TypeObject
    private let object: Value
    private let objectType: TypeObject

    init(behind start: TypeObject, of object: Value, _ interpreter: Interpreter) throws(RaisedError) {
        self.start = start
        self.object = object
        if case .type(let type) = object, type.isKind(of: start) {
            objectType = type
        } else {
            objectType = interpreter.typeOf(object)
        }
        guard objectType.isKind(of: start) else {
            throw RaisedError(.typeError, "super(type, obj): obj must be an instance or subtype of type")
        }
    }

    var typeObject: TypeObject { SuperObject.type }

    private var behind: ArraySlice<TypeObject> {
        let index = objectType.mro.firstIndex { $0 === start.identity } ?? 0
        return objectType.mro[(index + 1)...]
    }

    func attribute(_ name: String, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        for type in behind {
            // In a class method the object is the class itself.
            if case .type(let asked) = object, asked === objectType {
                if let value = type.userClass?.namespace[name] { return value.unbound(from: asked) }
                if let found = type.ownAttributes[name]?.value(ofType: asked) { return found }
                continue
            }
            if let value = type.userClass?.namespace[name] {
                return try value.bound(to: object, objectType, name, interpreter)
            }
            if let found = try type.ownAttributes[name]?.value(of: object, interpreter) { return found }
        }
        return ObjectMethods.method(name, of: object)
    }
}

/// What `object` does where no class says otherwise.
enum ObjectMethods {
    /// `Base.__init__`, which takes the object first.
    static func initializer(of type: TypeObject) -> Value {
        .builtin(
            BuiltinFunction("__init__(self, /, *args)", wording: .operator, "Sets an object up.") {
                arguments, interpreter throws(RaisedError) in
                guard let method = method("__init__", of: arguments[0]) else { return .none }
                return try interpreter.call(method, CallArguments(arguments.rest))
            })
    }

    /// The method of that name, of an object.
    static func method(_ name: String, of object: Value) -> Value? {
        func function(
            _ text: String, _ body: @escaping (Arguments) throws(RaisedError) -> Value
        ) -> Value {
            .builtin(
                BuiltinFunction(text, wording: .operator, "As of every object.") { arguments, _ throws(RaisedError) in
                    try body(arguments)
                })
        }
        switch name {
        case "__init__":
            return function("__init__(*args)") { arguments throws(RaisedError) in
                if case .exception(let exception) = object {
                    exception.arguments = arguments.rest
                } else if !arguments.rest.isEmpty {
                    throw RaisedError(
                        .typeError, "object.__init__() takes exactly one argument (the instance to initialize)")
                }
                return .none
            }
        case "__setattr__":
            return function("__setattr__(name, value, /)") { arguments throws(RaisedError) in
                guard case .string(let attribute) = arguments[0] else {
                    throw RaisedError(.typeError, "attribute name must be string, not '\(arguments[0].typeName)'")
                }
                if case .host(let host) = object { try host.instance?.keep(arguments[1], as: attribute) }
                return .none
            }
        case "__repr__", "__str__":
            return function("\(name)()") { _ throws(RaisedError) in
                guard case .host(let host) = object else { return .string(object.repr) }
                return .string("<\(host.typeObject.qualifiedName) object>")
            }
        case "__init_subclass__": return function("__init_subclass__()") { _ throws(RaisedError) in .none }
        default: return nil
        }
    }
}
