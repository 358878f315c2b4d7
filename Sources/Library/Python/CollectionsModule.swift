import Interpreter

/// The module `collections`: dicts with a default, and tuples with names.
enum CollectionsModule {
    static func make() -> ModuleObject {
        let module = ModuleObject("collections", documentation: "More kinds of collections.") {
            Placeholder.member($0, of: "collections")
        }
        module["OrderedDict"] = .builtin(
            BuiltinFunction("OrderedDict", documentation: "A dict; dicts keep their order.") {
                arguments, interpreter throws(RaisedError) in
                guard let dict = interpreter.builtin("dict") else { return .none }
                return try interpreter.call(dict, arguments)
            })
        module["deque"] = .builtin(
            BuiltinFunction("deque", parameters: ["iterable", "maxlen"], documentation: "A list.") {
                arguments, interpreter throws(RaisedError) in
                guard let iterable = arguments.value(0, "iterable"), !iterable.isNone else {
                    return .list(ListObject())
                }
                return .list(ListObject(try interpreter.items(of: iterable)))
            })
        module["defaultdict"] = .builtin(
            BuiltinFunction(
                "defaultdict", parameters: ["default_factory"], documentation: "A dict that makes what is missing."
            ) { arguments, _ throws(RaisedError) in
                .host(DefaultDict(arguments.positional.first ?? .none))
            })
        module["Counter"] = .builtin(
            BuiltinFunction("Counter", parameters: ["iterable"], documentation: "How often each item occurs.") {
                arguments, interpreter throws(RaisedError) in
                let dict = DictObject()
                let items = try interpreter.items(of: arguments.value(0, "iterable") ?? .list(ListObject()))
                try interpreter.forEach(items) { item throws(RaisedError) in
                    let key = try HashKey(item)
                    dict.entries[key] = try interpreter.binary(.add, dict.entries[key] ?? .int(0), .int(1))
                }
                return .dict(dict)
            })
        module["namedtuple"] = .builtin(
            BuiltinFunction(
                "namedtuple", parameters: ["typename", "field_names"], documentation: "A class of tuples with names."
            ) { arguments, interpreter throws(RaisedError) in
                guard case .string(let name) = try arguments.required(0, "typename", of: "namedtuple") else {
                    throw RaisedError(.typeError, "namedtuple() takes the name of the class first")
                }
                let fields = try fieldNames(try arguments.required(1, "field_names", of: "namedtuple"), interpreter)
                let defaults = try arguments.keyword("defaults").map {
                    (value: Value) throws(RaisedError) in value.isNone ? [] : try interpreter.items(of: value)
                }
                return .type(NamedTuple.makeClass(name, fields, defaults: defaults ?? []))
            })
        return module
    }

    private static func fieldNames(_ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> [String] {
        if case .string(let text) = value {
            return text.split { $0 == " " || $0 == "," }.map(String.init)
        }
        return try interpreter.items(of: value).map(\.str)
    }
}

/// A dict that makes a value where a key is missing.
final class DefaultDict: HostObject {
    private let factory: Value
    private let dict = DictObject()

    init(_ factory: Value) { self.factory = factory }

    var typeName: String { "defaultdict" }
    func repr() -> String { Value.host(self).repr }
    func repr(_ inner: (Value) -> String) -> String { "defaultdict(\(inner(factory)), \(inner(.dict(dict))))" }
    var classNames: [String] { ["defaultdict", "dict"] }
    func length() throws(RaisedError) -> Int? { dict.entries.count }
    func truth() throws(RaisedError) -> Bool { !dict.entries.isEmpty }

    func iterate(_ interpreter: Interpreter) throws(RaisedError) -> IteratorObject? {
        try interpreter.iterator(over: .dict(dict))
    }

    func contains(_ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool? {
        dict.entries[try HashKey(value)] != nil
    }

    func item(_ index: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        let key = try HashKey(index)
        if let value = dict.entries[key] { return value }
        guard !factory.isNone else { throw RaisedError(ExceptionObject(.keyError, [index])) }
        let made = try interpreter.call(factory, CallArguments())
        dict.entries[key] = made
        return made
    }

    func setItem(_ index: Value, _ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool {
        dict.entries[try HashKey(index)] = value
        return true
    }

    func attribute(_ name: String, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        try interpreter.attributeIfPresent(name, of: .dict(dict))
    }
}

/// A tuple whose items have names.
final class NamedTuple: HostObject {
    /// What all tuples of one class share; a script may set the defaults.
    final class Kind: HostObject {
        let name: String
        let fields: [String]
        var defaults: [Value]

        init(_ name: String, _ fields: [String], _ defaults: [Value]) {
            self.name = name
            self.fields = fields
            self.defaults = defaults
        }

        var typeName: String { "type" }

        func setAttribute(_ name: String, _ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool {
            guard name == "__defaults__" else { return false }
            defaults = try interpreter.items(of: value)
            return true
        }
    }

    private let kind: Kind
    private let items: [Value]

    init(_ kind: Kind, _ items: [Value]) {
        self.kind = kind
        self.items = items
    }

    static func makeClass(_ name: String, _ fields: [String], defaults: [Value]) -> TypeObject {
        let kind = Kind(name, fields, defaults)
        return TypeObject(
            name, parameters: fields, documentation: "A tuple with names.",
            isInstance: { if case .host(let object) = $0 { (object as? NamedTuple)?.kind === kind } else { false } },
            attribute: { attribute in
                switch attribute {
                case "_fields": .tuple(fields.map(Value.string))
                case "__new__": .host(kind)
                default: nil
                }
            }
        ) { arguments, _ throws(RaisedError) in .host(NamedTuple(kind, try bind(arguments, kind))) }
    }

    private static func bind(_ arguments: CallArguments, _ kind: Kind) throws(RaisedError) -> [Value] {
        guard arguments.positional.count <= kind.fields.count else {
            throw RaisedError(
                .typeError,
                "\(kind.name)() takes \(kind.fields.count) positional arguments but \(arguments.positional.count) were given"
            )
        }
        for (name, _) in arguments.keywords where !kind.fields.contains(name) {
            throw RaisedError(.typeError, "\(kind.name)() got an unexpected keyword argument '\(name)'")
        }
        var items: [Value] = []
        let firstDefault = kind.fields.count - kind.defaults.count
        for (place, field) in kind.fields.enumerated() {
            if let value = arguments.value(place, field) {
                items.append(value)
            } else if place >= firstDefault {
                items.append(kind.defaults[place - firstDefault])
            } else {
                throw RaisedError(.typeError, "\(kind.name)() missing 1 required positional argument: '\(field)'")
            }
        }
        return items
    }

    var typeName: String { kind.name }
    var classNames: [String] { [kind.name, "tuple"] }
    var attributeNames: [String] { kind.fields + ["_asdict", "_replace", "_fields"] }

    func repr() -> String { Value.host(self).repr }
    func repr(_ inner: (Value) -> String) -> String {
        "\(kind.name)(\(zip(kind.fields, items).map { "\($0)=\(inner($1))" }.joined(separator: ", ")))"
    }

    func length() throws(RaisedError) -> Int? { items.count }

    func iterate(_ interpreter: Interpreter) throws(RaisedError) -> IteratorObject? {
        try interpreter.iterator(over: .tuple(items))
    }

    func item(_ index: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        try interpreter.item(of: .tuple(items), at: index)
    }

    func attribute(_ name: String, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        if let place = kind.fields.firstIndex(of: name) { return items[place] }
        switch name {
        case "_fields": return .tuple(kind.fields.map(Value.string))
        case "_asdict":
            return .builtin(
                BuiltinFunction(name, documentation: "The items by name.") { [self] _, _ throws(RaisedError) in
                    .dict(DictObject(Array(zip(kind.fields, items))))
                })
        case "_replace":
            return .builtin(
                BuiltinFunction(name, documentation: "With other items.") { [self] arguments, _ throws(RaisedError) in
                    let given = Set(arguments.keywords.map(\.name))
                    let kept = zip(kind.fields, items).filter { !given.contains($0.0) }.map { (name: $0, value: $1) }
                    let all = CallArguments([], keywords: arguments.keywords + kept)
                    return .host(NamedTuple(kind, try NamedTuple.bind(all, kind)))
                })
        default: return try interpreter.attributeIfPresent(name, of: .tuple(items))
        }
    }
}
