import Language

extension Value {
    /// The value itself, or the one that an object of a class has which derives from the language's own data.
    public var plain: Value {
        if case .host(let object) = self, let derived = object as? DerivedValue { derived.plain ?? self } else { self }
    }

    /// The text of a string, or of an object of a class that derives from `str`.
    var plainText: String? { if case .string(let text) = plain { text } else { nil } }
}

/// An object of a class that derives from the language's own data, such as `int` or `tuple`: where the class of a script does
/// not say otherwise, it does what that value does.
open class DerivedValue: HostObject {
    /// The class.
    public let typeObject: TypeObject
    /// The part that a script's class adds to it; nil where no script defines the class.
    public private(set) var instance: InstanceObject?

    /// An object of a class.
    public init(_ type: TypeObject, _ interpreter: Interpreter?) {
        typeObject = type
        guard let interpreter, type.userClass != nil else { return }
        instance = InstanceObject(type, of: self, running: [], interpreter)
    }

    /// The value whose operators and methods it has; nil where it only has those of its class.
    open var plain: Value? { nil }

    /// Whether a script's class defines a method.
    public func defines(_ name: String) -> Bool { instance?.special(name) != nil }

    // MARK: Text

    /// As its class says, otherwise as the value does.
    open func repr() -> String { repr { $0.repr } }
    /// As its class says, otherwise as the value does.
    open func repr(_ inner: (Value) -> String) -> String {
        if defines("__repr__"), let instance { return instance.repr() }
        return plain.map(inner) ?? "<\(typeObject.qualifiedName) object>"
    }
    /// As its class says, otherwise as `repr` shows it.
    open func str() -> String {
        if defines("__str__"), let instance { return instance.str() }
        return repr()
    }
    /// As its class says, otherwise its text.
    open func format(_ specification: String) throws(RaisedError) -> String? {
        if defines("__format__"), let instance { return try instance.format(specification) }
        return try Formatter.format(.string(str()), specification)
    }

    // MARK: Attributes

    /// The names that were set on it.
    open var attributeNames: [String] { instance?.attributeNames ?? [] }

    /// What was set on it or its class has; otherwise the value's.
    open func attribute(_ name: String, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        if let found = try instance?.attribute(name, interpreter) { return found }
        guard let plain, !name.hasPrefix("__") else { return nil }
        let owner = typeObject.mro.first { $0.ownAttributes[name] != nil }
        guard owner == nil || owner === interpreter.typeOf(plain) else { return nil }
        return try interpreter.attributeIfPresent(name, of: plain)
    }

    /// Keeps it where a script defines the class.
    open func setAttribute(_ name: String, _ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool {
        try instance?.setAttribute(name, value, interpreter) ?? false
    }

    // MARK: Calls and items

    /// Whether its class defines `__call__`.
    public var isCallable: Bool { instance?.isCallable ?? false }
    /// Asks `__call__`.
    public func call(_ arguments: CallArguments, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        guard let instance else { throw RaisedError(.typeError, "'\(typeName)' object is not callable") }
        return try instance.call(arguments, interpreter)
    }
    /// The class's item, or the value's.
    open func item(_ index: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        if let own = try instance?.item(index, interpreter) { return own }
        return try plain.map { value throws(RaisedError) in try interpreter.item(of: value, at: index) }
    }
    /// False: values do not change.
    open func setItem(_ index: Value, _ new: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool { false }
    /// False: values do not change.
    open func augment(_ op: BinaryOperator, _ other: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool {
        false
    }
    /// The class's length, or the value's.
    open func length() throws(RaisedError) -> Int? {
        if let own = try instance?.length() { return own }
        switch plain {
        case .tuple(let items)?: return items.count
        case .string(let text)?: return text.unicodeScalars.count
        default: return nil
        }
    }
    /// The class's items, or the value's.
    open func iterate(_ interpreter: Interpreter) throws(RaisedError) -> IteratorObject? {
        if let own = try instance?.iterate(interpreter) { return own }
        return try plain.flatMap { value throws(RaisedError) in try interpreter.iteratorIfIterable(value) }
    }
    /// As its class says, otherwise as the value finds.
    open func contains(_ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool? {
        if let own = try instance?.contains(value, interpreter) { return own }
        return try plain.map { container throws(RaisedError) in
            try interpreter.contains(container, value.plain)
        }
    }
    /// As its class says, otherwise as the value is.
    open func truth() throws(RaisedError) -> Bool {
        if defines("__bool__") || defines("__len__"), let instance { return try instance.truth() }
        return try plain?.truth() ?? true
    }

    // MARK: Operators

    /// What its class computes, or the value.
    open func binary(
        _ op: BinaryOperator, _ other: Value, isReflected: Bool, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value? {
        if let own = try instance?.binary(op, other, isReflected: isReflected, interpreter) { return own }
        guard let plain else { return nil }
        let other = other.plain
        return try known("unsupported operand") { () throws(RaisedError) in
            try isReflected ? interpreter.binary(op, other, plain) : interpreter.binary(op, plain, other)
        }
    }
    /// What its class computes, or the value.
    open func unary(_ op: UnaryOperator, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        if let own = try instance?.unary(op, interpreter) { return own }
        return try plain.map { value throws(RaisedError) in try interpreter.unary(op, value) }
    }
    /// As its class compares, otherwise as the value does.
    public func compare(
        _ op: ComparisonOperator, _ other: Value, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value? {
        if let own = try instance?.compare(op, other, interpreter) { return own }
        guard let plain else { return nil }
        let other = other.plain
        return try known("'\(op.rawValue)' not supported") { () throws(RaisedError) in
            try interpreter.compare(op, plain, other)
        }
    }

    /// A result; nil where the error says that the values do not go together, which names the wrong classes.
    private func known(
        _ refusal: String, _ compute: () throws(RaisedError) -> Value
    ) throws(RaisedError) -> Value? {
        do throws(RaisedError) { return try compute() } catch {
            guard error.exception.type === ExceptionType.typeError, error.exception.message.hasPrefix(refusal) else {
                throw error
            }
            return nil
        }
    }

    /// The number that it is.
    public func number() throws(RaisedError) -> Value? {
        if let own = try instance?.number() { return own }
        guard let plain, Number(plain) != nil else { return nil }
        return plain
    }

    /// As a key it is the value, unless its class has an equality of its own.
    public var asKey: Value? { defines("__eq__") || defines("__hash__") ? nil : plain }
}
