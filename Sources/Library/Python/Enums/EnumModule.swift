import Interpreter
import Language

/// The module `enum`.
enum EnumModule {
    static func make() -> ModuleObject {
        let module = ModuleObject("enum", documentation: "Classes that are a few named values.") {
            Placeholder.member($0, of: "enum")
        }
        for type in [plain, whole, text, flag, wholeFlag, AutoValue.type, NotMember.type] {
            module[type.name] = .type(type)
        }
        module.add([
            .python("unique(enumeration)", "Refuses two names of one value.") { arguments, _ in
                guard case .type(let type) = arguments[0], let enumeration = type.metaclass as? Enumeration else {
                    throw RaisedError(.typeError, "unique() needs an enumeration, not '\(arguments[0].typeName)'")
                }
                try enumeration.requireUnique()
                return arguments[0]
            }
        ])
        return module
    }

    /// `enum.Enum`.
    static let plain = base("Enum", [.object])
    /// `enum.IntEnum`, whose members are whole numbers.
    static let whole = base("IntEnum", [.int, plain])
    /// `enum.StrEnum`, whose members are strings.
    static let text = base("StrEnum", [.str, plain])

    /// `enum.Flag`, whose members can be put together.
    static let flag = base("Flag", [plain])
    /// `enum.IntFlag`, whose members are whole numbers as well.
    static let wholeFlag = base("IntFlag", [.int, flag])

    private static func base(_ name: String, _ bases: [TypeObject]) -> TypeObject {
        TypeObject.python(
            "\(name)(value, names=None, *, module=None, qualname=None, type=None, start=1, !boundary=None)",
            module: "enum", "Classes that are a few named values derive from it.",
            bases: bases, attributes: EnumMember.table
        ) { type, arguments, interpreter in
            var bases = [type]
            if case .type(let mixed) = arguments["type"] { bases.insert(mixed, at: 0) }
            return .type(
                try Enumeration.make(
                    try arguments.string(0), names: arguments[1], from: arguments["start"], bases, interpreter))
        }.deriving { type, arguments, interpreter throws(RaisedError) in
            // What `__new__` makes of a member; its name follows.
            EnumMember("", arguments.positional.first ?? .none, type, interpreter)
        }.deriving(classes: Enumeration.make)
    }
}

/// What `auto()` makes: a value that the enumeration chooses, and what is computed from it in the body of the class.
final class AutoValue: HostObject {
    static let type = TypeObject.python("auto()", module: "enum", "A value that the enumeration chooses.") { _, _, _ in
        .host(AutoValue())
    }

    /// What it is computed from; nil for `auto()` itself.
    private let parts: (op: BinaryOperator, left: Value, right: Value)?
    /// What the enumeration has chosen.
    var chosen: Value?

    private init(_ parts: (op: BinaryOperator, left: Value, right: Value)? = nil) { self.parts = parts }

    var typeObject: TypeObject { AutoValue.type }

    func binary(
        _ op: BinaryOperator, _ other: Value, isReflected: Bool, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value? {
        let own = Value.host(self)
        return .host(AutoValue((op, isReflected ? other : own, isReflected ? own : other)))
    }

    /// The value where it follows from what the enumeration has chosen before; nil where it is to choose.
    func computed(_ interpreter: Interpreter) throws(RaisedError) -> Value? {
        guard let parts else { return chosen }
        guard let left = try AutoValue.value(of: parts.left, interpreter),
            let right = try AutoValue.value(of: parts.right, interpreter)
        else { return nil }
        return try interpreter.binary(parts.op, left, right)
    }

    private static func value(of operand: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        guard case .host(let object) = operand, let auto = object as? AutoValue else { return operand }
        return try auto.computed(interpreter)
    }
}

/// What `nonmember()` makes: a value in the class of an enumeration that is no member.
final class NotMember: HostObject {
    static let type = TypeObject.python("nonmember(value)", module: "enum", "A value that is no member.") {
        _, arguments, _ in .host(NotMember(arguments[0]))
    }

    let value: Value

    private init(_ value: Value) { self.value = value }

    var typeObject: TypeObject { NotMember.type }
}
