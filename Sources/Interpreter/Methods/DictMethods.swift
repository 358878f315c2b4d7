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
            // An empty dict does not ask for the key's hash.
            if !dict(value).entries.isEmpty, let found = dict(value).entries.removeValue(forKey: try HashKey(key)) {
                return found
            }
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
            guard arguments.positional.count < 2 else {
                throw RaisedError(
                    .typeError, "update expected at most 1 argument, got \(arguments.positional.count)")
            }
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
        try forEach(items(of: value).enumerated()) { (index, item) throws(RaisedError) in
            guard try isIterable(item) else {
                throw RaisedError(
                    .typeError, "cannot convert dictionary update sequence element #\(index) to a sequence")
            }
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
