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
    case bytes([UInt8])
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

    /// A list of these items.
    public init(_ items: [Value] = []) { self.items = items }

    deinit {
        guard items.contains(where: \.isContainer) else { return }
        // Not `&items`: an access that stays open while chains are released makes each of them slower than the one before.
        var rest = items
        items = []
        Value.release(&rest)
    }
}

extension Value {
    /// Lets go of what lists, dicts and tuples hold, one after the other: a long chain of them would use up the stack.
    /// - Parameter rest: values without another owner; the caller releases the rest.
    static func release(_ rest: inout [Value]) {
        // Whether others hold a tuple too is not known, so that a few are looked into and the others left to themselves.
        var tuples = 32
        while tuples > 0, var last = rest.popLast() {
            if case .tuple(let inner) = last {
                tuples -= 1
                rest += inner.filter(\.isContainer)
            } else if case .list(var list) = last {
                last = .none
                guard isKnownUniquelyReferenced(&list) else { continue }
                rest += list.items.filter(\.isContainer)
                list.items = []
            } else if case .dict(var dict) = last {
                last = .none
                guard isKnownUniquelyReferenced(&dict) else { continue }
                rest += dict.entries.values.filter(\.isContainer)
                dict.entries = [:]
            }
        }
    }

    /// Whether it holds values.
    var isContainer: Bool {
        switch self {
        case .list, .dict: true
        case .tuple(let items): !items.isEmpty
        default: false
        }
    }
}

/// The numbers start, start + step, … before stop.
public final class RangeObject {
    /// Where it begins; nil or None for the natural place.
    public let start: Int
    /// Where it ends, not included.
    public let stop: Int
    /// The distance between neighbours.
    public let step: Int

    /// The range from `start` up to, but without, `stop`; `step` is not 0.
    public init(start: Int, stop: Int, step: Int) {
        self.start = start
        self.stop = stop
        self.step = step
    }

    /// How many numbers there are.
    public var count: Int {
        let isEmpty = step > 0 ? start >= stop : start <= stop
        guard !isEmpty else { return 0 }
        let distance = UInt(bitPattern: step > 0 ? stop &- start : start &- stop)
        return Int(clamping: (distance - 1) / step.magnitude + 1)
    }

    /// Whether another has the same numbers.
    func isEqual(to other: RangeObject) -> Bool {
        count == other.count && (count == 0 || (start == other.start && (count == 1 || step == other.step)))
    }

    /// Where a number stands; nil where it does not.
    func index(of number: Int) -> Int? {
        let isInside = step > 0 ? number >= start && number < stop : number <= start && number > stop
        guard isInside else { return nil }
        let distance = UInt(bitPattern: step > 0 ? number &- start : start &- number)
        return distance % step.magnitude == 0 ? Int(clamping: distance / step.magnitude) : nil
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

    /// The slice `start:stop:step`.
    public init(_ start: Value, _ stop: Value, _ step: Value) {
        self.start = start
        self.stop = stop
        self.step = step
    }
}

/// Something that answers one value after the other.
public class IteratorObject {
    /// The class, as Python names it: `generator`, `zip`.
    public let typeName: String
    private let advance: () throws(RaisedError) -> Value?
    /// Whether it has answered nil; from then on it does.
    private var isExhausted = false

    /// - Parameters:
    ///   - typeName: the class, as Python names it.
    ///   - advance: answers the next value; nil at the end.
    public init(_ typeName: String, _ advance: @escaping () throws(RaisedError) -> Value?) {
        self.typeName = typeName
        self.advance = advance
    }

    /// What the end of the iteration tells: the value of its StopIteration, which is that of a `yield from`.
    var result: Value { .none }

    /// The next value; nil at the end.
    public func next() throws(RaisedError) -> Value? {
        guard !isExhausted else { return nil }
        if let value = try advance() { return value }
        isExhausted = true
        return nil
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
        case .bytes: "bytes"
        case .tuple: "tuple"
        case .list: "list"
        case .dict(let dict): dict.type.name
        case .set(let set): set.isFrozen ? "frozenset" : "set"
        case .range: "range"
        case .slice: "slice"
        case .function: "function"
        case .builtin: "builtin_function_or_method"
        case .type: "type"
        case .module: "module"
        case .exception(let exception): exception.type.name
        case .iterator(let iterator): iterator.typeName
        case .host(let object): object.typeObject.name
        }
    }

    /// Whether two values are one and the same, as `is` asks.
    func isIdentical(to other: Value) -> Bool {
        switch (self, other) {
        case (.none, .none), (.ellipsis, .ellipsis): true
        case (.bool(let a), .bool(let b)): a == b
        case (.int(let a), .int(let b)): a == b
        case (.big(let a), .big(let b)): a == b
        case (.float(let a), .float(let b)): a.bitPattern == b.bitPattern
        case (.string(let a), .string(let b)): a.isSame(as: b)
        case (.bytes(let a), .bytes(let b)): a == b
        case (.tuple(let a), .tuple(let b)): Value.shareItems(a, b)
        case (.range(let a), .range(let b)): a === b
        case (.slice(let a), .slice(let b)): a === b
        case (.list(let a), .list(let b)): a === b
        case (.dict(let a), .dict(let b)): a === b
        case (.set(let a), .set(let b)): a === b
        case (.function(let a), .function(let b)): a === b
        case (.builtin(let a), .builtin(let b)): a === b
        case (.type(let a), .type(let b)): a.identity === b.identity
        case (.module(let a), .module(let b)): a === b
        case (.exception(let a), .exception(let b)): a === b
        case (.iterator(let a), .iterator(let b)): a === b
        case (.host(let a), .host(let b)): a === b
        default: false
        }
    }

    /// Whether two tuples are one and the same, which their storage tells.
    private static func shareItems(_ a: [Value], _ b: [Value]) -> Bool {
        a.count == b.count
            && a.withUnsafeBufferPointer { x in b.withUnsafeBufferPointer { y in x.baseAddress == y.baseAddress } }
    }
}

extension Value {
    /// Whether it stands for a value that is not there.
    public var isAbsent: Bool { if case .host(let object) = self { object.isAbsent } else { false } }
}
