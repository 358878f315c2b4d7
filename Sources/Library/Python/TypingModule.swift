import Interpreter

/// The module `typing`: `NamedTuple`; the rest is for annotations, which nobody reads.
enum TypingModule {
    static func make() -> ModuleObject {
        let module = ModuleObject("typing", documentation: "Words for annotations, and tuples with names.") {
            Placeholder.member($0, of: "typing")
        }
        module["NamedTuple"] = .type(NamedTuple.base)
        module["TYPE_CHECKING"] = .bool(false)
        module.add([
            .python("cast(typ, val)", "The value as it is.") { arguments, _ in arguments[1] },
            .python(
                "TypeVar(name, *constraints, bound=None, covariant=False, contravariant=False)",
                "A word for annotations."
            ) { arguments, _ in
                .host(Placeholder("typing.TypeVar.\(try arguments.string(0))", isQuiet: true))
            },
        ])
        return module
    }
}
