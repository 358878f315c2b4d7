import Interpreter
import Language
import Signatures

/// A tuple whose items have names.
final class NamedTuple: DerivedValue {
    /// What all tuples of one class share; a script may set the defaults, as those of `__new__`.
    final class Kind: HostObject {
        let name: String
        let fields: [String]
        var defaults: [Value]
        /// The class, which lives as long as what it makes.
        fileprivate unowned var tupleType: TypeObject = .tuple

        init(_ name: String, _ fields: [String], _ defaults: [Value]) {
            self.name = name
            self.fields = fields
            self.defaults = defaults
        }

        var typeObject: TypeObject { .builtinFunction }

        /// The fields, of which the last ones have the defaults.
        var declaration: Declaration {
            let required = fields.count - defaults.count
            let parameters = fields.enumerated().map { place, field in
                Parameter(field, defaultText: place < required ? nil : "...")
            }
            return Declaration(Signature("\(name).__new__", parameters), .python)
        }

        func setAttribute(_ name: String, _ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool {
            guard name == "__defaults__" else { return false }
            defaults = Array(try interpreter.items(of: value).suffix(fields.count))
            return true
        }

        func attribute(_ name: String, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
            name == "__defaults__" ? .tuple(defaults) : nil
        }

        var attributeNames: [String] { ["__defaults__"] }

        /// It is the `__new__` of its class, which takes the class first.
        var isCallable: Bool { true }

        func call(_ arguments: CallArguments, _ interpreter: Interpreter) throws(RaisedError) -> Value {
            guard case .type(let type)? = arguments.positional.first else {
                throw RaisedError(.typeError, "\(name).__new__(X): X is not a type object")
            }
            let rest = CallArguments(Array(arguments.positional.dropFirst()), keywords: arguments.keywords)
            return .host(try bind(rest, type, interpreter))
        }

        /// A tuple of the items that a call gives.
        fileprivate func bind(
            _ arguments: CallArguments, _ type: TypeObject, _ interpreter: Interpreter
        ) throws(RaisedError) -> NamedTuple {
            let bound = try Arguments(arguments, declaration)
            let required = fields.count - defaults.count
            let items = fields.indices.map { bound.given($0) ?? defaults[$0 - required] }
            return NamedTuple(self, items, type, interpreter)
        }
    }

    private let kind: Kind
    private let items: [Value]

    private init(_ kind: Kind, _ items: [Value], _ type: TypeObject, _ interpreter: Interpreter) {
        self.kind = kind
        self.items = items
        super.init(type, interpreter)
    }

    override var plain: Value? { .tuple(items) }

    /// The class of the tuples with these fields, of which the last ones have the defaults.
    static func makeClass(
        _ name: String, _ fields: [String], defaults: [Value], module: String = "__main__"
    ) -> TypeObject {
        let kind = Kind(name, fields, Array(defaults.suffix(fields.count)))
        let table = AttributeTable(
            of: NamedTuple.self,
            fields.enumerated().map { place, field in
                .value(field, "The item at \(place).") { $0.items[place] }
            } + methods,
            [
                Attribute(
                    constant: "_field_defaults", "The items that may be left out.",
                    .dict(DictObject(Array(zip(fields.suffix(kind.defaults.count), kind.defaults))))),
                Attribute(constant: "_fields", "The names of the items.", .tuple(fields.map(Value.string))),
                Attribute(constant: "__new__", "Makes a tuple.", .host(kind)),
                Attribute(function: Declaration("\(name)._make(iterable)", .python), "A tuple of these items.") {
                    arguments, interpreter throws(RaisedError) in
                    let items = try interpreter.items(of: arguments[0])
                    guard items.count == fields.count else {
                        throw RaisedError(.typeError, "Expected \(fields.count) arguments, got \(items.count)")
                    }
                    return .host(try kind.bind(CallArguments(items), kind.tupleType, interpreter))
                },
            ])
        let type = TypeObject(
            name, module: module, "\(name)(\(fields.joined(separator: ", ")))", bases: [.tuple], attributes: table,
            signature: kind.declaration.signature,
            raw: { type, arguments, interpreter throws(RaisedError) in
                .host(try kind.bind(arguments, type, interpreter))
            }
        ).deriving { type, arguments, interpreter throws(RaisedError) in
            try kind.bind(arguments, type, interpreter)
        }
        kind.tupleType = type
        return type
    }

    private static var methods: [HostAttribute<NamedTuple>] {
        [
            .method("_asdict()", "The items by name.") { tuple, _, _ in
                .dict(DictObject(Array(zip(tuple.kind.fields, tuple.items))))
            },
            .method("__init__(*args, **kwargs)", "Nothing: the items are there already.") { _, _, _ in .none },
            .method("_replace(**kwds)", "The tuple with other items.") { tuple, arguments, interpreter in
                let unknown = arguments.keywordRest.map(\.name).filter { !tuple.kind.fields.contains($0) }
                guard unknown.isEmpty else {
                    let names = Value.list(ListObject(unknown.map(Value.string)))
                    throw RaisedError(.valueError, "Got unexpected field names: \(names.repr)")
                }
                let given = Set(arguments.keywordRest.map(\.name))
                let kept = zip(tuple.kind.fields, tuple.items).filter { !given.contains($0.0) }
                let all = arguments.keywordRest + kept.map { (name: $0.0, value: $0.1) }
                return .host(try tuple.kind.bind(CallArguments([], keywords: all), tuple.typeObject, interpreter))
            },
            .method("index(value, start=0, stop=..., /)", wording: .builtin, "Where the first such item is.") {
                tuple, arguments, interpreter in
                try tuple.asTuple("index", CallArguments(arguments.allPositional), interpreter)
            },
            .method("count(value, /)", wording: .builtin, "How many such items there are.") {
                tuple, arguments, interpreter in
                try tuple.asTuple("count", CallArguments(arguments.allPositional), interpreter)
            },
        ]
    }

    private func asTuple(
        _ method: String, _ arguments: CallArguments, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value {
        try interpreter.call(try interpreter.attribute(method, of: .tuple(items)), arguments)
    }

    override func repr() -> String { Value.host(self).repr }
    override func repr(_ inner: (Value) -> String) -> String {
        if defines("__repr__") { return super.repr(inner) }
        return "\(typeObject.name)(\(zip(kind.fields, items).map { "\($0)=\(inner($1))" }.joined(separator: ", ")))"
    }

    override func setAttribute(
        _ name: String, _ value: Value, _ interpreter: Interpreter
    ) throws(RaisedError) -> Bool {
        if kind.fields.contains(name) { throw RaisedError(.attributeError, "can't set attribute") }
        return try super.setAttribute(name, value, interpreter)
    }
}

extension NamedTuple {
    /// Python's `typing.NamedTuple`: classes that derive from it are tuples whose items are the names that they annotate.
    static let base = TypeObject.python(
        "NamedTuple(typename, fields=None, /)", module: "typing", "Classes of tuples with names derive from it."
    ) { _, arguments, interpreter in
        var fields: [String] = []
        for pair in try arguments.optional(1).map({ try interpreter.items(of: $0) }) ?? [] {
            fields.append(try interpreter.items(of: pair).first?.str ?? "")
        }
        return .type(makeClass(try arguments.string(0), fields, defaults: []))
    }.deriving { name, _, user, interpreter throws(RaisedError) in
        var defaults: [Value] = []
        for field in user.annotations {
            if field.hasPrefix("_") {
                throw RaisedError(.valueError, "Field names cannot start with an underscore: '\(field)'")
            }
            if let value = user.namespace[field] {
                defaults.append(value)
            } else if !defaults.isEmpty {
                let before = user.annotations.filter { user.namespace[$0] != nil }.prefix(defaults.count)
                throw RaisedError(
                    .typeError,
                    "Non-default namedtuple field \(field) cannot follow default field"
                        + "\(before.count > 1 ? "s" : "") \(before.joined(separator: ", "))")
            }
        }
        for field in user.annotations { user.set(field, to: nil) }
        return try .user(name, bases: [makeClass(name, user.annotations, defaults: defaults)], user)
    }
}
