import Interpreter
import Signatures

/// The module `dataclasses`.
enum DataclassesModule {
    /// - Parameter prelude: where the functions are, which are written in the language.
    static func make(_ prelude: Prelude?) -> ModuleObject {
        let module = ModuleObject(
            "dataclasses", documentation: "Classes that are records of fields.",
            memberNames: Prelude.names(of: "dataclasses")
        ) { prelude?.member($0, of: "dataclasses") }
        module["_method"] = .builtin(method)
        return module
    }

    /// Makes a method of a signature that is known only when the class is there.
    private static var method: BuiltinFunction {
        .python("_method(signature, function)", "A method that hands the arguments it was given on by name.") {
            arguments, _ in
            let function = arguments[1]
            let declaration = Declaration(Signature(try arguments.string(0)), .python)
            return .host(
                NativeMethod(
                    .python("__init__(self, /, *args, **kwargs)", "Sets the fields.") { inner, interpreter in
                        let bound = try Arguments(
                            CallArguments(inner.rest, keywords: inner.keywordRest), declaration)
                        let given = DictObject()
                        for name in declaration.signature.parameters.map(\.name) {
                            if let value = bound.given(name) { given.entries[HashKey(name)] = value }
                        }
                        return try interpreter.call(function, CallArguments([inner[0], .dict(given)]))
                    }))
        }
    }
}
