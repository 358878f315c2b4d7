import Interpreter

/// The module `collections`: dicts of other kinds, queues, and tuples with names.
enum CollectionsModule {
    /// - Parameter prelude: where the functions are that are written in the language.
    static func make(_ prelude: Prelude?) -> ModuleObject {
        let module = ModuleObject(
            "collections", documentation: "More kinds of collections.", memberNames: Prelude.names(of: "collections")
        ) { prelude?.member($0, of: "collections") ?? Placeholder.member($0, of: "collections") }
        for type in [DictKinds.ordered, DictKinds.withDefault, DictKinds.counter, DequeObject.dequeType] {
            module[type.name] = .type(type)
        }
        module.add([
            .python(
                "namedtuple(typename, field_names, *, !rename=False, defaults=None, module=None)",
                "A class of tuples with names."
            ) { arguments, interpreter in
                let fields = try fieldNames(arguments[1], interpreter)
                let defaults = try arguments.optional("defaults").map { try interpreter.items(of: $0) }
                return .type(NamedTuple.makeClass(try arguments.string(0), fields, defaults: defaults ?? []))
            }
        ])
        return module
    }

    private static func fieldNames(_ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> [String] {
        if case .string(let text) = value {
            return text.split { $0 == " " || $0 == "," }.map(String.init)
        }
        return try interpreter.items(of: value).map(\.str)
    }
}
