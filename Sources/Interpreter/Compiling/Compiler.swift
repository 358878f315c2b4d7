import Language

/// Code that computes a value.
typealias Evaluate = (Frame) throws(RaisedError) -> Value
/// Code that runs a statement.
typealias Execute = (Frame) throws(RaisedError) -> Flow
/// Code that stores a value.
typealias Store = (Frame, Value) throws(RaisedError) -> Void

/// How a statement ended.
enum Flow {
    case normal
    case breaking
    case continuing
    case returning(Value)
    /// A generator stops here and goes on when it is asked again.
    case suspended
}

/// Turns syntax into closures, with every local variable resolved to a slot.
struct Compiler {
    let interpreter: Interpreter
    let source: SourceText
    /// The module that the code belongs to.
    let namespace: Namespace
    /// The names of the function being compiled; nil at the top level.
    var scope: Scope?
    /// The function being compiled, for messages.
    var functionName = "<module>"
    /// Where the generator function being compiled keeps its state; nil in all other functions.
    var generator: GeneratorSlots?
    /// The class in whose body the code stands; nil outside of any.
    var className: String?
    /// What comes before the names of functions defined here: nothing, or `outer.<locals>.`.
    var qualification = ""

    init(interpreter: Interpreter, source: SourceText, namespace: Namespace) {
        self.interpreter = interpreter
        self.source = source
        self.namespace = namespace
    }

    /// The variables at the top level of the module.
    var globals: GlobalTable { namespace.globals }

    /// Compiles a statement of the top level so that it answers what the shell may show.
    func compileTopLevel(_ statement: Statement) throws(RaisedError) -> (Frame) throws(RaisedError) -> StatementResult {
        switch statement.kind {
        case .expression(let expression):
            let value = try compile(expression)
            return { frame throws(RaisedError) in .value(try value(frame)) }
        case .assign(let targets, _):
            return try showingBound(statement, targets)
        case .annotated(let target, _, _), .augmented(let target, _, _):
            return try showingBound(statement, [target])
        default:
            let execute = try compile(statement)
            return { frame throws(RaisedError) in
                _ = try execute(frame)
                return .nothing
            }
        }
    }

    private func showingBound(
        _ statement: Statement, _ targets: [Expression]
    ) throws(RaisedError) -> (Frame) throws(RaisedError) -> StatementResult {
        let execute = try compile(statement)
        let names = targets.flatMap { BoundNames(target: $0).names }
        let globals = self.globals
        return { frame throws(RaisedError) in
            _ = try execute(frame)
            return .bound(names.compactMap { name in globals[name].map { (name, $0) } })
        }
    }

    /// The compiler for the inside of a function or comprehension.
    func inner(_ scope: Scope, named name: String) -> Compiler {
        var copy = self
        copy.scope = scope
        copy.generator = nil
        copy.functionName = name
        copy.qualification = "\(qualification)\(name).\(scope.isComprehension || scope.isClass ? "" : "<locals>.")"
        return copy
    }

    /// The name by which an attribute is kept: inside of a class, `__name` belongs to that class alone.
    func mangled(_ name: String) -> String {
        guard let className, name.hasPrefix("__"), !name.hasSuffix("__") else { return name }
        let stem = className.drop { $0 == "_" }
        return stem.isEmpty ? name : "_\(stem)\(name)"
    }

    /// Adds where it happened to the errors of a piece of code.
    func located(_ span: Span, _ evaluate: @escaping Evaluate) -> Evaluate {
        let source = self.source
        return { frame throws(RaisedError) in
            do throws(RaisedError) { return try evaluate(frame) } catch { throw error.located(source, span) }
        }
    }

    func failure(_ message: String, _ span: Span, hint: String? = nil) -> RaisedError {
        RaisedError(.syntaxError, message, hint: hint).located(source, span)
    }
}
