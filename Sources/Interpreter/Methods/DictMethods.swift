import OrderedCollections

/// The methods of `dict`.
enum DictMethods {
    private static func dict(_ value: Value) -> DictObject {
        if case .dict(let dict) = value { dict } else { DictObject() }
    }

    static let all: [Method] = [
        Method("get", ["key", "default"], "The value of a key, or a default.") {
            value, arguments, _ throws(RaisedError) in
            var reader = try ArgumentReader("get", arguments, most: 2)
            let key = try HashKey(try reader.required("key"))
            return dict(value).entries[key] ?? reader.optional("default") ?? .none
        },
        Method("keys", [], "The keys.") { value, _, _ throws(RaisedError) in
            .host(DictView(dict(value), "dict_keys") { key, _ in key.value })
        },
        Method("values", [], "The values.") { value, _, _ throws(RaisedError) in
            .host(DictView(dict(value), "dict_values") { _, value in value })
        },
        Method("items", [], "The pairs of key and value.") { value, _, _ throws(RaisedError) in
            .host(DictView(dict(value), "dict_items") { key, value in .tuple([key.value, value]) })
        },
        Method("pop", ["key", "default"], "Takes a key out and answers its value.") {
            value, arguments, _ throws(RaisedError) in
            var reader = try ArgumentReader("pop", arguments, most: 2)
            let key = try reader.required("key")
            if let found = dict(value).entries.removeValue(forKey: try HashKey(key)) { return found }
            guard let fallback = reader.optional("default") else {
                throw RaisedError(ExceptionObject(.keyError, [key]))
            }
            return fallback
        },
        Method("popitem", [], "Takes the last pair out.") { value, _, _ throws(RaisedError) in
            guard let last = dict(value).entries.elements.last else {
                throw RaisedError(ExceptionObject(.keyError, [.string("popitem(): dictionary is empty")]))
            }
            dict(value).entries.removeLast()
            return .tuple([last.key.value, last.value])
        },
        Method("setdefault", ["key", "default"], "The value of a key, set to a default where there is none.") {
            value, arguments, _ throws(RaisedError) in
            var reader = try ArgumentReader("setdefault", arguments, most: 2)
            let key = try HashKey(try reader.required("key"))
            if let found = dict(value).entries[key] { return found }
            let fallback = reader.optional("default") ?? .none
            dict(value).entries[key] = fallback
            return fallback
        },
        Method("update", ["other"], "Takes over the pairs of another.") {
            value, arguments, interpreter throws(RaisedError) in
            let target = dict(value)
            if let other = arguments.positional.first {
                target.entries.merge(try interpreter.entries(from: other)) { $1 }
            }
            for (name, value) in arguments.keywords { target.entries[HashKey(name)] = value }
            return .none
        },
        Method("copy", [], "Another dict of the same pairs.") { value, _, _ throws(RaisedError) in
            .dict(DictObject(dict(value).entries))
        },
        Method("clear", [], "Takes all pairs out.") { value, _, _ throws(RaisedError) in
            dict(value).entries = [:]
            return .none
        },
    ]
}

extension Interpreter {
    /// The pairs of a dict, or of an iterable of pairs.
    func entries(from value: Value) throws(RaisedError) -> OrderedDictionary<HashKey, Value> {
        if case .dict(let dict) = value { return dict.entries }
        var result: OrderedDictionary<HashKey, Value> = [:]
        for (index, item) in try items(of: value).enumerated() {
            let pair = try items(of: item)
            guard pair.count == 2 else {
                throw RaisedError(
                    .valueError,
                    "dictionary update sequence element #\(index) has length \(pair.count); 2 is required")
            }
            result[try HashKey(pair[0])] = pair[1]
        }
        return result
    }
}

/// A view on the keys, the values or the pairs of a dict, which follows its changes.
final class DictView: HostObject {
    let typeName: String
    private let dict: DictObject
    private let pick: (HashKey, Value) -> Value

    init(_ dict: DictObject, _ typeName: String, _ pick: @escaping (HashKey, Value) -> Value) {
        self.dict = dict
        self.typeName = typeName
        self.pick = pick
    }

    private var items: [Value] { dict.entries.map { pick($0.key, $0.value) } }

    func repr() -> String { "\(typeName)(\(Value.list(ListObject(items)).repr))" }

    func length() throws(RaisedError) -> Int? { dict.entries.count }

    func truth() throws(RaisedError) -> Bool { !dict.entries.isEmpty }

    func iterate(_ interpreter: Interpreter) throws(RaisedError) -> IteratorObject? {
        let count = dict.entries.count
        var index = 0
        return IteratorObject("\(typeName)iterator") { [dict, pick] () throws(RaisedError) in
            guard dict.entries.count == count else {
                throw RaisedError(.runtimeError, "dictionary changed size during iteration")
            }
            guard index < count else { return nil }
            defer { index += 1 }
            let element = dict.entries.elements[index]
            return pick(element.key, element.value)
        }
    }
}
