import Interpreter

/// The module `typing`: words for annotations, and tuples with names.
enum TypingModule {
    /// - Parameter prelude: where the words are, which are written in the language.
    static func make(_ prelude: Prelude?) -> ModuleObject {
        let module = ModuleObject(
            "typing", documentation: "Words for annotations, and tuples with names.",
            memberNames: Prelude.names(of: "typing")
        ) { prelude?.member($0, of: "typing") ?? Placeholder.member($0, of: "typing") }
        module["NamedTuple"] = .type(NamedTuple.base)
        module["TYPE_CHECKING"] = .bool(false)
        module["_evaluated"] = .builtin(
            .python("_evaluated(text)", "What an annotation that is a string means.") { arguments, interpreter in
                try interpreter.value(of: try arguments.string(0))
            })
        module.add([.python("cast(typ, val)", "The value as it is.") { arguments, _ in arguments[1] }])
        return module
    }
}
