/// Sees that `global` and `nonlocal` stand before the names that they declare are used, as Python demands.
struct DeclaredNames {
    private var used: Set<String> = []
    private var bound: Set<String> = []
    private var annotated: Set<String> = []
    private let parameters: Set<String>

    private init(_ parameters: [String]) { self.parameters = Set(parameters) }

    /// Refuses a body in which a name is used before it is declared.
    static func check(_ body: [Statement], parameters: [String] = []) throws(SyntaxFailure) {
        guard body.contains(where: \.declaresNames) else { return }
        var names = DeclaredNames(parameters)
        for statement in body { try names.visit(statement) }
    }

    private mutating func visit(_ statement: Statement) throws(SyntaxFailure) {
        switch statement.kind {
        case .global(let names): try declare(names, "global", at: statement.span)
        case .nonlocal(let names): try declare(names, "nonlocal", at: statement.span)
        case .assign(let targets, let value): visit(targets, [value])
        case .augmented(let target, _, let value), .forLoop(let target, let value, _, _): visit([target], [value])
        case .annotated(let target, let value, _):
            if case .name(let name) = target.kind { annotated.insert(name) }
            visit([target], value.map { [$0] } ?? [])
        case .delete(let targets): visit(targets, [])
        case .with(let items, _): visit(items.compactMap(\.target), items.map(\.context))
        case .function(let definition): visit(definition.name, statement)
        case .classDefinition(let definition): visit(definition.name, statement)
        case .trying(_, let clauses, _, _):
            bound.formUnion(clauses.compactMap(\.name))
            visit([], statement.expressions)
        default: visit([], statement.expressions)
        }
        switch statement.kind {
        case .function, .classDefinition: return
        default: for inner in statement.statements { try visit(inner) }
        }
    }

    private mutating func visit(_ targets: [Expression], _ values: [Expression]) {
        targets.forEach { bind($0) }
        values.forEach { use($0) }
    }

    /// A function or a class: its name is bound, its decorators and defaults are used here.
    private mutating func visit(_ name: String, _ statement: Statement) {
        bound.insert(name)
        visit([], statement.expressions)
    }

    private func declare(_ names: [String], _ word: String, at span: Span) throws(SyntaxFailure) {
        for name in names {
            if parameters.contains(name) { throw SyntaxFailure("name '\(name)' is parameter and \(word)", at: span) }
            if used.contains(name) {
                throw SyntaxFailure("name '\(name)' is used prior to \(word) declaration", at: span)
            }
            if annotated.contains(name) { throw SyntaxFailure("annotated name '\(name)' can't be \(word)", at: span) }
            if bound.contains(name) {
                throw SyntaxFailure("name '\(name)' is assigned to before \(word) declaration", at: span)
            }
        }
    }

    private mutating func bind(_ target: Expression) {
        switch target.kind {
        case .name(let name): bound.insert(name)
        case .tuple(let items), .list(let items): items.forEach { bind($0) }
        case .starred(let inner): bind(inner)
        default: use(target)
        }
    }

    /// Collects the names of an expression; functions inside it have names of their own.
    private mutating func use(_ expression: Expression) {
        switch expression.kind {
        case .name(let name): used.insert(name)
        case .named(let name, let value):
            bound.insert(name)
            use(value)
        case .lambda(let parameters, _): parameters.defaults.forEach { use($0) }
        case .comprehension(_, _, _, let clauses): use(clauses[0].iterable)
        case .formatted(let parts): parts.flatMap(\.expressions).forEach { use($0) }
        default: expression.children.forEach { use($0) }
        }
    }
}

extension Statement {
    /// Whether it has a `global` or a `nonlocal` of the function around it.
    fileprivate var declaresNames: Bool {
        switch kind {
        case .global, .nonlocal: true
        case .function, .classDefinition: false
        default: statements.contains(where: \.declaresNames)
        }
    }
}
