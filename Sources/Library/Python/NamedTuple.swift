import Interpreter
import Language
import Signatures

/// A tuple whose items have names.
final class NamedTuple: HostObject {
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

        /// A tuple of the items that a call gives.
        fileprivate func bind(_ arguments: CallArguments, _ type: TypeObject) throws(RaisedError) -> Value {
            let bound = try Arguments(arguments, declaration)
            let required = fields.count - defaults.count
            let items = fields.indices.map { bound.given($0) ?? defaults[$0 - required] }
            return .host(NamedTuple(self, items, type))
        }
    }

    private let kind: Kind
    private let items: [Value]
    let typeObject: TypeObject

    private init(_ kind: Kind, _ items: [Value], _ type: TypeObject) {
        self.kind = kind
        self.items = items
        typeObject = type
    }

    static func makeClass(_ name: String, _ fields: [String], defaults: [Value]) -> TypeObject {
        let kind = Kind(name, fields, Array(defaults.suffix(fields.count)))
        let table = AttributeTable(
            of: NamedTuple.self,
            fields.enumerated().map { place, field in
                .value(field, "The item at \(place).") { $0.items[place] }
            } + methods,
            [
                Attribute(constant: "_fields", "The names of the items.", .tuple(fields.map(Value.string))),
                Attribute(constant: "__new__", "Makes a tuple.", .host(kind)),
                Attribute(function: Declaration("\(name)._make(iterable)", .python), "A tuple of these items.") {
                    arguments, interpreter throws(RaisedError) in
                    try kind.bind(CallArguments(try interpreter.items(of: arguments[0])), kind.tupleType)
                },
            ])
        let type = TypeObject(
            name, "A tuple with names.", bases: [.tuple], attributes: table, signature: kind.declaration.signature,
            raw: { type, arguments, _ throws(RaisedError) in try kind.bind(arguments, type) })
        kind.tupleType = type
        return type
    }

    private static var methods: [HostAttribute<NamedTuple>] {
        [
            .method("_asdict()", "The items by name.") { tuple, _, _ in
                .dict(DictObject(Array(zip(tuple.kind.fields, tuple.items))))
            },
            .method("_replace(**kwds)", "The tuple with other items.") { tuple, arguments, _ in
                let given = Set(arguments.keywordRest.map(\.name))
                let kept = zip(tuple.kind.fields, tuple.items).filter { !given.contains($0.0) }
                let all = arguments.keywordRest + kept.map { (name: $0.0, value: $0.1) }
                return try tuple.kind.bind(CallArguments([], keywords: all), tuple.typeObject)
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

    func compare(_ op: ComparisonOperator, _ other: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        switch other {
        case .tuple: return try interpreter.compare(op, .tuple(items), other)
        case .host(let object):
            guard let other = object as? NamedTuple else { return nil }
            return try interpreter.compare(op, .tuple(items), .tuple(other.items))
        default: return nil
        }
    }
}
