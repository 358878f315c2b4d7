import Language

/// What the names of a script stand for: which are imported from where, and which are the script's own.
struct ScriptNames {
    /// Names that were imported under another name, with their own.
    private var originals: [String: String] = [:]
    /// Names of modules, with their dotted paths.
    private var modules: [String: String] = [:]
    /// Functions that the script defines itself.
    private var own: Set<String> = []
    /// Every name the script binds or imports.
    private(set) var all: Set<String> = []
    /// Every name that stands in an expression.
    private(set) var used: Set<String> = []

    init(_ statements: [Statement]) { statements.forEach { add($0) } }

    private mutating func add(_ statement: Statement) {
        switch statement.kind {
        case .importing(let imported):
            for module in imported {
                let name = module.alias ?? module.path
                modules[name] = module.path
                all.insert(name)
            }
        case .importingFrom(let module, let names, _):
            for item in names {
                let name = item.alias ?? item.name
                originals[name] = item.name
                all.insert(name)
                if item.name.first?.isLowercase == true { modules[name] = "\(module).\(item.name)" }
            }
        case .function(let definition):
            own.insert(definition.name)
            all.formUnion(definition.parameters.names + [definition.name])
        case .assign(let targets, _):
            for case .name(let name) in targets.map(\.kind) { all.insert(name) }
        default: break
        }
        statement.expressions.forEach { use($0) }
        statement.statements.forEach { add($0) }
    }

    private mutating func use(_ expression: Expression) {
        if case .name(let name) = expression.kind { used.insert(name) }
        expression.children.forEach { use($0) }
    }

    /// The name of Keras that a callee stands for; nil where it is a function of the script's own.
    func original(of callee: Expression) -> String? {
        switch callee.kind {
        case .name(let name): own.contains(name) ? nil : originals[name] ?? name
        case .attribute(_, let name, _): name
        default: nil
        }
    }

    /// The name that is written for a callee, if it is an alias that stays.
    func alias(of callee: Expression) -> String? {
        guard case .name(let name) = callee.kind, let original = originals[name], original != name else { return nil }
        return name
    }

    /// The dotted path that a name or an attribute stands for: `keras.backend` for `K`; nil where it is not a module.
    func module(_ expression: Expression) -> String? {
        switch expression.kind {
        case .name(let name):
            modules[name]
                ?? ["keras": "keras", "tf": "tensorflow", "tensorflow": "tensorflow", "K": "keras.backend"][name]
        case .attribute(let object, let name, _): module(object).map { "\($0).\(name)" }
        default: nil
        }
    }

    /// Whether a name is the module `keras.ops`.
    func isOperations(_ name: String) -> Bool { modules[name]?.hasSuffix("keras.ops") ?? false }

    /// Whether the script imports `keras` by that name.
    var hasKeras: Bool { modules["keras"] == "keras" }

    /// Whether an expression is the module `keras.backend`.
    func isBackend(_ expression: Expression) -> Bool {
        guard let path = module(expression) else { return false }
        return ["keras.backend", "tensorflow.keras.backend", "tensorflow.python.keras.backend"].contains { path == $0 }
            || path.hasPrefix("keras.backend.")
    }
}
