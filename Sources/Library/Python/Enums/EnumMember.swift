import Interpreter
import Language

/// A member of an enumeration.
final class EnumMember: DerivedValue {
    /// The name; that of flags together has all of theirs. Empty while `__new__` makes the member, nil for no flags at all.
    private(set) var name: String?
    private(set) var value: Value
    /// Whether it does what its value does, as the members of `IntEnum` do.
    private let isValue: Bool

    init(_ name: String?, _ value: Value, _ type: TypeObject, _ interpreter: Interpreter) {
        self.name = name
        self.value = value
        isValue = [TypeObject.int, .float, .str].contains { type.isKind(of: $0) }
        super.init(type, interpreter)
    }

    override var plain: Value? { isValue ? value : nil }

    /// Gives the member that `__new__` has made its name, and its value where that has set none.
    func complete(_ name: String, _ value: Value) {
        self.name = name
        if !hasOwnValue { self.value = value }
    }

    private var hasOwnValue = false

    /// Whether its text is that of its value, as for members of `IntEnum`.
    private var showsValue: Bool {
        [EnumModule.whole, EnumModule.text, EnumModule.wholeFlag].contains { typeObject.isKind(of: $0) }
    }

    /// The enumeration whose flags it is; nil for a member of another kind.
    private var flags: Enumeration? {
        guard let enumeration = typeObject.metaclass as? Enumeration, enumeration.isFlags else { return nil }
        return enumeration
    }

    override func repr() -> String { Value.host(self).repr }
    override func repr(_ inner: (Value) -> String) -> String {
        defines("__repr__") ? super.repr(inner) : "<\(typeObject.name)\(name.map { ".\($0)" } ?? ""): \(inner(value))>"
    }

    override func str() -> String {
        if defines("__str__") { return super.str() }
        if showsValue { return value.str }
        return name.map { "\(typeObject.name).\($0)" } ?? "\(typeObject.name)(\(value.repr))"
    }

    override func format(_ specification: String) throws(RaisedError) -> String? {
        guard showsValue, !defines("__format__"), !defines("__str__"), let interpreter = instance?.host,
            let format = interpreter.builtin("format")
        else { return try super.format(specification) }
        return try interpreter.call(format, CallArguments([value, .string(specification)])).str
    }

    private static let kept: Set<String> = ["name", "value", "_name_", "_value_"]

    override func attribute(_ name: String, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        guard EnumMember.kept.contains(name), !defines(name) else { return try super.attribute(name, interpreter) }
        return name.contains("name") ? self.name.map(Value.string) ?? Value.none : value
    }

    override func setAttribute(
        _ name: String, _ new: Value, _ interpreter: Interpreter
    ) throws(RaisedError) -> Bool {
        if name == "_value_", self.name == "" {
            (value, hasOwnValue) = (new, true)
            return true
        }
        guard !EnumMember.kept.contains(name) else {
            throw RaisedError(.attributeError, "<enum 'Enum'> cannot set attribute '\(name)'")
        }
        return try super.setAttribute(name, new, interpreter)
    }

    // MARK: Flags

    override func binary(
        _ op: BinaryOperator, _ other: Value, isReflected: Bool, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value? {
        guard let flags, [.or, .and, .xor].contains(op), !defines(op == .or ? "__or__" : "__and__") else {
            return try super.binary(op, other, isReflected: isReflected, interpreter)
        }
        guard let number = flags.number(of: other, self) else { return nil }
        return try flags.flag(try interpreter.binary(op, value, number)).map(Value.host)
    }

    override func unary(_ op: UnaryOperator, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        guard op == .invert, let flags else { return try super.unary(op, interpreter) }
        return try flags.inverted(value).map(Value.host)
    }

    override func contains(_ item: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool? {
        guard let flags else { return try super.contains(item, interpreter) }
        guard case .host(let object) = item, let other = object as? EnumMember, other.typeObject === typeObject else {
            throw RaisedError(
                .typeError,
                "unsupported operand type(s) for 'in': '\(item.typeName)' and '\(typeObject.name)'")
        }
        let common = try interpreter.binary(.and, value, other.value)
        return try interpreter.same(common, flags.number(of: item, self) ?? .none)
    }

    override func iterate(_ interpreter: Interpreter) throws(RaisedError) -> IteratorObject? {
        guard let flags else { return try super.iterate(interpreter) }
        return .over(flags.parts(of: value).map(Value.host), "generator")
    }

    override func length() throws(RaisedError) -> Int? {
        guard let flags else { return try super.length() }
        return flags.parts(of: value).count
    }

    override func truth() throws(RaisedError) -> Bool {
        flags == nil || defines("__bool__") ? try super.truth() : try value.truth()
    }

    /// What completion shows of a member.
    static let table = AttributeTable(
        of: EnumMember.self,
        [
            .value("name", "Its name.") { $0.name.map(Value.string) ?? .none },
            .value("value", "Its value.") { $0.value },
        ])
}
