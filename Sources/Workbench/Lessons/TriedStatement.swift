import Interpreter
import Language

/// The one statement that was typed at a task.
struct TriedStatement {
    private let statement: Statement

    /// Nil where what was typed is no statement, or several.
    init?(_ source: SourceText, _ interpreter: Interpreter) {
        guard let statements = try? interpreter.parse(source), statements.count == 1 else { return nil }
        statement = statements[0].statement
    }

    /// Whether it only looks at something that is there: a name, an attribute, an item.
    var isLook: Bool {
        guard case .expression(let expression) = statement.kind else { return false }
        return switch expression.kind {
        case .name, .attribute, .subscripted: true
        default: false
        }
    }

    /// Whether it is an expression, which gives nothing a name.
    var isExpression: Bool { if case .expression = statement.kind { true } else { false } }

    /// Whether it is a call, such as `h.layer.set_weights(…)`.
    var isCall: Bool {
        if case .expression(let expression) = statement.kind, case .call = expression.kind { true } else { false }
    }

    /// The values of the names that it uses, such as `h` in `h.layer.set_weights(…)`.
    func values(_ globals: GlobalTable) -> [Value] {
        StatementNames(statement).used.compactMap { globals[$0] }
    }
}

extension Value {
    /// Whether it is None.
    var isNone: Bool { if case .none = self { true } else { false } }
}

extension TopLevelStatement {
    /// The names that `import` binds to modules; nil for any other statement.
    var importedNames: Set<String>? {
        if case .importing = statement.kind { StatementNames(statement).bound } else { nil }
    }
}
