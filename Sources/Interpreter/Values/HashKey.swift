import OrderedCollections

/// A value as a key of a dict or a member of a set: 1, 1.0 and True are one key, as in Python.
public struct HashKey: Hashable {
    /// The value.
    public let value: Value

    /// - Throws: TypeError for lists, dicts and sets, which change.
    public init(_ value: Value) throws(RaisedError) {
        if value.mayHold {
            var budget = HashKey.mostItems
            try HashKey.check(value, depth: 0, &budget)
        } else if case .host(let object) = value {
            try HashKey.check(object)
            if let key = object.asKey { _ = try HashKey(key) }
        }
        self.value = value
    }

    /// A value that is looked for in a set: another set stands for the frozen set of its members, as in Python.
    init(asked value: Value) throws(RaisedError) {
        if case .set(let set) = value, !set.isFrozen {
            try self.init(.set(SetObject(set.members, isFrozen: true)))
        } else {
            try self.init(value)
        }
    }

    /// Items that a key holds at most, at whatever depth: a hash looks at all of them, and no interrupt stops it.
    private static let mostItems = 1_000_000
    /// How deeply a key is nested at most.
    private static let depthLimit = 1000

    private static func check(_ value: Value, depth: Int, _ budget: inout Int) throws(RaisedError) {
        budget -= 1
        guard depth <= depthLimit else {
            throw RaisedError(.recursionError, "maximum recursion depth exceeded while hashing")
        }
        guard budget > 0 else {
            throw RaisedError(.memoryError, "a key of more than \(mostItems) items does not fit in memory")
        }
        switch value {
        case .list, .dict, .slice: throw RaisedError(.typeError, "unhashable type: '\(value.typeName)'")
        case .set(let set):
            guard set.isFrozen else { throw RaisedError(.typeError, "unhashable type: 'set'") }
            for member in set.members.elements { try check(member.value, depth: depth + 1, &budget) }
        case .tuple(let items):
            for item in items { try check(item, depth: depth + 1, &budget) }
        case .host(let object): try check(object)
        default: break
        }
    }

    private static func check(_ object: any HostObject) throws(RaisedError) {
        guard object.isHashable else {
            throw RaisedError(.typeError, "unhashable type: '\(object.typeObject.qualifiedName)'")
        }
        try object.instance?.prepareHash()
    }

    /// A string key, which is always hashable.
    public init(_ text: String) { value = .string(text) }

    private init(unchecked value: Value) { self.value = value }

    /// Whether the two are one key.
    public static func == (a: HashKey, b: HashKey) -> Bool {
        switch (a.value, b.value) {
        case (.string(let x), .string(let y)): return x.isSame(as: y)
        case (.bytes(let x), .bytes(let y)): return x == y
        case (.int(let x), .int(let y)): return x == y
        case (.tuple(let x), .tuple(let y)):
            return x.count == y.count && zip(x, y).allSatisfy { HashKey(unchecked: $0) == HashKey(unchecked: $1) }
        case (.set(let x), .set(let y)):
            guard x !== y else { return true }
            return x.keyHash == y.keyHash && x.members.count == y.members.count && x.members.isSubset(of: y.members)
        case (.range(let x), .range(let y)): return x.isEqual(to: y)
        default:
            if case .host(let x) = a.value, let key = x.asKey { return HashKey(unchecked: key) == b }
            if case .host(let y) = b.value, let key = y.asKey { return a == HashKey(unchecked: key) }
            if let x = Number(a.value), let y = Number(b.value) { return Number.areEqual(x, y) }
            if a.value.isIdentical(to: b.value) { return true }
            if case .host(let x) = a.value, let instance = x.instance { return instance.isEqualKey(to: b.value) }
            return false
        }
    }

    /// Feeds the hasher, equal keys alike.
    public func hash(into hasher: inout Hasher) {
        switch value {
        case .string(let text): hasher.combine(text)
        case .bytes(let bytes): hasher.combine(bytes)
        case .int(let number): hasher.combine(number)
        case .bool(let truth): hasher.combine(truth ? 1 : 0)
        case .float(let number):
            if let whole = Int(exactly: number) { hasher.combine(whole) } else { hasher.combine(PythonHash.of(value)) }
        case .big: hasher.combine(PythonHash.of(value))
        case .tuple(let items): for item in items { HashKey(unchecked: item).hash(into: &hasher) }
        case .function(let object): hasher.combine(ObjectIdentifier(object))
        case .builtin(let object): hasher.combine(ObjectIdentifier(object))
        case .type(let object): hasher.combine(ObjectIdentifier(object.identity))
        case .module(let object): hasher.combine(ObjectIdentifier(object))
        case .exception(let object): hasher.combine(ObjectIdentifier(object))
        case .iterator(let object): hasher.combine(ObjectIdentifier(object))
        case .host(let object):
            if let number = object.instance?.hashNumber {
                hasher.combine(number)
            } else if let key = object.asKey {
                HashKey(unchecked: key).hash(into: &hasher)
            } else {
                hasher.combine(ObjectIdentifier(object))
            }
        case .set(let set): hasher.combine(set.keyHash)
        default: hasher.combine(value.typeName)
        }
    }
}

/// A dict, in the order in which its keys came.
public final class DictObject {
    /// The keys with their values, in order.
    public var entries: OrderedDictionary<HashKey, Value> {
        didSet { if !watchers.isEmpty { for watcher in watchers { watcher() } } }
    }
    /// Called when the pairs have changed: by the objects whose `__dict__` it is, of which there may be several.
    var watchers: [() -> Void] = []

    /// The class: `dict`, or one that derives from it.
    public let type: TypeObject
    /// What objects of a class that derives from `dict` keep beside the pairs, such as `default_factory`.
    public var attributes: [String: Value] = [:]

    /// Makes a dict of these pairs.
    public init(_ entries: OrderedDictionary<HashKey, Value> = [:], type: TypeObject = .dict) {
        self.entries = entries
        self.type = type
    }

    /// A dict of the same class with other pairs.
    public func alike(_ entries: OrderedDictionary<HashKey, Value>) -> DictObject {
        let result = DictObject(entries, type: type)
        result.attributes = attributes
        return result
    }

    deinit {
        guard entries.values.contains(where: \.isContainer) else { return }
        var rest = Array(entries.values)
        entries = [:]
        Value.release(&rest)
    }

    /// A dict with string keys.
    public convenience init(_ pairs: [(String, Value)]) {
        var entries: OrderedDictionary<HashKey, Value> = [:]
        for (key, value) in pairs { entries[HashKey(key)] = value }
        self.init(entries)
    }
}

/// A `set`, or a `frozenset`, which does not change.
public final class SetObject {
    /// The members, in Python's order.
    public var members: SetTable
    /// Whether it is a `frozenset`.
    public let isFrozen: Bool

    /// What Python hashes a frozen set to, which is worked out once; nil where it differs from run to run.
    private(set) lazy var frozenHash: Int? = PythonHash.frozen(members)
    /// What a frozen set hashes to as a key.
    private(set) lazy var keyHash: Int = members.elements.reduce(0) { $0 ^ $1.hashValue }

    /// A set, or a frozenset, of these members.
    public init(_ members: SetTable = SetTable(), isFrozen: Bool = false) {
        self.members = members
        self.isFrozen = isFrozen
    }

    /// A set of the same kind with other members.
    func alike(_ members: SetTable) -> Value { .set(SetObject(members, isFrozen: isFrozen)) }
}

extension Value {
    /// Whether it is of a kind that holds values, or cannot be a key.
    fileprivate var mayHold: Bool {
        switch self {
        case .list, .dict, .slice, .set, .tuple: true
        default: false
        }
    }
}

extension String {
    /// Whether two strings are of the same characters: unlike Swift, Python tells `é` from `e` with an accent.
    @inline(__always)
    func isSame(as other: String) -> Bool { utf8.count == other.utf8.count && self == other }
}
