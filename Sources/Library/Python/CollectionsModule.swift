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
        module["_tuple_class"] = .builtin(
            .python("_tuple_class(typename, field_names, defaults, module)", "A class of tuples with names.") {
                arguments, interpreter in
                let fields = try interpreter.items(of: arguments[1]).map(\.str)
                let defaults = try interpreter.items(of: arguments[2])
                let module = arguments[3].isNone ? "__main__" : arguments[3].str
                return .type(NamedTuple.makeClass(try arguments.string(0), fields, defaults: defaults, module: module))
            })
        return module
    }
}
