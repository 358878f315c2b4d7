import Interpreter

/// The module `six.moves`, by which scripts ran under Python 2 and 3.
enum SixModule {
    /// `six.moves`: the builtins of Python 3.
    static func moves(_ interpreter: Interpreter?) -> ModuleObject {
        ModuleObject("six.moves", documentation: "The builtins of Python 3.") { name in
            interpreter?.builtin(name == "xrange" ? "range" : name) ?? Placeholder.member(name, of: "six.moves")
        }
    }
}
