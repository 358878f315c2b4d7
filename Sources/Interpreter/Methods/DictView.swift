import Language

/// A view on the keys, the values or the pairs of a dict, which follows its changes.
final class DictView: HostObject {
    /// What a view shows of each pair.
    enum Part {
        case keys, values, items

        func pick(_ key: HashKey, _ value: Value) -> Value {
            switch self {
            case .keys: key.value
            case .values: value
            case .items: .tuple([key.value, value])
            }
        }
    }

    private static let keysType = TypeObject("dict_keys", "The keys of a dict.")
    private static let valuesType = TypeObject("dict_values", "The values of a dict.")
    private static let itemsType = TypeObject("dict_items", "The pairs of a dict.")

    private let dict: DictObject
    private let part: Part

    init(_ dict: DictObject, _ part: Part) {
        self.dict = dict
        self.part = part
    }

    var typeObject: TypeObject {
        switch part {
        case .keys: DictView.keysType
        case .values: DictView.valuesType
        case .items: DictView.itemsType
        }
    }

    private var items: [Value] { dict.entries.map { part.pick($0.key, $0.value) } }

    /// Whether it can take part in operations on sets, as keys and pairs can.
    private var isSetLike: Bool { part != .values }

    func repr() -> String { Value.host(self).repr }
    func repr(_ inner: (Value) -> String) -> String { "\(typeName)(\(inner(.list(ListObject(items)))))" }

    func length() throws(RaisedError) -> Int? { dict.entries.count }

    func truth() throws(RaisedError) -> Bool { !dict.entries.isEmpty }

    func contains(_ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool? {
        switch part {
        case .keys: return dict.entries[try HashKey(value)] != nil
        case .items:
            guard case .tuple(let pair) = value, pair.count == 2 else { return false }
            guard let found = dict.entries[try HashKey(pair[0])] else { return false }
            return try interpreter.same(found, pair[1])
        case .values: return nil
        }
    }

    func iterate(_ interpreter: Interpreter) throws(RaisedError) -> IteratorObject? {
        let count = dict.entries.count
        var index = 0
        return IteratorObject("\(typeName.dropLast())iterator") { [dict, part] () throws(RaisedError) in
            guard dict.entries.count == count else {
                throw RaisedError(.runtimeError, "dictionary changed size during iteration")
            }
            guard index < count else { return nil }
            defer { index += 1 }
            let element = dict.entries.elements[index]
            return part.pick(element.key, element.value)
        }
    }

    // MARK: As a set

    private func members() throws(RaisedError) -> SetTable {
        var result = SetTable()
        for item in items { result.insert(try HashKey(item)) }
        return result
    }

    func binary(
        _ op: BinaryOperator, _ other: Value, isReflected: Bool, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value? {
        guard isSetLike, [.and, .or, .xor, .subtract].contains(op) else { return nil }
        guard try interpreter.isIterable(other) else { return nil }
        let (own, others) = (try members(), try interpreter.members(of: other))
        let (left, right) = isReflected ? (others, own) : (own, others)
        switch op {
        case .and: return .set(SetObject(left.intersection(right)))
        case .or: return .set(SetObject(left.union(right)))
        case .xor: return .set(SetObject(left.symmetricDifference(right)))
        default:
            var result = left
            result.subtract(right)
            return .set(SetObject(result))
        }
    }

    func compare(
        _ op: ComparisonOperator, _ other: Value, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value? {
        guard isSetLike else { return nil }
        switch other {
        case .set: break
        case .host(let object):
            guard let view = object as? DictView, view.isSetLike else { return nil }
        default: return nil
        }
        let own = Value.host(self)
        let (count, otherCount) = (dict.entries.count, try interpreter.length(of: other))
        func isInside(_ inner: Value, _ outer: Value) throws(RaisedError) -> Bool {
            for item in try interpreter.items(of: inner) where !(try interpreter.contains(outer, item)) { return false }
            return true
        }
        switch op {
        case .equal: return .bool(count == otherCount ? try isInside(own, other) : false)
        case .notEqual: return .bool(count == otherCount ? !(try isInside(own, other)) : true)
        case .less: return .bool(count < otherCount ? try isInside(own, other) : false)
        case .lessEqual: return .bool(count <= otherCount ? try isInside(own, other) : false)
        case .greater: return .bool(count > otherCount ? try isInside(other, own) : false)
        case .greaterEqual: return .bool(count >= otherCount ? try isInside(other, own) : false)
        default: return nil
        }
    }
}
