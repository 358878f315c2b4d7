/// The builtins of the language: one line for each family.
enum BuiltinRegistry {
    /// Every builtin with its name.
    static func values() -> [(String, Value)] {
        let functions = SequenceBuiltins.all + NumberBuiltins.all + ObjectBuiltins.all
        return functions.map { ($0.name, .builtin($0)) }
            + TypeBuiltins.all().map { ($0.name, .type($0)) }
            + ExceptionType.all.map { ($0.name, .type($0.typeObject)) }
            + [
                ("NotImplemented", .ellipsis), ("Ellipsis", .ellipsis),
                ("IOError", .type(ExceptionType.osError.typeObject)),
            ]
            + [("__name__", .string("__main__")), ("__file__", .string("<script>"))]
    }
}

extension ExceptionType {
    /// The class as a script sees it.
    var typeObject: TypeObject {
        TypeObject(
            name, documentation: "An exception.", exceptionType: self,
            isInstance: { [self] value in
                if case .exception(let exception) = value { exception.type.isKind(of: self) } else { false }
            },
            construct: { [self] arguments, _ throws(RaisedError) in
                .exception(ExceptionObject(self, arguments.positional))
            })
    }
}
