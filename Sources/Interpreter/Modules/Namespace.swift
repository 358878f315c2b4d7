/// The variables of a module, and what it is called: that of the script, or that of a file which is imported.
final class Namespace {
    /// The dotted name, `__main__` for the script.
    let name: String
    /// The package from which relative imports count; nil for a script, which belongs to none.
    let package: String?
    /// The variables.
    let globals = GlobalTable()
    /// Whether annotations stay texts, as `from __future__ import annotations` says.
    var keepsAnnotationTexts = false

    init(name: String, package: String?) {
        self.name = name
        self.package = package
    }

    /// What a name means where no variable has it: `globals` depends on the module in which it is called.
    func builtin(_ name: String, _ interpreter: Interpreter) -> Value? {
        name == "globals" ? .builtin(variables) : interpreter.builtin(name)
    }

    private lazy var variables = BuiltinFunction(
        "globals()", "The variables at the top level."
    ) { [globals] _, _ throws(RaisedError) in
        .dict(DictObject(globals.definedNames.map { ($0, globals[$0] ?? .none) }))
    }
}
