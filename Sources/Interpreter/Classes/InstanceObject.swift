import Language
import OrderedCollections

/// An object of a class that a script defines. Its special methods are what operators and builtins ask it for.
public final class InstanceObject: HostObject {
    /// The class.
    public let typeObject: TypeObject
    /// The attributes that a script has set on it.
    public var attributes: OrderedDictionary<String, Value> = [:] {
        didSet {
            changes &+= 1
            if let shown, !isCopying { copyAttributes(to: shown) }
        }
    }
    /// How often its attributes have changed.
    public private(set) var changes = 0
    /// What `__dict__` has answered: a dict that has the attributes, and by which they can be changed.
    private var shown: DictObject?
    /// Whether attributes are being handed between the object and its dict.
    private var isCopying = false
    unowned let interpreter: Interpreter
    /// The object of the host of whose class the script's class derives, and which this is the script's part of; nil where
    /// it is the whole object.
    private unowned var owner: (any HostObject)?
    /// Methods of the class that the owner runs in its own way when they are called on the object.
    private let runByOwner: Set<String>
    /// Whether it is the whole object, and not a part of a host's one.
    let isWhole: Bool
    /// What it hashes to where no class says otherwise, once that was asked for.
    private(set) lazy var identityHash = interpreter.nextIdentityHash()
    /// What `__hash__` answered.
    var hashNumber: Int?

    /// An object of a class, without attributes.
    public init(_ type: TypeObject, _ interpreter: Interpreter) {
        typeObject = type
        self.interpreter = interpreter
        runByOwner = []
        isWhole = true
    }

    /// The part of a host's object that a script's class adds to it.
    /// - Parameter methods: methods of the class that the owner runs in its own way when they are called on the object.
    public init(
        _ type: TypeObject, of owner: any HostObject, running methods: Set<String>, _ interpreter: Interpreter
    ) {
        typeObject = type
        self.interpreter = interpreter
        self.owner = owner
        runByOwner = methods
        isWhole = false
    }

    /// The interpreter in which its class was defined.
    public var host: Interpreter { interpreter }

    /// Another object of the class, without attributes.
    public func alike() -> InstanceObject { InstanceObject(typeObject, interpreter) }

    /// The object itself, for calls of its methods.
    public var instance: InstanceObject? { self }

    /// The whole object.
    var value: Value { .host(owner ?? self) }

    /// The special method of that name that its class defines.
    public func special(_ name: String) -> Value? { typeObject.userAttribute(name) }

    /// Calls a special method; nil where the class has none, or where it answers NotImplemented.
    public func callSpecial(_ name: String, _ arguments: [Value] = []) throws(RaisedError) -> Value? {
        guard let method = special(name) else { return nil }
        if case .none = method { return nil }
        let result = try interpreter.call(method, CallArguments([value] + arguments))
        if case .host(let object) = result, object is NotImplementedObject { return nil }
        return result
    }

    /// Whether the owner runs a method of the class in its own way.
    func isRunByOwner(_ name: String) -> Bool { !isWhole && runByOwner.contains(name) }

    /// The code of its class that computes what it has under a name: the function of a property, or a descriptor; nil where
    /// nothing is computed.
    public func computed(_ name: String) -> Value? {
        guard let member = special(name) else { return nil }
        if let property = member.property { return property.function }
        return member.descriptor == nil ? nil : member
    }

    // MARK: Attributes

    /// The attributes that were set on it.
    public var attributeNames: [String] { Array(attributes.keys) + ["__dict__"] }

    /// A property of its class, an attribute of its own, or what `__getattr__` answers.
    public func attribute(_ name: String, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        if let property = special(name)?.property {
            do throws(RaisedError) { return try property.read(value, name, interpreter) } catch {
                guard error.exception.type.isKind(of: .attributeError), let fallback = special("__getattr__") else {
                    throw error
                }
                return try interpreter.call(fallback, CallArguments([value, .string(name)]))
            }
        }
        let descriptor = special(name)?.descriptor
        if let descriptor, descriptor.special("__set__") != nil,
            let found = try descriptor.callSpecial("__get__", [value, .type(typeObject)])
        {
            return found
        }
        if let own = attributes[name] { return own }
        if let found = try descriptor?.callSpecial("__get__", [value, .type(typeObject)]) { return found }
        if name == "__dict__" { return .dict(dictionary) }
        if typeObject.attribute(name) == nil, let fallback = special("__getattr__"), !name.hasPrefix("__") {
            return try interpreter.call(fallback, CallArguments([value, .string(name)]))
        }
        return nil
    }

    /// Asks `__setattr__`, or keeps the attribute.
    public func setAttribute(_ name: String, _ new: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool {
        if let method = special("__setattr__") {
            _ = try interpreter.call(method, CallArguments([value, .string(name), new]))
        } else {
            try keep(new, as: name)
        }
        return true
    }

    /// What `object.__setattr__` does.
    func keep(_ new: Value, as name: String) throws(RaisedError) {
        if name == "__dict__", case .dict(let dict) = new { return show(dict) }
        if name == "__class__" {
            throw RaisedError(
                .notImplementedError, "an object cannot be given another class here", hint: "make a new object")
        }
        if let descriptor = special(name)?.descriptor, descriptor.special("__set__") != nil {
            _ = try descriptor.callSpecial("__set__", [value, new])
            return
        }
        if let slots = typeObject.slots, !slots.contains(name) {
            throw RaisedError(.attributeError, "'\(typeName)' object has no attribute '\(name)'")
        }
        attributes[name] = new
    }

    // MARK: __dict__

    private var dictionary: DictObject {
        if let shown { return shown }
        let made = DictObject([])
        copyAttributes(to: made)
        watch(made)
        return made
    }

    /// Takes a dict as its attributes, which other objects may have as theirs, too.
    private func show(_ dict: DictObject) {
        shown = nil
        takeAttributes(from: dict)
        watch(dict)
    }

    private func watch(_ dict: DictObject) {
        shown = dict
        dict.watchers.append { [weak self, unowned dict] in
            if let self, self.shown === dict, !self.isCopying { self.takeAttributes(from: dict) }
        }
    }

    private func copyAttributes(to dict: DictObject) {
        isCopying = true
        defer { isCopying = false }
        var entries: OrderedDictionary<HashKey, Value> = [:]
        for (name, value) in attributes { entries[HashKey(name)] = value }
        dict.entries = entries
    }

    private func takeAttributes(from dict: DictObject) {
        isCopying = true
        defer { isCopying = false }
        var taken: OrderedDictionary<String, Value> = [:]
        for (key, value) in dict.entries { if case .string(let name) = key.value { taken[name] = value } }
        attributes = taken
    }

    /// Takes an attribute away.
    func deleteAttribute(_ name: String) throws(RaisedError) {
        if let method = special("__delattr__") {
            _ = try interpreter.call(method, CallArguments([value, .string(name)]))
            return
        }
        try remove(name)
    }

    /// What `object.__delattr__` does.
    func remove(_ name: String) throws(RaisedError) {
        if let property = special(name)?.property { return try property.remove(from: value, name, interpreter) }
        if let descriptor = special(name)?.descriptor, descriptor.special("__delete__") != nil {
            _ = try descriptor.callSpecial("__delete__", [value])
            return
        }
        guard attributes.removeValue(forKey: name) != nil else {
            throw RaisedError(.attributeError, "'\(typeName)' object has no attribute '\(name)'")
        }
    }

    // MARK: Calls and items

    /// Whether its class defines `__call__`.
    public var isCallable: Bool { special("__call__") != nil }

    /// Asks `__call__`.
    public func call(_ arguments: CallArguments, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        guard let method = special("__call__") else {
            throw RaisedError(.typeError, "'\(typeName)' object is not callable")
        }
        var all = arguments
        all.positional.insert(value, at: 0)
        return try interpreter.call(method, all)
    }

    /// Asks `__getitem__`.
    public func item(_ index: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        try callSpecial("__getitem__", [index])
    }

    /// Asks `__setitem__`.
    public func setItem(_ index: Value, _ new: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool {
        if special("__setitem__") == nil, special("__delitem__") != nil {
            throw RaisedError(.attributeError, "__setitem__")
        }
        return try callSpecial("__setitem__", [index, new]) != nil
    }

    /// Takes an item away; false where the class cannot.
    func deleteItem(_ index: Value) throws(RaisedError) -> Bool {
        // CPython keeps the two methods in one place, and says so where only the other one is there.
        if special("__delitem__") == nil, special("__setitem__") != nil {
            throw RaisedError(.attributeError, "__delitem__")
        }
        return try callSpecial("__delitem__", [index]) != nil
    }

    /// Asks `__len__`.
    public func length() throws(RaisedError) -> Int? {
        guard let result = try callSpecial("__len__") else { return nil }
        guard let count = Number(result)?.exactInt else {
            throw RaisedError(.typeError, "'\(result.typeName)' object cannot be interpreted as an integer")
        }
        guard count >= 0 else { throw RaisedError(.valueError, "__len__() should return >= 0") }
        return count
    }

    /// Asks `__iter__`; without it, `__getitem__` for 0, 1, … until an IndexError.
    public func iterate(_ interpreter: Interpreter) throws(RaisedError) -> IteratorObject? {
        if let result = try callSpecial("__iter__") {
            if case .iterator(let iterator) = result { return iterator }
            guard case .host(let object) = result, let other = object.instance, let next = other.nextItems else {
                throw RaisedError(.typeError, "iter() returned non-iterator of type '\(result.typeName)'")
            }
            return next
        }
        // What derives from a list or a dict is gone through as that is.
        guard special("__getitem__") != nil, !(owner is DataObject) else { return nil }
        var index = 0
        return IteratorObject("iterator") { () throws(RaisedError) in
            defer { index += 1 }
            do throws(RaisedError) { return try self.callSpecial("__getitem__", [.int(index)]) } catch {
                guard error.exception.type.isKind(of: .indexError) else { throw error }
                return nil
            }
        }
    }

    /// The items that `__getitem__` gives from the last to the first; nil where the class has no `__getitem__` or `__len__`.
    func itemsFromTheEnd() throws(RaisedError) -> IteratorObject? {
        guard special("__getitem__") != nil, var rest = try length() else { return nil }
        return IteratorObject("reversed") { () throws(RaisedError) in
            guard rest > 0 else { return nil }
            rest -= 1
            return try self.callSpecial("__getitem__", [.int(rest)])
        }
    }

    /// The items that `__next__` gives; nil where the class has no `__next__`.
    var nextItems: IteratorObject? {
        guard special("__next__") != nil else { return nil }
        return InstanceItems(self)
    }

    /// Asks `__contains__`.
    public func contains(_ item: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool? {
        try callSpecial("__contains__", [item])?.truth()
    }

    // MARK: Text

    /// Asks `__repr__`.
    public func repr() -> String { text("__repr__") ?? "<\(typeObject.qualifiedName) object>" }

    /// Asks `__str__`.
    public func str() -> String { text("__str__") ?? repr() }

    /// Asks `__format__`.
    public func format(_ specification: String) throws(RaisedError) -> String? {
        if let result = try callSpecial("__format__", [.string(specification)]) {
            guard case .string(let text) = result else {
                throw RaisedError(.typeError, "__format__ must return a str, not \(result.typeName)")
            }
            return text
        }
        guard specification.isEmpty else {
            throw RaisedError(.typeError, "unsupported format string passed to \(typeName).__format__")
        }
        return str()
    }

    /// The text of a method that is asked for where nothing can be raised: an error waits until something can.
    private func text(_ name: String) -> String? {
        do throws(RaisedError) {
            guard let result = try callSpecial(name) else { return nil }
            if case .string(let text) = result { return text }
            throw RaisedError(.typeError, "\(name) returned non-string (type \(result.typeName))")
        } catch {
            if interpreter.waitingError == nil { interpreter.waitingError = error }
            return "<\(typeName): \(name) raised \(error.exception.type.name): \(error.exception.message)>"
        }
    }

    /// What a class that the program carries says by `_is_silent`.
    public var isSilent: Bool {
        guard typeObject.userClass?.code == nil, case .bool(true)? = special("_is_silent") else { return false }
        return true
    }

    /// The class's own.
    public var documentation: String? { typeObject.userClass?.documentation }
}
