import Interpreter

/// The modules `six` and `six.moves`, by which scripts ran under Python 2 and 3.
enum SixModule {
    /// `six`: what differed between the two, as Python 3 has it.
    static func make(_ moves: ModuleObject?) -> ModuleObject {
        let module = ModuleObject("six", documentation: "What differed between Python 2 and 3, as in Python 3.")
        module["PY2"] = .bool(false)
        module["PY3"] = .bool(true)
        module["string_types"] = .tuple([.type(.str)])
        module["integer_types"] = .tuple([.type(.int)])
        module["class_types"] = .tuple([.type(.type)])
        module["text_type"] = .type(.str)
        module["moves"] = moves.map(Value.module)
        for name in ["items", "keys", "values"] { module["iter\(name)"] = .builtin(iterator(name)) }
        return module
    }

    /// `six.iteritems(d)` and its like.
    private static func iterator(_ name: String) -> BuiltinFunction {
        .python("iter\(name)(d)", "An iterator over the \(name) of a dict.") { arguments, interpreter in
            let method = try interpreter.attribute(name, of: arguments[0])
            return .iterator(try interpreter.iterator(over: try interpreter.call(method, CallArguments())))
        }
    }

    /// `six.moves`: the builtins of Python 3.
    static func moves(_ interpreter: Interpreter?) -> ModuleObject {
        ModuleObject("six.moves", documentation: "The builtins of Python 3.") { name in
            interpreter?.builtin(name == "xrange" ? "range" : name) ?? Placeholder.member(name, of: "six.moves")
        }
    }
}
