import Signatures

/// What an object has by a name because of its class: a value, a method, or a function of the class.
public struct Attribute {
    /// Reads the attribute of an object.
    public typealias Get = (Value, Interpreter) throws(RaisedError) -> Value
    /// Sets the attribute of an object.
    public typealias Set = (_ object: Value, _ new: Value, Interpreter) throws(RaisedError) -> Void

    /// The name it is found by.
    public let name: String
    /// One sentence for help.
    public let documentation: String
    let content: Content
    /// Whether an object of the class has it; nil where all have.
    private let condition: ((Value) -> Bool)?

    enum Content {
        case value(Get, Set?)
        case method(Method)
        case constant(Value)
        /// What the body of a class that a script defines has under the name.
        case user(Value)
        /// A function that the class itself has, such as `dict.fromkeys`.
        case function(Declaration, BuiltinFunction.Body)
        /// A class method, which receives the class it is called on, such as `from_config`.
        case classMethod(Declaration, TypeObject.Construct)
    }

    /// A class method, which receives the class it is called on, with its signature.
    public init(classMethod declaration: Declaration, _ documentation: String, _ body: @escaping TypeObject.Construct) {
        self.init(declaration.signature.shortName, documentation, .classMethod(declaration, body), nil)
    }

    /// A value that the class itself has, and through it all its objects.
    public init(constant name: String, _ documentation: String, _ value: Value) {
        self.init(name, documentation, .constant(value), nil)
    }

    /// What the body of a class that a script defines has under a name.
    init(user name: String, _ value: Value) {
        var documentation = ""
        if case .function(let function) = value { documentation = function.documentation ?? "" }
        self.init(name, documentation, .user(value), nil)
    }

    private init(_ name: String, _ documentation: String, _ content: Content, _ condition: ((Value) -> Bool)?) {
        self.name = name
        self.documentation = documentation
        self.content = content
        self.condition = condition
    }

    /// An attribute with a value.
    /// - Parameters:
    ///   - condition: whether an object of the class has it; nil where all have.
    ///   - set: sets it; nil where it cannot be set.
    public init(
        _ name: String, _ documentation: String, where condition: ((Value) -> Bool)? = nil, get: @escaping Get,
        set: Set? = nil
    ) {
        self.init(name, documentation, .value(get, set), condition)
    }

    /// A method.
    init(_ method: Method, where condition: ((Value) -> Bool)? = nil) {
        self.init(method.name, method.documentation, .method(method), condition)
    }

    /// A method of objects of a class, with a signature such as `Layer.count_params()`.
    public init(
        method declaration: Declaration, _ documentation: String, where condition: ((Value) -> Bool)? = nil,
        _ body: @escaping (Value, Arguments, Interpreter) throws(RaisedError) -> Value
    ) {
        self.init(Method(declaration, documentation, body), where: condition)
    }

    /// A function that the class itself has, as `dict.fromkeys`, with its signature.
    public init(
        function declaration: Declaration, _ documentation: String, _ body: @escaping BuiltinFunction.Body
    ) {
        self.init(declaration.signature.shortName, documentation, .function(declaration, body), nil)
    }

    /// Whether an object of the class has it.
    public func isPresent(in object: Value) -> Bool { condition?(object) ?? true }

    /// The attribute of an object; nil where this one has none.
    func value(of object: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        guard isPresent(in: object) else { return nil }
        switch content {
        case .value(let get, _): return try get(object, interpreter)
        case .constant(let value): return value
        case .user(let value): return try value.bound(to: object, interpreter.typeOf(object), name, interpreter)
        case .method(let method): return .builtin(method.bound(to: object))
        case .function(let declaration, let body):
            return .builtin(BuiltinFunction(declaration, documentation, body))
        case .classMethod(let declaration, let body):
            return classMethod(declaration, body, of: interpreter.typeOf(object))
        }
    }

    /// A method bound to an object, as `object.name` answers it; nil where it is not a method.
    public func bound(to object: Value) -> BuiltinFunction? {
        if case .method(let method) = content { method.bound(to: object) } else { nil }
    }

    /// Sets the attribute of an object; false where it cannot be set.
    func set(_ new: Value, of object: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool {
        if case .user(let value) = content, let property = value.property {
            try property.write(object, name, new, interpreter)
            return true
        }
        guard case .value(_, let set?) = content else { return false }
        try set(object, new, interpreter)
        return true
    }

    /// The attribute as the class itself has it: a method takes the object first.
    func value(ofType type: TypeObject) -> Value? {
        switch content {
        case .value: nil
        case .constant(let value): value
        case .user(let value): value.unbound(from: type)
        case .method(let method): .builtin(method.unbound(from: type))
        case .function(let declaration, let body): .builtin(BuiltinFunction(declaration, documentation, body))
        case .classMethod(let declaration, let body): classMethod(declaration, body, of: type)
        }
    }

    private func classMethod(
        _ declaration: Declaration, _ body: @escaping TypeObject.Construct, of type: TypeObject
    ) -> Value {
        .builtin(
            BuiltinFunction(declaration, documentation) { arguments, interpreter throws(RaisedError) in
                try body(type, arguments, interpreter)
            })
    }

    /// The signature of a method or function.
    public var signature: Signature? {
        switch content {
        case .value, .constant: nil
        case .user(let value): if case .function(let function) = value { function.signature } else { nil }
        case .method(let method): method.declaration.signature
        case .function(let declaration, _), .classMethod(let declaration, _): declaration.signature
        }
    }
}

/// The attributes that a class adds to those of its bases.
public final class AttributeTable: @unchecked Sendable {
    // Nothing in it changes.

    /// The names in the order of the table.
    public let names: [String]
    private let attributes: [String: Attribute]

    /// Makes a table; of two attributes with the same name the first counts.
    public init(_ list: [Attribute]) {
        names = list.map(\.name)
        attributes = Dictionary(list.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The methods of one of the language's own classes, and its other attributes.
    convenience init(_ owner: String, _ methods: [Method], _ others: [Attribute] = []) {
        self.init(others + methods.map { Attribute($0.named(in: owner)) })
    }

    /// A table without attributes.
    public static let empty = AttributeTable([])

    /// The attribute of that name.
    public subscript(name: String) -> Attribute? { attributes[name] }

    /// The method of that name.
    func method(_ name: String) -> Method? {
        if case .method(let method)? = attributes[name]?.content { method } else { nil }
    }
}
