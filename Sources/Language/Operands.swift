extension Expression {
    /// What an expression computes one after the other before it combines the values, and how others take their place.
    struct Operands {
        let list: [Expression]
        let rebuilt: ([Expression]) -> Kind
    }

    /// The operands in the order in which Python computes them; none where not all of them are computed.
    var operands: Operands {
        switch kind {
        case .tuple(let items): Operands(list: items) { .tuple($0) }
        case .list(let items): Operands(list: items) { .list($0) }
        case .set(let items): Operands(list: items) { .set($0) }
        case .dict(let items): Expression.operands(of: items)
        case .unary(let op, let a): Operands(list: [a]) { .unary(op, $0[0]) }
        case .not(let a): Operands(list: [a]) { .not($0[0]) }
        case .starred(let a): Operands(list: [a]) { .starred($0[0]) }
        case .named(let name, let a): Operands(list: [a]) { .named(name, $0[0]) }
        case .attribute(let a, let name, let span): Operands(list: [a]) { .attribute($0[0], name, span) }
        case .yield(let a): Operands(list: a.map { [$0] } ?? []) { .yield($0.first) }
        case .yieldFrom(let a): Operands(list: [a]) { .yieldFrom($0[0]) }
        case .binary(let op, let a, let b): Operands(list: [a, b]) { .binary(op, $0[0], $0[1]) }
        case .subscripted(let a, let b): Operands(list: [a, b]) { .subscripted($0[0], $0[1]) }
        case .comparison(let first, let rest) where rest.count == 1:
            Operands(list: [first, rest[0].1]) { .comparison($0[0], [(rest[0].0, $0[1])]) }
        case .slice(let a, let b, let c): Expression.operands(ofSlice: [a, b, c])
        case .call(let callee, let arguments):
            Operands(list: [callee] + arguments.map(\.value)) { parts in
                .call(parts[0], zip(arguments, parts.dropFirst()).map { $0.with(value: $1) })
            }
        case .formatted(let parts):
            Operands(list: parts.flatMap(\.expressions)) { values in
                var rest = values[...]
                return .formatted(parts.map { $0.taking(&rest) })
            }
        case .comprehension(let kind, let element, let value, let clauses):
            // The first iterable belongs to the function around it, the rest is computed round by round.
            Operands(list: [clauses[0].iterable]) { parts in
                let first = ComprehensionClause(
                    target: clauses[0].target, iterable: parts[0], conditions: clauses[0].conditions)
                return .comprehension(kind, element: element, value: value, [first] + clauses.dropFirst())
            }
        default: Operands(list: []) { _ in self.kind }
        }
    }

    private static func operands(of items: [DictItem]) -> Operands {
        Operands(list: items.flatMap { ($0.key.map { [$0] } ?? []) + [$0.value] }) { values in
            var rest = values[...]
            return .dict(
                items.map { DictItem(key: $0.key == nil ? nil : rest.removeFirst(), value: rest.removeFirst()) })
        }
    }

    private static func operands(ofSlice parts: [Expression?]) -> Operands {
        Operands(list: parts.compactMap { $0 }) { values in
            var rest = values[...]
            let new = parts.map { $0 == nil ? nil : rest.removeFirst() }
            return .slice(new[0], new[1], new[2])
        }
    }
}

extension CallArgument {
    fileprivate func with(value: Expression) -> CallArgument { CallArgument(kind: kind, value: value, span: span) }
}

extension FormattedPart {
    /// The values, those of the format among them.
    var expressions: [Expression] {
        guard case .value(let value, _, let format) = self else { return [] }
        return [value] + format.flatMap(\.expressions)
    }

    /// The part with other values, taken from the front of a list.
    fileprivate func taking(_ values: inout ArraySlice<Expression>) -> FormattedPart {
        guard case .value(_, let conversion, let format) = self else { return self }
        let value = values.removeFirst()
        return .value(value, conversion: conversion, format: format.map { $0.taking(&values) })
    }
}
