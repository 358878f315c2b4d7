import Language

/// An object of a script's class that derives from the language's own data: `class Config(dict)`.
///
/// It holds a value of that class; what the script's class does not say, the value does.
public final class DataObject: DerivedValue {
    /// The value.
    public let held: Value

    private init(_ type: TypeObject, holding value: Value, _ interpreter: Interpreter) {
        held = value
        super.init(type, interpreter)
    }

    /// The value.
    public override var plain: Value? { held }

    /// Makes an object of a class, as `__new__` does: what changes begins empty, for `__init__` to fill.
    static func make(
        _ type: TypeObject, _ arguments: CallArguments, _ interpreter: Interpreter
    ) throws(RaisedError) -> any HostObject {
        guard let base = type.dataBase else { return InstanceObject(type, interpreter) }
        let value = try base.construct(base.isFilledLater ? CallArguments() : arguments, interpreter)
        return DataObject(type, holding: value, interpreter)
    }

    /// Another object of the class, which holds a copy of a value and has the same attributes.
    public func copy(holding value: Value) -> DataObject? {
        guard let instance else { return nil }
        let result = DataObject(typeObject, holding: value, instance.host)
        result.instance?.attributes = instance.attributes
        return result
    }

    /// Does what `__init__` of the language's own class does: it fills lists, dicts and sets.
    private func fill(_ arguments: CallArguments, _ interpreter: Interpreter) throws(RaisedError) {
        guard let base = typeObject.dataBase, base.isFilledLater else { return }
        let value = try base.construct(arguments, interpreter)
        switch (held, value) {
        case (.list(let list), .list(let new)): list.items = new.items
        case (.set(let set), .set(let new)): set.members = new.members
        case (.dict(let dict), .dict(let new)):
            dict.entries = new.entries
            dict.attributes = new.attributes
        default: break
        }
    }

    // MARK: Text

    /// As its class says, otherwise as the value does.
    public override func repr(_ inner: (Value) -> String) -> String {
        if defines("__repr__") { return super.repr(inner) }
        if case .set(let set) = held {
            return "\(typeObject.name)(\(set.members.count == 0 ? "" : inner(.set(SetObject(set.members)))))"
        }
        guard case .dict(let dict) = held, let represent = dict.type.represent else { return inner(held) }
        let text = represent(held, inner)
        // Kinds of dicts name their class.
        return text.hasPrefix(dict.type.name) ? typeObject.name + text.dropFirst(dict.type.name.count) : text
    }
    /// As `repr` of an object that holds values.
    public override func repr() -> String { Value.host(self).repr }
    /// As its class says; a string's text is the string.
    public override func str() -> String {
        if case .string(let text) = held, !defines("__str__") { return text }
        return super.str()
    }
    /// As its class says, otherwise as the value is formatted.
    public override func format(_ specification: String) throws(RaisedError) -> String? {
        if defines("__format__") || defines("__str__") { return try super.format(specification) }
        if defines("__repr__"), specification.isEmpty { return str() }
        return try Formatter.format(held, specification)
    }

    // MARK: Attributes

    /// What was set on it, its class's, otherwise the value's.
    public override func attribute(_ name: String, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        if let found = try instance?.attribute(name, interpreter) { return found }
        guard instance?.special(name) == nil else { return nil }
        if let found = heldMethod(name) { return found }
        guard !name.hasPrefix("__") else { return nil }
        return try interpreter.attributeIfPresent(name, of: held)
    }

    /// A special method of the value: what `super()` and the class itself answer.
    func heldMethod(_ name: String) -> Value? {
        switch name {
        case "__init__":
            return .builtin(
                BuiltinFunction("__init__(*args, **kwargs)", wording: .operator, "Fills the object.") {
                    [self] arguments, interpreter throws(RaisedError) in
                    try fill(CallArguments(arguments.rest, keywords: arguments.keywordRest), interpreter)
                    return .none
                })
        case "__getitem__":
            return .builtin(
                BuiltinFunction("__getitem__(key, /)", wording: .operator, "The item.") {
                    [self] arguments, interpreter throws(RaisedError) in try heldItem(arguments[0], interpreter)
                })
        default: return SpecialMethod.named(name, of: held).map(Value.builtin)
        }
    }

    // MARK: Items

    /// The item of the value, or what the class's `__missing__` answers.
    private func heldItem(_ index: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        if case .dict(let dict) = held, let instance, instance.special("__missing__") != nil {
            if let found = dict.entries[try HashKey(index)] { return found }
            if let made = try instance.callSpecial("__missing__", [index]) { return made }
        }
        return try interpreter.item(of: held, at: index)
    }

    /// The class's item, or the value's.
    public override func item(_ index: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        if let own = try instance?.item(index, interpreter) { return own }
        return try heldItem(index, interpreter)
    }

    /// Sets the class's item, or the value's.
    public override func setItem(_ index: Value, _ new: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool {
        if defines("__setitem__"), let instance { return try instance.setItem(index, new, interpreter) }
        switch held {
        case .list, .dict: try interpreter.setItem(of: held, at: index, to: new)
        default: return false
        }
        return true
    }

    /// The class's length, or the value's.
    public override func length() throws(RaisedError) -> Int? {
        if let own = try instance?.length() { return own }
        switch held {
        case .list(let list): return list.items.count
        case .dict(let dict): return dict.entries.count
        case .set(let set): return set.members.count
        default: return try super.length()
        }
    }

    /// Changes the value in place.
    public override func augment(_ op: BinaryOperator, _ other: Value, _ interpreter: Interpreter) throws(RaisedError)
        -> Bool
    {
        switch held {
        case .list, .dict, .set: return try interpreter.augment(op, held, other.plain).isIdentical(to: held)
        default: return false
        }
    }
}

extension TypeObject {
    /// The class of the language's own data, or of `collections`, that a class is or derives from.
    var dataBase: TypeObject? { mro.first { $0.userClass == nil && $0.holdsData } }

    /// Whether it is a class of data from which classes of scripts may derive.
    var holdsData: Bool {
        userClass == nil && metaclass == nil && (TypeObject.data.contains { $0 === self } || isKind(of: .dict))
    }

    /// Whether its objects have a hash: neither data that changes nor a class with an equality alone.
    var isHashable: Bool {
        !isFilledLater && userAttribute("__eq__") == nil
    }

    /// Whether `__init__` fills what `__new__` has made.
    fileprivate var isFilledLater: Bool { isKind(of: .list) || isKind(of: .dict) || isKind(of: .set) }

    private static let data: [TypeObject] = [int, float, str, bytes, tuple, list, set, frozenset]
}
