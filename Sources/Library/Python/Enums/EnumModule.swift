import Interpreter

/// The module `enum`.
enum EnumModule {
    static func make() -> ModuleObject {
        let module = ModuleObject("enum", documentation: "Classes that are a few named values.") {
            Placeholder.member($0, of: "enum")
        }
        for type in [plain, whole, text, AutoValue.type] { module[type.name] = .type(type) }
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

    private static func base(_ name: String, _ bases: [TypeObject]) -> TypeObject {
        TypeObject.python(
            "\(name)(value, names=None)", module: "enum", "Classes that are a few named values derive from it.",
            bases: bases, attributes: EnumMember.table
        ) { type, arguments, interpreter in
            .type(try Enumeration.make(try arguments.string(0), names: arguments[1], of: type, interpreter))
        }.deriving(classes: Enumeration.make)
    }
}

/// What `auto()` makes: a value that the enumeration chooses.
final class AutoValue: HostObject {
    static let type = TypeObject.python("auto()", module: "enum", "A value that the enumeration chooses.") { _, _, _ in
        .host(AutoValue())
    }

    var typeObject: TypeObject { AutoValue.type }
}
