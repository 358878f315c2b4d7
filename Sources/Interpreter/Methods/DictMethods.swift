import OrderedCollections

/// The methods of `dict`.
enum DictMethods {
    private static func dict(_ value: Value) -> DictObject {
        if case .dict(let dict) = value { dict } else { DictObject() }
    }

    /// The attributes of `dict`.
    static let table = AttributeTable("dict", all, [fromKeys])

    private static var fromKeys: Attribute {
        Attribute(
            function: Declaration("fromkeys(iterable, value=None, /)", owner: "dict"),
            "A dict of these keys, all with one value."
        ) { arguments, interpreter throws(RaisedError) in
            let keys = try interpreter.items(of: arguments[0])
            let result = DictObject()
            try interpreter.forEach(keys) { key throws(RaisedError) in result.entries[try HashKey(key)] = arguments[1] }
            return .dict(result)
        }
    }

    private static var all: [Method] {
        [
            Method("get(key, default=None, /)", "The value of a key, or a default.") {
                value, arguments, _ throws(RaisedError) in
                dict(value).entries[try HashKey(arguments[0])] ?? arguments[1]
            },
            Method("keys()", "The keys.") { value, _, _ throws(RaisedError) in
                .host(DictView(dict(value), .keys))
            },
            Method("values()", "The values.") { value, _, _ throws(RaisedError) in
                .host(DictView(dict(value), .values))
            },
            Method("items()", "The pairs of key and value.") { value, _, _ throws(RaisedError) in
                .host(DictView(dict(value), .items))
            },
            Method("pop(key, default=..., /)", "Removes a key and returns its value.") {
                value, arguments, _ throws(RaisedError) in
                let key = arguments[0]
                // An empty dict does not ask for the key's hash.
                if !dict(value).entries.isEmpty, let found = dict(value).entries.removeValue(forKey: try HashKey(key)) {
                    return found
                }
                guard let fallback = arguments.given(1) else { throw RaisedError(ExceptionObject(.keyError, [key])) }
                return fallback
            },
            Method("popitem()", "Removes the last pair and returns it.") { value, _, _ throws(RaisedError) in
                guard let last = dict(value).entries.elements.last else {
                    throw RaisedError(ExceptionObject(.keyError, [.string("popitem(): dictionary is empty")]))
                }
                dict(value).entries.removeLast()
                return .tuple([last.key.value, last.value])
            },
            Method("setdefault(key, default=None, /)", "The value of a key, set to a default where there is none.") {
                value, arguments, _ throws(RaisedError) in
                let key = try HashKey(arguments[0])
                if let found = dict(value).entries[key] { return found }
                dict(value).entries[key] = arguments[1]
                return arguments[1]
            },
            Method("update(other=..., /, **kwargs)", "Takes over the pairs of another.") {
                value, arguments, interpreter throws(RaisedError) in
                let target = dict(value)
                if let other = arguments.given(0) {
                    target.entries.merge(try interpreter.entries(from: other)) { $1 }
                }
                for (name, value) in arguments.keywordRest { target.entries[HashKey(name)] = value }
                return .none
            },
            Method("copy()", "Another dict of the same pairs.") { value, _, _ throws(RaisedError) in
                .dict(dict(value).alike(dict(value).entries))
            },
            Method("clear()", "Removes all pairs.") { value, _, _ throws(RaisedError) in
                dict(value).entries = [:]
                return .none
            },
        ]
    }
}

extension Interpreter {
    /// The pairs of a dict, or of an object that has `keys` and items; nil for any other value.
    func entriesIfMapping(_ value: Value) throws(RaisedError) -> OrderedDictionary<HashKey, Value>? {
        if case .dict(let dict) = value.plain { return dict.entries }
        guard case .host(let object) = value, object.instance?.special("keys") != nil else { return nil }
        var result: OrderedDictionary<HashKey, Value> = [:]
        for key in try items(of: call(attribute("keys", of: value), CallArguments())) {
            result[try HashKey(key)] = try item(of: value, at: key)
        }
        return result
    }

    /// The pairs of a dict, or of an iterable of pairs.
    public func entries(from value: Value) throws(RaisedError) -> OrderedDictionary<HashKey, Value> {
        if let entries = try entriesIfMapping(value) { return entries }
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
