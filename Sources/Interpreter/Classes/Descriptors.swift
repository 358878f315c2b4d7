import Language
import Signatures

/// A function that a class treats in its own way: `staticmethod`, `classmethod`, `property`.
protocol FunctionWrapper: HostObject {
    /// The function inside.
    var function: Value { get }
}

/// Python's `staticmethod`.
final class StaticMethod: FunctionWrapper {
    static let type = TypeObject(
        Declaration("staticmethod(function, /)"), "A function of a class that takes neither object nor class."
    ) { _, arguments, _ throws(RaisedError) in .host(StaticMethod(arguments[0])) }

    let function: Value

    init(_ function: Value) { self.function = function }

    var typeObject: TypeObject { StaticMethod.type }
    var isCallable: Bool { true }
    func call(_ arguments: CallArguments, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        try interpreter.call(function, arguments)
    }
}

/// Python's `classmethod`.
final class ClassMethod: FunctionWrapper {
    static let type = TypeObject(
        Declaration("classmethod(function, /)"), "A function of a class that takes the class first."
    ) { _, arguments, _ throws(RaisedError) in .host(ClassMethod(arguments[0])) }

    let function: Value

    init(_ function: Value) { self.function = function }

    var typeObject: TypeObject { ClassMethod.type }
}

/// Python's `property`: an attribute whose value functions compute, set and delete.
final class Property: FunctionWrapper {
    static let type = TypeObject(
        Declaration("property(fget=None, fset=None, fdel=None, doc=None)"),
        "An attribute whose value functions compute and set.",
        attributes: AttributeTable([
            wrapper("setter(fset, /)", "The property with a function that sets it.") { $0.setter = $1 },
            wrapper("getter(fget, /)", "The property with a function that computes it.") { $0.getter = $1 },
            wrapper("deleter(fdel, /)", "The property with a function that deletes it.") { $0.deleter = $1 },
        ])
    ) { _, arguments, _ throws(RaisedError) in
        let property = Property()
        property.getter = arguments.optional("fget")
        property.setter = arguments.optional("fset")
        property.deleter = arguments.optional("fdel")
        return .host(property)
    }

    /// The functions that compute, set and delete the value.
    fileprivate var getter: Value?
    fileprivate var setter: Value?
    fileprivate var deleter: Value?

    var typeObject: TypeObject { Property.type }
    var function: Value { getter ?? .none }

    private static func wrapper(
        _ text: String, _ documentation: String, _ change: @escaping (Property, Value) -> Void
    ) -> Attribute {
        Attribute(method: Declaration(text), documentation) { object, arguments, _ throws(RaisedError) in
            guard case .host(let host) = object, let old = host as? Property else { return .none }
            let new = Property()
            (new.getter, new.setter, new.deleter) = (old.getter, old.setter, old.deleter)
            change(new, arguments[0])
            return .host(new)
        }
    }

    /// The value for an object.
    func read(_ object: Value, _ name: String, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        guard let getter else { throw missing("getter", name, object) }
        return try interpreter.call(getter, CallArguments([object]))
    }

    /// Sets the value of an object.
    func write(_ object: Value, _ name: String, _ new: Value, _ interpreter: Interpreter) throws(RaisedError) {
        guard let setter else { throw missing("setter", name, object) }
        _ = try interpreter.call(setter, CallArguments([object, new]))
    }

    /// Deletes the value of an object.
    func remove(from object: Value, _ name: String, _ interpreter: Interpreter) throws(RaisedError) {
        guard let deleter else { throw missing("deleter", name, object) }
        _ = try interpreter.call(deleter, CallArguments([object]))
    }

    private func missing(_ part: String, _ name: String, _ object: Value) -> RaisedError {
        RaisedError(.attributeError, "property '\(name)' of '\(object.typeName)' object has no \(part)")
    }
}

/// A function of a class together with an object: `object.method`.
final class BoundMethod: HostObject {
    static let type = TypeObject(
        Declaration("method(function, instance, /)", .builtin), "A function of a class, with an object."
    ) { _, arguments, interpreter throws(RaisedError) in
        guard interpreter.isCallable(arguments[0]) else {
            throw RaisedError(.typeError, "first argument must be callable")
        }
        guard !arguments[1].isNone else { throw RaisedError(.typeError, "instance must not be None") }
        return .host(BoundMethod(arguments[0], arguments[1]))
    }

    let function: Value
    let object: Value

    init(_ function: Value, _ object: Value) {
        self.function = function
        self.object = object
    }

    var typeObject: TypeObject { BoundMethod.type }
    var isCallable: Bool { true }

    func call(_ arguments: CallArguments, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        var all = arguments
        all.positional.insert(object, at: 0)
        return try interpreter.call(function, all)
    }

    func attribute(_ name: String, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        switch name {
        case "__self__": object
        case "__func__": function
        case "__name__", "__doc__", "__qualname__": try interpreter.attributeIfPresent(name, of: function)
        default: nil
        }
    }

    func compare(_ op: ComparisonOperator, _ other: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        guard op == .equal || op == .notEqual, case .host(let host) = other, let method = host as? BoundMethod else {
            return nil
        }
        let isSame = method.function.isIdentical(to: function) && method.object.isIdentical(to: object)
        return .bool(isSame == (op == .equal))
    }

    func repr() -> String {
        guard case .function(let function) = function else { return "<bound method>" }
        return "<bound method \(function.qualifiedName) of \(object.repr)>"
    }

    /// The parameters after the first.
    var signature: Signature? {
        guard case .function(let function) = function else { return nil }
        return Signature(function.signature.name, Array(function.signature.parameters.dropFirst()))
    }

    var documentation: String? { if case .function(let function) = function { function.documentation } else { nil } }
}

extension HostObject {
    /// Whether a class treats it in its own way: a property, a class method, a function of the library.
    public var isDescriptor: Bool { self is FunctionWrapper || self is NativeMethod }
}

extension Value {
    /// The function inside a `staticmethod`, `classmethod` or `property`; any other value itself.
    var unwrapped: Value {
        if case .host(let object) = self, let wrapper = object as? FunctionWrapper { wrapper.function } else { self }
    }

    /// The property that it is.
    var property: Property? { if case .host(let object) = self { object as? Property } else { nil } }

    /// What an object of a class has by a name whose value in the class this is.
    func bound(to object: Value, _ type: TypeObject, _ name: String, _ interpreter: Interpreter) throws(RaisedError)
        -> Value
    {
        switch self {
        case .function: return .host(BoundMethod(self, object))
        case .host(let host):
            if let method = host as? StaticMethod { return method.function }
            if let method = host as? ClassMethod { return .host(BoundMethod(method.function, .type(type))) }
            if host is NativeMethod { return .host(BoundMethod(self, object)) }
            if let property = host as? Property { return try property.read(object, name, interpreter) }
            return self
        default: return self
        }
    }

    /// What the class itself has by a name whose value this is.
    func unbound(from type: TypeObject) -> Value {
        guard case .host(let host) = self else { return self }
        if let method = host as? StaticMethod { return method.function }
        if let method = host as? ClassMethod { return .host(BoundMethod(method.function, .type(type))) }
        return self
    }
}

/// A function that a program gives to a class of scripts, which takes the object first as functions of the script do.
public final class NativeMethod: HostObject {
    let function: BuiltinFunction

    /// A method of these parameters, `self` first.
    public init(_ function: BuiltinFunction) { self.function = function }

    /// The class of functions.
    public var typeObject: TypeObject { .function }
    /// True.
    public var isCallable: Bool { true }
    /// Calls it with the object among the arguments.
    public func call(_ arguments: CallArguments, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        try interpreter.call(.builtin(function), arguments)
    }
    /// The parameters.
    public var signature: Signature? { function.signature }
    /// As functions of a script show themselves.
    public func repr() -> String { "<function \(function.name)>" }
    /// The names of functions.
    public func attribute(_ name: String, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        switch name {
        case "__name__": .string(function.name)
        case "__qualname__": .string(function.signature.name)
        case "__doc__": .string(function.documentation)
        default: nil
        }
    }
}
