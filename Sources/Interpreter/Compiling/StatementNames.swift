import Language

/// The names of the top level that a statement binds and uses.
public struct StatementNames: Sendable {
    /// The names that it binds.
    public let bound: Set<String>
    /// The names that stand in its expressions; of functions in it, those of their bodies as well.
    public let used: Set<String>
    /// The name of what it changes by a method, `x` in `x.feed(image)`; nil where it is another kind of statement.
    public let changed: String?

    /// The names of a statement.
    public init(_ statement: Statement) {
        bound = Set(BoundNames(in: [statement]).names)
        var used: Set<String> = []
        StatementNames.collect(statement, &used)
        self.used = used
        changed = StatementNames.root(of: statement)
    }

    private static func collect(_ statement: Statement, _ names: inout Set<String>) {
        if case .assign(let targets, let value) = statement.kind {
            // A plain name on the left is bound, not used.
            for target in targets { collectTarget(target, &names) }
            return collect(value, &names)
        }
        statement.expressions.forEach { collect($0, &names) }
        statement.statements.forEach { collect($0, &names) }
    }

    private static func collectTarget(_ target: Expression, _ names: inout Set<String>) {
        switch target.kind {
        case .name: break
        case .tuple(let items), .list(let items): items.forEach { collectTarget($0, &names) }
        case .starred(let inner): collectTarget(inner, &names)
        default: collect(target, &names)
        }
    }

    private static func collect(_ expression: Expression, _ names: inout Set<String>) {
        if case .name(let name) = expression.kind { names.insert(name) }
        expression.children.forEach { collect($0, &names) }
    }

    private static func root(of statement: Statement) -> String? {
        guard case .expression(let value) = statement.kind, case .call(let callee, _) = value.kind,
            case .attribute(var object, _, _) = callee.kind
        else { return nil }
        while true {
            switch object.kind {
            case .name(let name): return name
            case .attribute(let inner, _, _), .subscripted(let inner, _), .call(let inner, _): object = inner
            default: return nil
            }
        }
    }
}
