import Language

/// The words of `dim_ordering`: 'tf' for channels last and 'th' for channels first.
enum DimOrdering {
    /// The literal that takes the place of 'tf' or 'th'; nil for anything else.
    static func format(_ value: Expression) -> String? {
        guard case .string(let word) = value.kind else { return nil }
        return ["tf": "\"channels_last\"", "th": "\"channels_first\""][word]
    }

    /// Whether an expression is about the ordering: a name such as `dim_ordering`, or `K.image_dim_ordering()`.
    private static func isMeant(_ expression: Expression) -> Bool {
        switch expression.kind {
        case .name(let name), .attribute(_, let name, _): name.lowercased().contains("dim_ordering")
        case .call(let callee, _): isMeant(callee)
        default: false
        }
    }

    private static func replaced(_ value: Expression) -> [Edit] {
        switch value.kind {
        case .set(let items), .tuple(let items), .list(let items): items.flatMap(replaced)
        default: format(value).map { [Edit(span: value.span, replacement: $0)] } ?? []
        }
    }

    /// Words that are compared with an ordering.
    static func edits(_ first: Expression, _ rest: [(ComparisonOperator, Expression)]) -> [Edit] {
        let operands = [first] + rest.map(\.1)
        return operands.contains(where: isMeant) ? operands.flatMap(replaced) : []
    }

    /// Words that are assigned to an ordering, or its default, or given by that keyword to a function of the script.
    static func edits(in statement: Statement, _ source: SourceText) -> [Edit] {
        switch statement.kind {
        case .assign(let targets, let value): return targets.contains(where: isMeant) ? replaced(value) : []
        case .function(let definition):
            let parameters = definition.parameters.positional + definition.parameters.keywordOnly
            return parameters.filter { $0.name.contains("dim_ordering") }
                .flatMap { $0.defaultValue.map(replaced) ?? [] }
        default: return []
        }
    }

    /// Words given by the keyword `dim_ordering`.
    static func edits(_ arguments: [CallArgument]) -> [Edit] {
        arguments.flatMap { argument -> [Edit] in
            if case .keyword(let name) = argument.kind, name == "dim_ordering" { replaced(argument.value) } else { [] }
        }
    }
}
