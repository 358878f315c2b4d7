import Language
import Signatures

/// An object of the program around the language: a layer, an array, a model.
///
/// Every requirement but the name has a default that refuses as Python refuses.
public protocol HostObject: AnyObject {
    /// The class.
    var typeObject: TypeObject { get }
    /// The object as `repr` shows it.
    func repr() -> String
    /// The object as `repr` shows it, by an object that holds values and shows them with `inner`: `repr` is then that of
    /// `Value.host(self)`, which knows what it is inside of.
    func repr(_ inner: (Value) -> String) -> String
    /// The object as `print` shows it.
    func str() -> String
    /// The object in a field of an f-string.
    func format(_ specification: String) throws(RaisedError) -> String?
    /// The names of attributes that this very object has, beside those of its class.
    var attributeNames: [String] { get }
    /// The attribute of that name that this very object has; nil to ask its class.
    func attribute(_ name: String, _ interpreter: Interpreter) throws(RaisedError) -> Value?
    /// Sets an attribute that this very object has; false to ask its class.
    func setAttribute(_ name: String, _ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool
    /// Whether it can be called.
    var isCallable: Bool { get }
    /// Calls it.
    func call(_ arguments: CallArguments, _ interpreter: Interpreter) throws(RaisedError) -> Value
    /// The item at an index; nil where it has no items.
    func item(_ index: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value?
    /// Sets the item at an index; false where it has no items or they cannot be set.
    func setItem(_ index: Value, _ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool
    /// Number of items; nil where it has none.
    func length() throws(RaisedError) -> Int?
    /// The items one after the other; nil where it has none.
    func iterate(_ interpreter: Interpreter) throws(RaisedError) -> IteratorObject?
    /// Whether an item is in it; nil to ask the items.
    func contains(_ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool?
    /// Its truth.
    func truth() throws(RaisedError) -> Bool
    /// The result of an operator; nil where it does not know the other operand.
    func binary(
        _ op: BinaryOperator, _ other: Value, isReflected: Bool, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value?
    /// Does `object op= other` in place; false where it makes a new object, as numbers do.
    func augment(_ op: BinaryOperator, _ other: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool
    /// The result of a unary operator; nil where there is none.
    func unary(_ op: UnaryOperator, _ interpreter: Interpreter) throws(RaisedError) -> Value?
    /// The result of a comparison; nil where it does not know the other operand.
    func compare(_ op: ComparisonOperator, _ other: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value?
    /// The object as a number, where one is wanted; nil where it is none.
    func number() throws(RaisedError) -> Value?
    /// The object as a number for `float(x)` and `int(x)`; one that is none may say why.
    /// - Parameter type: the type by name, with its article: "an int".
    func number(convertedTo type: String) throws(RaisedError) -> Value?
    /// The signature by which it is called; nil where it is not known.
    var signature: Signature? { get }
    /// Help on it.
    var documentation: String? { get }
    /// Whether a statement that yields it shows nothing, as if it were None.
    var isSilent: Bool { get }
    /// The value that it is as a key of a dict; nil where it is a key of its own.
    var asKey: Value? { get }
    /// Whether it can be a key of a dict.
    var isHashable: Bool { get }
    /// Whether it stands for a value that is not there: what is computed from it is not there either.
    var isAbsent: Bool { get }
    /// The object itself where a script defines its class; nil for all others.
    var instance: InstanceObject? { get }
}

extension HostObject {
    /// The name of the class.
    public var typeName: String { typeObject.name }
    /// The object as `repr` shows it.
    public func repr() -> String { "<\(typeName)>" }
    /// The object as `repr` shows it; one that holds no values needs no help.
    public func repr(_ inner: (Value) -> String) -> String { repr() }
    /// The object as `print` shows it.
    public func str() -> String { repr() }
    /// The object by a format specification; nil to use its number.
    public func format(_ specification: String) throws(RaisedError) -> String? { specification.isEmpty ? str() : nil }
    /// The names of attributes that this very object has.
    public var attributeNames: [String] { [] }
    /// The attribute of that name that this very object has.
    public func attribute(_ name: String, _ interpreter: Interpreter) throws(RaisedError) -> Value? { nil }
    /// Sets an attribute that this very object has; false where that cannot be.
    public func setAttribute(_ name: String, _ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool {
        false
    }
    /// Whether it can be called.
    public var isCallable: Bool { false }
    /// Calls it.
    public func call(_ arguments: CallArguments, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        throw RaisedError(.typeError, "'\(typeName)' object is not callable")
    }
    /// The item at an index; nil where it has none.
    public func item(_ index: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value? { nil }
    /// Sets the item at an index; false where that cannot be.
    public func setItem(_ index: Value, _ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool {
        false
    }
    /// Number of items.
    public func length() throws(RaisedError) -> Int? { nil }
    /// The items one after the other; nil where it has none.
    public func iterate(_ interpreter: Interpreter) throws(RaisedError) -> IteratorObject? { nil }
    /// Whether an item is in it; nil to ask the items.
    public func contains(_ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool? { nil }
    /// Its truth, as `if` finds it.
    public func truth() throws(RaisedError) -> Bool { true }
    /// The result of an operator; nil where it does not know the other operand.
    public func binary(
        _ op: BinaryOperator, _ other: Value, isReflected: Bool, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value? { nil }
    /// Does `object op= other` in place; false where it makes a new object.
    public func augment(
        _ op: BinaryOperator, _ other: Value, _ interpreter: Interpreter
    ) throws(RaisedError) -> Bool { false }
    /// The result of a unary operator; nil where there is none.
    public func unary(_ op: UnaryOperator, _ interpreter: Interpreter) throws(RaisedError) -> Value? { nil }
    /// The result of a comparison; nil where it does not know the other operand.
    public func compare(
        _ op: ComparisonOperator, _ other: Value, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value? { nil }
    /// The object as a number; nil where it is none.
    public func number() throws(RaisedError) -> Value? { nil }
    /// The object as a number for a conversion.
    public func number(convertedTo type: String) throws(RaisedError) -> Value? { try number() }
    /// The signature by which it is called.
    public var signature: Signature? { nil }
    /// One sentence for help.
    public var documentation: String? { nil }
    /// Whether a statement that yields it shows nothing.
    public var isSilent: Bool { false }
    /// Nil: it is a key of its own.
    public var asKey: Value? { nil }
    /// Whether it can be a key of a dict.
    public var isHashable: Bool { true }
    /// It is a value.
    public var isAbsent: Bool { false }
    /// Nil: no script defines its class.
    public var instance: InstanceObject? { nil }
}
