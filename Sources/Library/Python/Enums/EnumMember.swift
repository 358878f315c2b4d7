import Interpreter

/// A member of an enumeration.
final class EnumMember: DerivedValue {
    let name: String
    let value: Value
    /// Whether it does what its value does, as the members of `IntEnum` do.
    private let isValue: Bool

    init(_ name: String, _ value: Value, _ type: TypeObject, _ interpreter: Interpreter) {
        self.name = name
        self.value = value
        isValue = [TypeObject.int, .float, .str].contains { type.isKind(of: $0) }
        super.init(type, interpreter)
    }

    override var plain: Value? { isValue ? value : nil }

    /// Whether its text is that of its value, as for members of `IntEnum`.
    private var showsValue: Bool { typeObject.isKind(of: EnumModule.whole) || typeObject.isKind(of: EnumModule.text) }

    override func repr() -> String { Value.host(self).repr }
    override func repr(_ inner: (Value) -> String) -> String {
        defines("__repr__") ? super.repr(inner) : "<\(typeObject.name).\(name): \(inner(value))>"
    }

    override func str() -> String {
        if defines("__str__") { return super.str() }
        return showsValue ? value.str : "\(typeObject.name).\(name)"
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
        return name.contains("name") ? .string(self.name) : value
    }

    override func setAttribute(
        _ name: String, _ new: Value, _ interpreter: Interpreter
    ) throws(RaisedError) -> Bool {
        guard !EnumMember.kept.contains(name) else {
            throw RaisedError(.attributeError, "<enum 'Enum'> cannot set attribute '\(name)'")
        }
        return try super.setAttribute(name, new, interpreter)
    }

    /// What completion shows of a member.
    static let table = AttributeTable(
        of: EnumMember.self,
        [
            .value("name", "Its name.") { .string($0.name) },
            .value("value", "Its value.") { $0.value },
        ])
}
