import Interpreter

/// What the library's functions do; errors of the modules below become exceptions of the language.
typealias LibraryBody = (Arguments, Interpreter) throws -> Value

extension BuiltinFunction {
    /// A function that in Python is written in Python, as the words of its errors show.
    /// - Parameter text: its signature, `get_layer(name=None, index=None)`; `!` marks what this program does not implement.
    static func python(_ text: String, _ documentation: String, _ body: @escaping LibraryBody) -> BuiltinFunction {
        declared(text, .python, documentation, body)
    }

    /// A function that in Python is written in C.
    static func native(_ text: String, _ documentation: String, _ body: @escaping LibraryBody) -> BuiltinFunction {
        declared(text, .builtin, documentation, body)
    }

    private static func declared(
        _ text: String, _ wording: Wording, _ documentation: String, _ body: @escaping LibraryBody
    ) -> BuiltinFunction {
        BuiltinFunction(text, wording: wording, documentation) { arguments, interpreter throws(RaisedError) in
            try raising { try body(arguments, interpreter) }
        }
    }
}

extension ModuleObject {
    /// Makes functions members of the module, under their names.
    func add(_ functions: [BuiltinFunction]) { for function in functions { self[function.name] = .builtin(function) } }
}

extension TypeObject {
    /// A class that in Python is written in Python, called by a signature.
    static func python(
        _ text: String, module: String? = nil, _ documentation: String, bases: [TypeObject] = [.object],
        attributes: @escaping @autoclosure () -> AttributeTable = .empty,
        represent: ((Value, (Value) -> String) -> String)? = nil,
        _ construct: @escaping (TypeObject, Arguments, Interpreter) throws -> Value
    ) -> TypeObject {
        TypeObject(
            Declaration(text, .python), module: module, documentation, bases: bases, attributes: attributes(),
            represent: represent
        ) { type, arguments, interpreter throws(RaisedError) in
            try raising { try construct(type, arguments, interpreter) }
        }
    }
}

/// An attribute of the host objects of one class.
struct HostAttribute<Object: HostObject> {
    let attribute: Attribute

    /// An attribute with a value.
    /// - Parameters:
    ///   - condition: whether an object of the class has it; nil where all have.
    ///   - set: sets it; nil where it cannot be set.
    static func value(
        _ name: String, _ documentation: String, where condition: ((Object) -> Bool)? = nil,
        set: ((Object, Value) throws -> Void)? = nil, _ get: @escaping (Object) throws -> Value
    ) -> HostAttribute {
        var setter: Attribute.Set?
        if let set {
            setter = { value, new, _ throws(RaisedError) in
                guard let object = cast(value) else { return }
                try raising { try set(object, new) }
            }
        }
        return HostAttribute(
            attribute: Attribute(
                name, documentation, where: check(condition),
                get: { value, _ throws(RaisedError) in
                    guard let object = cast(value) else { return .none }
                    return try raising { try get(object) }
                }, set: setter))
    }

    /// A method.
    /// - Parameters:
    ///   - text: its signature without the object itself, with the class where errors name it: `Layer.build(input_shape)`.
    ///   - condition: whether an object of the class has it; nil where all have.
    static func method(
        _ text: String, wording: Wording = .python, _ documentation: String, where condition: ((Object) -> Bool)? = nil,
        _ body: @escaping (Object, Arguments, Interpreter) throws -> Value
    ) -> HostAttribute {
        HostAttribute(
            attribute: Attribute(
                method: Declaration(text, wording), documentation, where: check(condition)
            ) { value, arguments, interpreter throws(RaisedError) in
                guard let object = cast(value) else { return .none }
                return try raising { try body(object, arguments, interpreter) }
            })
    }

    private static func check(_ condition: ((Object) -> Bool)?) -> ((Value) -> Bool)? {
        guard let condition else { return nil }
        return { value in cast(value).map(condition) ?? false }
    }

    private static func cast(_ value: Value) -> Object? {
        if case .host(let object) = value { object as? Object } else { nil }
    }
}

extension AttributeTable {
    /// The attributes of the host objects of a class, and others.
    convenience init<Object: HostObject>(of: Object.Type, _ list: [HostAttribute<Object>], _ others: [Attribute] = []) {
        self.init(list.map(\.attribute) + others)
    }
}

extension Interpreter {
    /// The library that this interpreter is a part of.
    var library: LibraryContext { host as? LibraryContext ?? LibraryContext() }
}
