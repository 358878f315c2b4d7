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
                if name == "__new__", type.userClass == nil, type.holdsData { return ObjectMethods.maker }
                if let found = type.ownAttributes[name]?.value(ofType: asked) { return found }
                continue
            }
            if let value = type.userClass?.namespace[name] {
                return try value.bound(to: object, objectType, name, interpreter)
            }
            let receiver = type.holdsData ? object.plain : object
            if let found = try type.ownAttributes[name]?.value(of: receiver, interpreter) { return found }
            if type.holdsData, let found = heldMethod(name) { return found }
        }
        if case .type = object, name == "__new__" { return ObjectMethods.maker }
        return ObjectMethods.method(name, of: object)
    }
}

extension SuperObject {
    /// A method of the value that an object of a class deriving from the language's own data holds.
    private func heldMethod(_ name: String) -> Value? {
        guard case .host(let host) = object, let holder = host as? DataObject else { return nil }
        return holder.heldMethod(name)
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

    /// `object.__new__`, which takes the class first.
    static var maker: Value {
        .builtin(
            BuiltinFunction("__new__(cls, /, *args, **kwargs)", wording: .operator, "Makes an object.") {
                arguments, interpreter throws(RaisedError) in
                guard case .type(let type) = arguments[0] else {
                    throw RaisedError(
                        .typeError, "object.__new__(X): X is not a type object (\(arguments[0].typeName))")
                }
                let rest = CallArguments(arguments.rest, keywords: arguments.keywordRest)
                guard type.userClass != nil else { return try type.construct(rest, interpreter) }
                let isHeld = type.isException || type.objectMaker != nil
                guard isHeld || rest.positional.isEmpty && rest.keywords.isEmpty else {
                    throw RaisedError(
                        .typeError, "object.__new__() takes exactly one argument (the type to instantiate)")
                }
                return try interpreter.makeBareInstance(of: type, rest)
            })
    }

    /// `object.__setattr__` and its like, which take the object first.
    static func unbound(_ name: String) -> Value {
        .builtin(
            BuiltinFunction("\(name)(self, /, *args)", wording: .operator, "As of every object.") {
                arguments, interpreter throws(RaisedError) in
                // What sets attributes does so whatever the object's own class says.
                let isPlain = ["__setattr__", "__delattr__", "__getattribute__"].contains(name)
                let held = isPlain ? nil : SpecialMethod.named(name, of: arguments[0].plain).map(Value.builtin)
                guard let method = held ?? method(name, of: arguments[0]) else { return .none }
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
        case "__getattribute__":
            return .builtin(
                BuiltinFunction("__getattribute__(name, /)", wording: .operator, "As of every object.") {
                    arguments, interpreter throws(RaisedError) in
                    try interpreter.attribute(try arguments.string(0), of: object)
                })
        case "__delattr__":
            return function("__delattr__(name, /)") { arguments throws(RaisedError) in
                if case .host(let host) = object { try host.instance?.remove(try arguments.string(0)) }
                return .none
            }
        case "__eq__":
            return .builtin(
                BuiltinFunction("__eq__(value, /)", wording: .operator, "As of every object.") {
                    arguments, interpreter throws(RaisedError) in
                    object.isIdentical(to: arguments[0]) ? .bool(true) : interpreter.builtin("NotImplemented") ?? .none
                })
        case "__hash__":
            return function("__hash__()") { _ throws(RaisedError) in .int(StableHash.identity(of: object)) }
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
