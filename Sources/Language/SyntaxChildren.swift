extension Expression {
    /// The expressions that stand directly inside this one, in the order of the source.
    public var children: [Expression] {
        switch kind {
        case .tuple(let items), .list(let items), .set(let items), .boolean(_, let items): items
        case .dict(let items): items.flatMap { ($0.key.map { [$0] } ?? []) + [$0.value] }
        case .unary(_, let a), .not(let a), .starred(let a), .attribute(let a, _, _), .named(_, let a),
            .yieldFrom(let a):
            [a]
        case .binary(_, let a, let b), .subscripted(let a, let b): [a, b]
        case .comparison(let first, let rest): [first] + rest.map(\.1)
        case .conditional(let test, let then, let otherwise): [then, test, otherwise]
        case .lambda(let parameters, let body): parameters.defaults + [body]
        case .call(let callee, let arguments): [callee] + arguments.map(\.value)
        case .yield(let a): a.map { [$0] } ?? []
        case .slice(let a, let b, let c): [a, b, c].compactMap { $0 }
        case .comprehension(_, let element, let value, let clauses):
            [element] + (value.map { [$0] } ?? []) + clauses.flatMap { [$0.target, $0.iterable] + $0.conditions }
        case .none, .ellipsis, .bool, .integer, .bigInteger, .float, .string, .bytes, .formatted, .name: []
        }
    }

    /// Whether a `yield` in it belongs to the function around it.
    public var containsYield: Bool {
        switch kind {
        case .yield, .yieldFrom: true
        case .lambda(let parameters, _): parameters.defaults.contains(where: \.containsYield)
        case .formatted(let parts): parts.contains(where: \.containsYield)
        default: children.contains(where: \.containsYield)
        }
    }
}

extension FormattedPart {
    fileprivate var containsYield: Bool {
        guard case .value(let value, _, let format) = self else { return false }
        return value.containsYield || format.contains(where: \.containsYield)
    }
}

extension Statement {
    /// The expressions that stand directly in this statement, not those of statements inside it.
    public var expressions: [Expression] {
        switch kind {
        case .expression(let value): [value]
        case .assign(let targets, let value): targets + [value]
        case .augmented(let target, _, let value): [target, value]
        case .annotated(let target, let value, _): [target] + (value.map { [$0] } ?? [])
        case .conditional(let branches, _): branches.map(\.test)
        case .whileLoop(let test, _, _): [test]
        case .forLoop(let target, let iterable, _, _): [target, iterable]
        case .function(let definition): definition.decorators + definition.parameters.defaults
        case .classDefinition(let definition): definition.decorators + definition.bases.map(\.value)
        case .returning(let value): value.map { [$0] } ?? []
        case .delete(let targets): targets
        case .assert(let test, let message): [test] + (message.map { [$0] } ?? [])
        case .raising(let error, let cause): [error, cause].compactMap { $0 }
        case .trying(_, let clauses, _, _): clauses.compactMap(\.type)
        case .with(let items, _): items.flatMap { [$0.context] + ($0.target.map { [$0] } ?? []) }
        case .pass, .breaking, .continuing, .importing, .importingFrom, .global, .nonlocal, .shell: []
        }
    }

    /// Whether a `yield` in it belongs to the function around it.
    public var containsYield: Bool {
        if expressions.contains(where: \.containsYield) { return true }
        switch kind {
        case .function, .classDefinition: return false
        default: return statements.contains(where: \.containsYield)
        }
    }

    /// The statements that stand directly inside this one.
    public var statements: [Statement] {
        switch kind {
        case .conditional(let branches, let otherwise): branches.flatMap(\.body) + otherwise
        case .whileLoop(_, let body, let otherwise), .forLoop(_, _, let body, let otherwise): body + otherwise
        case .function(let definition): definition.body
        case .classDefinition(let definition): definition.body
        case .trying(let body, let clauses, let otherwise, let finally):
            body + clauses.flatMap(\.body) + otherwise + finally
        case .with(_, let body): body
        default: []
        }
    }
}

extension Parameters {
    /// The default values, in the order of the source.
    public var defaults: [Expression] { (positional + keywordOnly).compactMap(\.defaultValue) }
}
