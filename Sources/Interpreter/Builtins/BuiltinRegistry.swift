/// The builtins of the language: one line for each family.
enum BuiltinRegistry {
    /// Every builtin with its name.
    static func values() -> [(String, Value)] {
        let functions = SequenceBuiltins.all + NumberBuiltins.all + ObjectBuiltins.all
        let types = TypeObject.builtins + TypeObject.exceptions
        let others: [(String, Value)] = [
            ("Ellipsis", .ellipsis), ("NotImplemented", .host(NotImplementedObject())),
            ("IOError", .type(.osError)), ("EnvironmentError", .type(.osError)),
            ("__name__", .string("__main__")), ("__file__", .string("<script>")), ("__doc__", .none),
        ]
        return functions.map { ($0.name, .builtin($0)) } + types.map { ($0.name, .type($0)) } + others
    }
}

/// Python's `NotImplemented`.
final class NotImplementedObject: HostObject {
    let typeObject = TypeObject("NotImplementedType")
    func repr() -> String { "NotImplemented" }
}
