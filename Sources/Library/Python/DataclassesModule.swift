import Interpreter
import Signatures

/// The module `dataclasses`.
enum DataclassesModule {
    static func make() -> ModuleObject {
        let module = ModuleObject("dataclasses", documentation: "Classes that are records of fields.")
        module.add([dataclass, field, fields, asdict])
        return module
    }

    private static let options = "*, init=True, repr=True, eq=True, order=False, frozen=False"

    private static var dataclass: BuiltinFunction {
        .python("dataclass(cls=None, /, \(options))", "Gives a class an __init__, a __repr__ and an __eq__.") {
            arguments, _ in
            let options = try Options(arguments)
            if let value = arguments.optional("cls") { return try options.apply(to: value) }
            return .builtin(
                .python("wrap(cls)", "Gives a class its methods.") { inner, _ in try options.apply(to: inner[0]) })
        }
    }

    private static var field: BuiltinFunction {
        .python("field(*, default=None, default_factory=None)", "A field with a default, or a function that makes one.")
        {
            arguments, _ in
            .host(FieldObject(default: arguments.given("default"), factory: arguments.optional("default_factory")))
        }
    }

    private static var fields: BuiltinFunction {
        .python("fields(class_or_instance)", "The names of the fields.") { arguments, _ in
            .tuple(try fieldNames(of: arguments[0]).map(Value.string))
        }
    }

    private static var asdict: BuiltinFunction {
        .python("asdict(obj)", "The fields of an object as a dict.") { arguments, interpreter in
            let result = DictObject()
            for name in try fieldNames(of: arguments[0]) {
                result.entries[HashKey(name)] = try interpreter.attribute(name, of: arguments[0])
            }
            return .dict(result)
        }
    }

    private static func fieldNames(of value: Value) throws(RaisedError) -> [String] {
        let type: TypeObject?
        switch value {
        case .type(let given): type = given
        case .host(let object): type = object.instance?.typeObject
        default: type = nil
        }
        guard let type, let names = type.fieldNames else {
            throw RaisedError(.typeError, "must be called with a dataclass type or instance")
        }
        return names
    }
}

/// What `field()` says of a field.
private final class FieldObject: HostObject {
    let typeObject = TypeObject("Field", module: "dataclasses")
    let usual: Value?
    let factory: Value?

    init(default usual: Value?, factory: Value?) {
        self.usual = usual
        self.factory = factory
    }
}

/// What `@dataclass(…)` was told.
private struct Options {
    private let makesInit, makesRepr, makesEquality, makesOrder: Bool

    init(_ arguments: Arguments) throws(RaisedError) {
        makesInit = try arguments.bool("init")
        makesRepr = try arguments.bool("repr")
        makesEquality = try arguments.bool("eq")
        makesOrder = try arguments.bool("order")
        guard try !arguments.bool("frozen") else {
            throw RaisedError(.notImplementedError, "frozen dataclasses are outside this language")
        }
    }

    /// Adds the methods to a class.
    func apply(to value: Value) throws(RaisedError) -> Value {
        guard case .type(let type) = value, let user = type.userClass else {
            throw RaisedError(.typeError, "dataclass() takes a class of a script, not '\(value.typeName)'")
        }
        let inherited = type.mro.dropFirst().reversed().flatMap { $0.userClass?.fields ?? [] }
        var fields: [Field] = []
        for field in inherited + user.annotations.map({ Field(name: $0, value: user.namespace[$0]) }) {
            fields.removeAll { $0.name == field.name }
            fields.append(field)
        }
        try requireOrder(fields)
        let names = fields.map(\.name)
        user.set(Field.listName, to: .host(FieldList(fields)))
        for field in fields where field.factory != nil { user.set(field.name, to: nil) }
        func add(_ name: String, _ function: BuiltinFunction) {
            if user.namespace[name] == nil { user.set(name, to: .host(NativeMethod(function))) }
        }
        if makesInit { add("__init__", initializer(fields)) }
        if makesRepr { add("__repr__", representation(names)) }
        if makesEquality { add("__eq__", comparison("__eq__", names) { $0 == 0 }) }
        if makesOrder {
            add("__lt__", comparison("__lt__", names) { $0 < 0 })
            add("__le__", comparison("__le__", names) { $0 <= 0 })
            add("__gt__", comparison("__gt__", names) { $0 > 0 })
            add("__ge__", comparison("__ge__", names) { $0 >= 0 })
        }
        return value
    }

    private func requireOrder(_ fields: [Field]) throws(RaisedError) {
        var hasDefault = false
        for field in fields {
            if !field.isRequired {
                hasDefault = true
            } else if hasDefault {
                throw RaisedError(.typeError, "non-default argument '\(field.name)' follows default argument")
            }
            if case .list? = field.usual { throw mutable(field, "list") }
            if case .dict? = field.usual { throw mutable(field, "dict") }
        }
    }

    private func mutable(_ field: Field, _ kind: String) -> RaisedError {
        RaisedError(
            .valueError,
            "mutable default <class '\(kind)'> for field \(field.name) is not allowed: use default_factory")
    }

    private func initializer(_ fields: [Field]) -> BuiltinFunction {
        let parameters = fields.map { $0.name + ($0.isRequired ? "" : "=...") }
        return .python("__init__(\((["self"] + parameters).joined(separator: ", ")))", "Sets the fields.") {
            arguments, interpreter in
            for field in fields {
                let value: Value
                if let given = arguments.given(field.name) {
                    value = given
                } else if let factory = field.factory {
                    value = try interpreter.call(factory, CallArguments())
                } else {
                    value = field.usual ?? .none
                }
                try interpreter.setAttribute(field.name, of: arguments[0], to: value)
            }
            if let after = try interpreter.attributeIfPresent("__post_init__", of: arguments[0]) {
                _ = try interpreter.call(after, CallArguments())
            }
            return .none
        }
    }

    private func representation(_ names: [String]) -> BuiltinFunction {
        .python("__repr__(self)", "The class and its fields.") { arguments, interpreter in
            var parts: [String] = []
            for name in names { parts.append("\(name)=\(try interpreter.attribute(name, of: arguments[0]).repr)") }
            return .string("\(arguments[0].typeName)(\(parts.joined(separator: ", ")))")
        }
    }

    private func comparison(
        _ method: String, _ names: [String], _ holds: @escaping (Int) -> Bool
    ) -> BuiltinFunction {
        .python("\(method)(self, other)", "Compares the fields one after the other.") { arguments, interpreter in
            guard interpreter.typeOf(arguments[0]) === interpreter.typeOf(arguments[1]) else {
                return interpreter.builtin("NotImplemented") ?? .none
            }
            for name in names {
                let a = try interpreter.attribute(name, of: arguments[0])
                let b = try interpreter.attribute(name, of: arguments[1])
                if try interpreter.areEqual(a, b) { continue }
                if method == "__eq__" { return .bool(false) }
                return .bool(holds(try interpreter.compare(.less, a, b).truth() ? -1 : 1))
            }
            return .bool(holds(0))
        }
    }
}

/// One field of a dataclass.
private struct Field {
    let name: String
    let usual: Value?
    let factory: Value?

    /// The attribute of the class that keeps its fields.
    static let listName = "__dataclass_fields__"

    var isRequired: Bool { usual == nil && factory == nil }

    init(name: String, value: Value?) {
        self.name = name
        if case .host(let object)? = value, let field = object as? FieldObject {
            (usual, factory) = (field.usual, field.factory)
        } else {
            (usual, factory) = (value, nil)
        }
    }
}

/// The fields of a dataclass, as it keeps them.
private final class FieldList: HostObject {
    let typeObject = TypeObject("Fields", module: "dataclasses")
    let fields: [Field]

    init(_ fields: [Field]) { self.fields = fields }
}

extension UserClass {
    fileprivate var fields: [Field] {
        if case .host(let object)? = namespace[Field.listName], let list = object as? FieldList {
            list.fields
        } else {
            []
        }
    }
}

extension TypeObject {
    /// The names of the fields of a dataclass; nil for another class.
    fileprivate var fieldNames: [String]? {
        mro.lazy.compactMap { type -> [String]? in
            guard let fields = type.userClass?.fields, !fields.isEmpty else { return nil }
            return fields.map(\.name)
        }.first
    }
}
