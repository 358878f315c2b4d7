/// A value of the language.
public enum Value {
    case none
    case ellipsis
    case bool(Bool)
    case int(Int)
    /// A whole number beyond 64 bits.
    case big(BigInt)
    case float(Double)
    case string(String)
    case tuple([Value])
    case list(ListObject)
    case dict(DictObject)
    case set(SetObject)
    case range(RangeObject)
    case slice(SliceObject)
    case function(FunctionObject)
    case builtin(BuiltinFunction)
    case type(TypeObject)
    case module(ModuleObject)
    case exception(ExceptionObject)
    case iterator(IteratorObject)
    /// An object of the program around the language, such as a layer or an array.
    case host(any HostObject)
}

/// A list, shared by all who hold it.
public final class ListObject {
    /// The items, in order.
    public var items: [Value]

    /// Makes one from its parts.
    public init(_ items: [Value] = []) { self.items = items }
}

/// The numbers start, start + step, … before stop.
public final class RangeObject {
    /// Where it begins; nil or None for the natural place.
    public let start: Int
    /// Where it ends, not included.
    public let stop: Int
    /// The distance between neighbours.
    public let step: Int

    /// Makes one from its parts.
    public init(start: Int, stop: Int, step: Int) {
        self.start = start
        self.stop = stop
        self.step = step
    }

    /// How many numbers there are.
    public var count: Int {
        if step > 0 { return start < stop ? Int((UInt(bitPattern: stop &- start) - 1) / UInt(step)) + 1 : 0 }
        return start > stop ? Int((UInt(bitPattern: start &- stop) - 1) / step.magnitude) + 1 : 0
    }

    /// The number at an index from 0 to count − 1.
    public subscript(index: Int) -> Int { start &+ index &* step }
}

/// `start:stop:step` between square brackets.
public final class SliceObject {
    /// Where it begins; nil or None for the natural place.
    public let start: Value
    /// Where it ends, not included.
    public let stop: Value
    /// The distance between neighbours.
    public let step: Value

    /// Makes one from its parts.
    public init(_ start: Value, _ stop: Value, _ step: Value) {
        self.start = start
        self.stop = stop
        self.step = step
    }
}

/// Something that answers one value after the other.
public final class IteratorObject {
    /// The class, as Python names it: `generator`, `zip`.
    public let typeName: String
    private let advance: () throws(RaisedError) -> Value?

    /// - Parameters:
    ///   - typeName: the class, as Python names it.
    ///   - advance: answers the next value; nil at the end.
    public init(_ typeName: String, _ advance: @escaping () throws(RaisedError) -> Value?) {
        self.typeName = typeName
        self.advance = advance
    }

    /// The next value; nil at the end.
    public func next() throws(RaisedError) -> Value? { try advance() }
}

/// A named collection of values, such as `keras.layers`; members are made when they are first asked for.
public final class ModuleObject {
    /// The name it is found by.
    public let name: String
    /// One sentence for help.
    public let documentation: String
    /// The names that `dir` and completion list, in their order.
    public private(set) var memberNames: [String]
    private var members: [String: Value] = [:]
    private let make: (String) -> Value?

    /// - Parameters:
    ///   - name: the dotted name.
    ///   - documentation: one sentence.
    ///   - memberNames: the names there are.
    ///   - make: makes a member when it is first asked for; nil where there is none of that name.
    public init(
        _ name: String, documentation: String = "", memberNames: [String] = [],
        make: @escaping (String) -> Value? = { _ in nil }
    ) {
        self.name = name
        self.documentation = documentation
        self.memberNames = memberNames
        self.make = make
    }

    /// The member of that name.
    public subscript(name: String) -> Value? {
        get {
            if let member = members[name] { return member }
            guard let made = make(name) else { return nil }
            members[name] = made
            return made
        }
        set {
            if newValue != nil, !memberNames.contains(name) { memberNames.append(name) }
            members[name] = newValue
        }
    }
}

extension Value {
    /// The class, as Python names it in messages.
    public var typeName: String {
        switch self {
        case .none: "NoneType"
        case .ellipsis: "ellipsis"
        case .bool: "bool"
        case .int, .big: "int"
        case .float: "float"
        case .string: "str"
        case .tuple: "tuple"
        case .list: "list"
        case .dict: "dict"
        case .set: "set"
        case .range: "range"
        case .slice: "slice"
        case .function: "function"
        case .builtin: "builtin_function_or_method"
        case .type: "type"
        case .module: "module"
        case .exception(let exception): exception.type.name
        case .iterator(let iterator): iterator.typeName
        case .host(let object): object.typeName
        }
    }

    /// Whether two values are one and the same, as `is` asks.
    func isIdentical(to other: Value) -> Bool {
        switch (self, other) {
        case (.none, .none), (.ellipsis, .ellipsis): true
        case (.bool(let a), .bool(let b)): a == b
        case (.int(let a), .int(let b)): a == b
        case (.string(let a), .string(let b)): a == b
        case (.tuple(let a), .tuple(let b)): a.isEmpty && b.isEmpty
        case (.list(let a), .list(let b)): a === b
        case (.dict(let a), .dict(let b)): a === b
        case (.set(let a), .set(let b)): a === b
        case (.function(let a), .function(let b)): a === b
        case (.builtin(let a), .builtin(let b)): a === b
        case (.type(let a), .type(let b)): a === b
        case (.module(let a), .module(let b)): a === b
        case (.exception(let a), .exception(let b)): a === b
        case (.iterator(let a), .iterator(let b)): a === b
        case (.host(let a), .host(let b)): a === b
        default: false
        }
    }
}
