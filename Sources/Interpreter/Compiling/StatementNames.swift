import Language

/// The names of the top level that a statement binds and uses.
public struct StatementNames: Sendable {
    /// The names that it binds.
    public let bound: Set<String>
    /// The names that stand in its expressions; of functions in it, those of their bodies as well.
    public let used: Set<String>
    /// The name of what it changes, `x` in `x.feed(image)` and `c` in `set_kernel(c, "blur")`; nil where it is another kind of statement.
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
        guard case .expression(let value) = statement.kind, case .call(let callee, let arguments) = value.kind else {
            return nil
        }
        if case .attribute(let object, _, _) = callee.kind { return root(of: object) }
        guard case .name("set_kernel") = callee.kind, let layer = arguments.first else { return nil }
        return root(of: layer.value)
    }

    /// The name that an expression starts from: `x` in `x.layer.kernel`.
    private static func root(of expression: Expression) -> String? {
        switch expression.kind {
        case .name(let name): name
        case .attribute(let inner, _, _), .subscripted(let inner, _), .call(let inner, _): root(of: inner)
        default: nil
        }
    }
}
