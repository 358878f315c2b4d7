import Language

/// The names of the top level that a statement binds and uses.
public struct StatementNames: Sendable {
    /// The names that it binds.
    public let bound: Set<String>
    /// The names that stand in its expressions; of functions in it, those of their bodies as well. The variables of its loops, and
    /// the parameters and variables of its functions, are not among them.
    public let used: Set<String>
    /// The names of what it changes without binding them: `t` in `t["a"] = 1`, `xs` in `for i in range(3): xs.append(i)`, `c` in
    /// `set_kernel(c, "blur")`.
    public let changed: Set<String>
    /// Those among them of which it makes something that depends on what they were, as `append` does; `x.feed("cat.png")` does not.
    public let advanced: Set<String>
    /// The name of the object whose method the whole statement calls, which the method may change: `m` in `m.compile()`.
    public let called: String?

    /// The names of a statement.
    public init(_ statement: Statement) {
        bound = Set(BoundNames(in: [statement]).names)
        var used: Set<String> = []
        StatementNames.collect(statement, &used)
        self.used = used
        var changed: Set<String> = []
        StatementNames.collectChanges(statement, by: StatementNames.changing, &changed)
        self.changed = changed
        var advanced: Set<String> = []
        StatementNames.collectChanges(statement, by: StatementNames.advancing, &advanced)
        self.advanced = advanced
        called = StatementNames.called(by: statement)
    }

    // MARK: Names that are used

    /// The names that stand in an expression.
    public static func used(in expression: Expression) -> Set<String> {
        var names: Set<String> = []
        collect(expression, &names)
        return names
    }

    private static func collect(_ statement: Statement, _ names: inout Set<String>) {
        switch statement.kind {
        case .assign(let targets, let value):
            // A plain name on the left is bound, not used.
            for target in targets { collectTarget(target, &names) }
            collect(value, &names)
        case .forLoop(let target, let iterable, let body, let otherwise):
            collect(iterable, &names)
            collectTarget(target, &names)
            var inner: Set<String> = []
            for statement in body + otherwise { collect(statement, &inner) }
            names.formUnion(inner.subtracting(BoundNames(target: target).names))
        case .function(let definition):
            statement.expressions.forEach { collect($0, &names) }
            var inner: Set<String> = []
            for statement in definition.body { collect(statement, &inner) }
            // Its parameters and local variables are no names of the top level.
            let bound = BoundNames(in: definition.body)
            let locals = Set(bound.names).subtracting(bound.globals).union(definition.parameters.names)
            names.formUnion(inner.subtracting(locals))
        default:
            statement.expressions.forEach { collect($0, &names) }
            statement.statements.forEach { collect($0, &names) }
        }
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
        switch expression.kind {
        case .name(let name): names.insert(name)
        case .lambda(let parameters, let body):
            parameters.defaults.forEach { collect($0, &names) }
            names.formUnion(used(in: body).subtracting(parameters.names))
        case .comprehension(_, _, _, let clauses):
            var inner: Set<String> = []
            expression.children.forEach { collect($0, &inner) }
            names.formUnion(inner.subtracting(clauses.flatMap { BoundNames(target: $0.target).names }))
        default: expression.children.forEach { collect($0, &names) }
        }
    }

    // MARK: What is changed

    /// Methods of lists, dicts, sets, layers and models after which these are others than before.
    private static let changing = advancing.union(["feed", "load_weights", "set_kernel", "set_weights"])

    /// Those whose result depends on what the object was before.
    private static let advancing: Set<String> = [
        "add", "append", "appendleft", "clear", "difference_update", "discard", "extend", "extendleft", "insert",
        "intersection_update", "pop", "popitem", "popleft", "remove", "reverse", "rotate", "setdefault", "sort",
        "update",
    ]

    /// The body of a function changes nothing while it is defined.
    private static func collectChanges(
        _ statement: Statement, by changing: Set<String>, _ names: inout Set<String>
    ) {
        switch statement.kind {
        case .assign(let targets, _): for target in targets { collectChanges(ofTarget: target, &names) }
        case .augmented(let target, _, _), .annotated(let target, _, _), .forLoop(let target, _, _, _):
            collectChanges(ofTarget: target, &names)
        case .delete(let targets): for target in targets { collectChanges(ofTarget: target, &names) }
        case .function, .classDefinition: return
        default: break
        }
        statement.expressions.forEach { collectChanges($0, by: changing, &names) }
        statement.statements.forEach { collectChanges($0, by: changing, &names) }
    }

    private static func collectChanges(ofTarget target: Expression, _ names: inout Set<String>) {
        switch target.kind {
        case .attribute, .subscripted: if let name = root(of: target) { names.insert(name) }
        case .tuple(let items), .list(let items): for item in items { collectChanges(ofTarget: item, &names) }
        case .starred(let inner): collectChanges(ofTarget: inner, &names)
        default: break
        }
    }

    private static func collectChanges(
        _ expression: Expression, by changing: Set<String>, _ names: inout Set<String>
    ) {
        if case .lambda = expression.kind { return }
        if case .call(let callee, let arguments) = expression.kind {
            var object: Expression?
            if case .attribute(let owner, let method, _) = callee.kind, changing.contains(method) { object = owner }
            if case .name("set_kernel") = callee.kind, changing.contains("set_kernel") {
                object = arguments.first?.value
            }
            if let name = object.flatMap(root(of:)) { names.insert(name) }
        }
        expression.children.forEach { collectChanges($0, by: changing, &names) }
    }

    private static func called(by statement: Statement) -> String? {
        guard case .expression(let value) = statement.kind, case .call(let callee, _) = value.kind,
            case .attribute(let object, _, _) = callee.kind
        else { return nil }
        return root(of: object)
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
