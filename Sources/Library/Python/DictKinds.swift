import Interpreter
import Language

/// The classes of `collections` that derive from `dict`.
enum DictKinds {
    private static func dict(_ value: Value) -> DictObject {
        if case .dict(let dict) = value { dict } else { DictObject() }
    }

    private static func method(
        _ text: String, _ documentation: String, _ body: @escaping (DictObject, Arguments, Interpreter) throws -> Value
    ) -> Attribute {
        Attribute(method: Declaration(text, .python), documentation) {
            value, arguments, interpreter throws(RaisedError) in
            try raising { try body(dict(value), arguments, interpreter) }
        }
    }

    private static func entries(
        of dict: DictObject, _ arguments: Arguments, at place: Int, _ interpreter: Interpreter
    ) throws(RaisedError) {
        if let source = arguments.given(place) { dict.entries = try interpreter.entries(from: source) }
        for (name, value) in arguments.keywordRest { dict.entries[HashKey(name)] = value }
    }

    // MARK: OrderedDict

    /// `OrderedDict`: dicts keep their order; this one can change it.
    static let ordered = TypeObject(
        Declaration("OrderedDict(iterable=..., /, **kwargs)"), module: "collections", "A dict that keeps its order.",
        bases: [.dict], attributes: orderedTable,
        represent: { value, inner in
            let pairs = dict(value).entries.map { Value.tuple([$0.key.value, $0.value]) }
            return pairs.isEmpty ? "OrderedDict()" : "OrderedDict(\(inner(.list(ListObject(pairs)))))"
        }
    ) { type, arguments, interpreter throws(RaisedError) in
        let result = DictObject(type: type)
        try entries(of: result, arguments, at: 0, interpreter)
        return .dict(result)
    }

    private static let orderedTable = AttributeTable([
        method("OrderedDict.move_to_end(key, last=True)", "Moves a key to the end, or to the beginning.") {
            dict, arguments, _ in
            let key = try HashKey(arguments[0])
            guard let value = dict.entries.removeValue(forKey: key) else {
                throw RaisedError(ExceptionObject(.keyError, [arguments[0]]))
            }
            if try arguments.bool(1) {
                dict.entries[key] = value
            } else {
                dict.entries.updateValue(value, forKey: key, insertingAt: 0)
            }
            return .none
        },
        method("OrderedDict.popitem(last=True)", "Removes the last pair, or the first, and returns it.") {
            dict, arguments, _ in
            let place = try arguments.bool(0) ? dict.entries.count - 1 : 0
            guard dict.entries.elements.indices.contains(place) else {
                throw RaisedError(ExceptionObject(.keyError, [.string("dictionary is empty")]))
            }
            let (key, value) = dict.entries.remove(at: place)
            return .tuple([key.value, value])
        },
    ])

    // MARK: defaultdict

    /// `defaultdict`: a dict that makes a value where a key is missing.
    static let withDefault = TypeObject(
        Declaration("defaultdict(default_factory=None, iterable=..., /, **kwargs)"), module: "collections",
        "A dict that makes what is missing.", bases: [.dict], attributes: defaultTable,
        represent: { value, inner in
            let plain = Value.dict(DictObject(dict(value).entries))
            return "defaultdict(\(inner(dict(value).attributes["default_factory"] ?? .none)), \(inner(plain)))"
        }
    ) { type, arguments, interpreter throws(RaisedError) in
        guard arguments[0].isNone || interpreter.isCallable(arguments[0]) else {
            throw RaisedError(.typeError, "first argument must be callable or None")
        }
        let result = DictObject(type: type)
        result.attributes["default_factory"] = arguments[0]
        try entries(of: result, arguments, at: 1, interpreter)
        return .dict(result)
    }

    private static let defaultTable = AttributeTable([
        Attribute(
            "default_factory", "Makes the value of a missing key.",
            get: { value, _ throws(RaisedError) in dict(value).attributes["default_factory"] ?? .none }),
        method("defaultdict.__missing__(key)", "Makes the value of a missing key.") { dict, arguments, interpreter in
            guard let factory = dict.attributes["default_factory"], !factory.isNone else {
                throw RaisedError(ExceptionObject(.keyError, [arguments[0]]))
            }
            let made = try interpreter.call(factory, CallArguments())
            dict.entries[try HashKey(arguments[0])] = made
            return made
        },
    ])

    // MARK: Counter

    /// `Counter`: how often each item occurs.
    static let counter = TypeObject(
        Declaration("Counter(iterable=None, /, **kwds)", .python), module: "collections", "How often each item occurs.",
        bases: [.dict], attributes: counterTable,
        represent: { value, inner in
            let pairs = dict(value).entries.elements
            guard !pairs.isEmpty else { return "Counter()" }
            let sorted = byCount(dict(value)) ?? Array(pairs)
            let plain = DictObject()
            for (key, value) in sorted { plain.entries[key] = value }
            return "Counter(\(inner(.dict(plain))))"
        }
    ) { type, arguments, interpreter throws(RaisedError) in
        let result = DictObject(type: type)
        try count(arguments, into: result, .add, interpreter)
        return .dict(result)
    }

    private static let counterTable = AttributeTable([
        method("Counter.most_common(n=None)", "The items with the highest counts.") { dict, arguments, _ in
            guard let sorted = byCount(dict) else { throw RaisedError(.typeError, "counts must be numbers") }
            let most = try arguments.optionalInt(0).map { max($0, 0) } ?? sorted.count
            return .list(ListObject(sorted.prefix(most).map { .tuple([$0.key.value, $0.value]) }))
        },
        method("Counter.elements()", "Each item as often as it was counted.") { dict, _, interpreter in
            var rest = Array(dict.entries.elements)[...]
            var left = 0
            return .iterator(
                IteratorObject("itertools.chain") { () throws(RaisedError) in
                    while let pair = rest.first {
                        try interpreter.checkInterrupt()
                        if left == 0 { left = max(try pair.value.wholeNumber(), 0) }
                        if left > 0 {
                            left -= 1
                            if left == 0 { rest.removeFirst() }
                            return pair.key.value
                        }
                        rest.removeFirst()
                    }
                    return nil
                })
        },
        method("Counter.total()", "The sum of the counts.") { dict, _, interpreter in
            var total = Value.int(0)
            for value in dict.entries.values { total = try interpreter.binary(.add, total, value) }
            return total
        },
        method("Counter.update(iterable=None, /, **kwds)", "Counts more items.") { dict, arguments, interpreter in
            try count(arguments, into: dict, .add, interpreter)
            return .none
        },
        method("Counter.subtract(iterable=None, /, **kwds)", "Takes the counts of other items off.") {
            dict, arguments, interpreter in
            try count(arguments, into: dict, .subtract, interpreter)
            return .none
        },
        method("Counter.__missing__(key)", "0: it was never counted.") { _, _, _ in .int(0) },
    ])

    /// The pairs from the highest count down; nil where counts are not numbers.
    private static func byCount(_ dict: DictObject) -> [(key: HashKey, value: Value)]? {
        var numbers: [(Double, Int)] = []
        for (place, value) in dict.entries.values.enumerated() {
            guard let number = try? value.realNumber() else { return nil }
            numbers.append((number, place))
        }
        let order = numbers.sorted { ($0.0, $1.1) > ($1.0, $0.1) }
        return order.map { (dict.entries.elements[$0.1].key, dict.entries.elements[$0.1].value) }
    }

    /// Adds to the counts, or takes off, each item of an iterable, the counts of a dict, and those of keywords.
    private static func count(
        _ arguments: Arguments, into dict: DictObject, _ op: BinaryOperator, _ interpreter: Interpreter
    ) throws(RaisedError) {
        func count(_ key: HashKey, _ number: Value) throws(RaisedError) {
            dict.entries[key] = try interpreter.binary(op, dict.entries[key] ?? .int(0), number)
        }
        if case .dict(let other)? = arguments.optional(0) {
            for (key, number) in other.entries { try count(key, number) }
        } else if let items = arguments.optional(0) {
            let iterator = try interpreter.iterator(over: items)
            while let item = try iterator.next() {
                try interpreter.checkInterrupt()
                try interpreter.requireMemory(forMoreThan: dict.entries.count, bytesPerItem: 200)
                try count(HashKey(item), .int(1))
            }
        }
        for (name, number) in arguments.keywordRest { try count(HashKey(name), number) }
    }
}
