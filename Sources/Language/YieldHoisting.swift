/// Rewrites the body of a generator function so that a `yield` stands only where a statement can stop and go on: alone, or as
/// all that is assigned to a name. What Python computes before a `yield` of the same expression is kept in variables
/// whose names no script can write.
public struct YieldHoisting {
    private var count = 0

    /// The body of a generator function, rewritten.
    /// - Throws: `SyntaxFailure` for the few places in which a `yield` cannot be told from the rest.
    public static func hoisted(_ body: [Statement]) throws(SyntaxFailure) -> [Statement] {
        var hoisting = YieldHoisting()
        return try hoisting.block(body)
    }

    /// The body of a `lambda` with a yield, as the body of a generator function.
    public static func hoisted(_ value: Expression) throws(SyntaxFailure) -> [Statement] {
        try hoisted([Statement(.returning(value), value.span)])
    }

    private mutating func block(_ body: [Statement]) throws(SyntaxFailure) -> [Statement] {
        var result: [Statement] = []
        for statement in body { try hoist(statement, into: &result) }
        return result
    }

    // MARK: Expressions

    /// Moves the yields of an expression into statements before it.
    /// - Returns: what is left, without a yield.
    private mutating func hoist(
        _ expression: Expression, into out: inout [Statement]
    ) throws(SyntaxFailure) -> Expression {
        guard expression.containsYield else { return expression }
        let span = expression.span
        switch expression.kind {
        case .yield, .yieldFrom: return keep(try bare(expression, into: &out), into: &out)
        case .boolean(let isAnd, let operands):
            return try alternatives(operands, span, into: &out) { last in
                isAnd ? last : Expression(.not(last), span)
            }
        case .conditional(let test, let then, let otherwise):
            let result = variable(span)
            let test = try hoist(test, into: &out)
            var (first, second): ([Statement], [Statement]) = ([], [])
            assign(result, try hoist(then, into: &first), into: &first)
            assign(result, try hoist(otherwise, into: &second), into: &second)
            out.append(Statement(.conditional([(test, first)], otherwise: second), span))
            return result
        case .comparison(let first, let rest) where rest.count > 1:
            return try comparisons(keep(try hoist(first, into: &out), into: &out), rest[...], span, into: &out)
        case .lambda: throw YieldHoisting.failure(span)
        default:
            let operands = expression.operands
            return Expression(operands.rebuilt(try all(operands.list, into: &out)), span)
        }
    }

    /// A yield whose value is free of yields.
    private mutating func bare(
        _ expression: Expression, into out: inout [Statement]
    ) throws(SyntaxFailure) -> Expression {
        let operands = expression.operands
        return Expression(operands.rebuilt(try all(operands.list, into: &out)), expression.span)
    }

    /// Expressions that are computed one after the other; those before a yield are kept.
    private mutating func all(
        _ list: [Expression], into out: inout [Statement]
    ) throws(SyntaxFailure) -> [Expression] {
        guard let last = list.lastIndex(where: \.containsYield) else { return list }
        var result: [Expression] = []
        for (index, item) in list.enumerated() {
            guard index <= last else {
                result.append(item)
                continue
            }
            let value = try hoist(item, into: &out)
            result.append(index < last ? keep(value, into: &out) : value)
        }
        return result
    }

    /// `and` and `or`: each operand is computed only where the one before asks for it.
    private mutating func alternatives(
        _ operands: [Expression], _ span: Span, into out: inout [Statement],
        goesOn: (Expression) -> Expression
    ) throws(SyntaxFailure) -> Expression {
        let result = variable(span)
        var levels: [[Statement]] = []
        for operand in operands {
            var level: [Statement] = []
            assign(result, try hoist(operand, into: &level), into: &level)
            levels.append(level)
        }
        while levels.count > 1 {
            let last = levels.removeLast()
            levels[levels.count - 1].append(Statement(.conditional([(goesOn(result), last)], otherwise: []), span))
        }
        out += levels[0]
        return result
    }

    /// `a < b < c`: `b < c` only where `a < b`.
    private mutating func comparisons(
        _ left: Expression, _ rest: ArraySlice<(ComparisonOperator, Expression)>, _ span: Span,
        into out: inout [Statement]
    ) throws(SyntaxFailure) -> Expression {
        guard let (op, operand) = rest.first else { return left }
        let right = keep(try hoist(operand, into: &out), into: &out)
        let result = variable(span)
        assign(result, Expression(.comparison(left, [(op, right)]), span), into: &out)
        guard rest.count > 1 else { return result }
        var further: [Statement] = []
        assign(result, try comparisons(right, rest.dropFirst(), span, into: &further), into: &further)
        out.append(Statement(.conditional([(result, further)], otherwise: []), span))
        return result
    }

    // MARK: Variables

    private mutating func variable(_ span: Span) -> Expression {
        count += 1
        return Expression(.name(".\(count)"), span)
    }

    /// Computes a value now and keeps it.
    private mutating func keep(_ value: Expression, into out: inout [Statement]) -> Expression {
        switch value.kind {
        case .none, .ellipsis, .bool, .integer, .bigInteger, .float, .string, .bytes: return value
        case .name(let name) where name.hasPrefix("."): return value
        case .starred(let inner): return Expression(.starred(keep(inner, into: &out)), value.span)
        case .slice:
            return Expression(value.operands.rebuilt(value.operands.list.map { keep($0, into: &out) }), value.span)
        default:
            let result = variable(value.span)
            assign(result, value, into: &out)
            return result
        }
    }

    private func assign(_ target: Expression, _ value: Expression, into out: inout [Statement]) {
        out.append(Statement(.assign(targets: [target], value), value.span))
    }

    private static func failure(_ span: Span) -> SyntaxFailure {
        SyntaxFailure(
            "'yield' cannot stand here in this language", at: span, hint: "assign what it gives to a name before")
    }

    // MARK: Statements

    private mutating func hoist(_ statement: Statement, into out: inout [Statement]) throws(SyntaxFailure) {
        guard statement.containsYield else { return out.append(statement) }
        let span = statement.span
        func add(_ kind: Statement.Kind) { out.append(Statement(kind, span)) }
        switch statement.kind {
        case .expression(let value):
            add(.expression(try value.isYield ? bare(value, into: &out) : hoist(value, into: &out)))
        case .assign(let targets, let value): try assignment(targets, value, span, into: &out)
        case .annotated(let target, let value, _): if let value { try assignment([target], value, span, into: &out) }
        case .augmented(let target, let op, let value):
            let place = try self.target(target, keepsParts: true, into: &out)
            let result = variable(span)
            assign(result, place, into: &out)
            add(.augmented(result, op, try hoist(value, into: &out)))
            add(.assign(targets: [place], result))
        case .conditional(let branches, let otherwise): try conditional(branches[...], otherwise, span, into: &out)
        case .whileLoop(let test, let body, let otherwise): try whileLoop(test, body, otherwise, span, into: &out)
        case .forLoop(let target, let iterable, let body, let otherwise):
            let iterable = try hoist(iterable, into: &out)
            var inside: [Statement] = []
            let place = try loopTarget(target, into: &inside)
            let rest = try block(body)
            add(.forLoop(target: place, iterable: iterable, inside + rest, otherwise: try block(otherwise)))
        case .returning(let value): if let value { add(.returning(try hoist(value, into: &out))) }
        case .delete(let targets):
            for target in targets { add(.delete([try self.target(target, keepsParts: false, into: &out)])) }
        case .assert(let test, let message): try assertion(test, message, span, into: &out)
        case .raising(let error, let cause):
            let parts = try all([error, cause].compactMap { $0 }, into: &out)
            add(.raising(parts.first, cause: parts.dropFirst().first))
        case .trying(let body, let clauses, let otherwise, let finally):
            var handlers: [ExceptClause] = []
            for clause in clauses {
                if let type = clause.type, type.containsYield { throw YieldHoisting.failure(type.span) }
                handlers.append(ExceptClause(type: clause.type, name: clause.name, body: try block(clause.body)))
            }
            add(.trying(try block(body), handlers, otherwise: try block(otherwise), finally: try block(finally)))
        case .with(let items, let body): try with(items[...], body, span, into: &out)
        default: throw YieldHoisting.failure(span)
        }
    }

    private mutating func assignment(
        _ targets: [Expression], _ value: Expression, _ span: Span, into out: inout [Statement]
    ) throws(SyntaxFailure) {
        if targets.count == 1, case .name = targets[0].kind, value.isYield {
            return out.append(Statement(.assign(targets: targets, try bare(value, into: &out)), span))
        }
        let value = try hoist(value, into: &out)
        guard targets.contains(where: \.containsYield) else {
            return out.append(Statement(.assign(targets: targets, value), span))
        }
        let kept = keep(value, into: &out)
        for target in targets {
            let place = try self.target(target, keepsParts: false, into: &out)
            out.append(Statement(.assign(targets: [place], kept), span))
        }
    }

    /// A target without yields; with its parts kept, so that it can be read and then set.
    private mutating func target(
        _ target: Expression, keepsParts: Bool, into out: inout [Statement]
    ) throws(SyntaxFailure) -> Expression {
        if case .name = target.kind { return target }
        let operands = target.operands
        var parts = try all(operands.list, into: &out)
        if keepsParts { parts = parts.map { keep($0, into: &out) } }
        return Expression(operands.rebuilt(parts), target.span)
    }

    /// What a loop or a `with` binds, where its target has yields: a variable, from which the target is set.
    private mutating func loopTarget(
        _ target: Expression, into inside: inout [Statement]
    ) throws(SyntaxFailure) -> Expression {
        guard target.containsYield else { return target }
        let item = variable(target.span)
        try assignment([target], item, target.span, into: &inside)
        return item
    }

    private mutating func conditional(
        _ branches: ArraySlice<(test: Expression, body: [Statement])>, _ otherwise: [Statement], _ span: Span,
        into out: inout [Statement]
    ) throws(SyntaxFailure) {
        guard let first = branches.first else { return out += try block(otherwise) }
        let test = try hoist(first.test, into: &out)
        let body = try block(first.body)
        var rest: [Statement] = []
        try conditional(branches.dropFirst(), otherwise, span, into: &rest)
        out.append(Statement(.conditional([(test, body)], otherwise: rest), span))
    }

    private mutating func whileLoop(
        _ test: Expression, _ body: [Statement], _ otherwise: [Statement], _ span: Span, into out: inout [Statement]
    ) throws(SyntaxFailure) {
        guard test.containsYield else {
            let (body, otherwise) = (try block(body), try block(otherwise))
            return out.append(Statement(.whileLoop(test, body, otherwise: otherwise), span))
        }
        // The test becomes statements of the body; whether it was what ended the loop is remembered for `else`.
        let hasEnded = variable(test.span)
        assign(hasEnded, Expression(.bool(false), test.span), into: &out)
        var inside: [Statement] = []
        let isOver = Expression(.not(try hoist(test, into: &inside)), test.span)
        var ending: [Statement] = []
        assign(hasEnded, Expression(.bool(true), test.span), into: &ending)
        ending.append(Statement(.breaking, test.span))
        inside.append(Statement(.conditional([(isOver, ending)], otherwise: []), test.span))
        inside += try block(body)
        out.append(Statement(.whileLoop(Expression(.bool(true), test.span), inside, otherwise: []), span))
        let rest = try block(otherwise)
        if !rest.isEmpty { out.append(Statement(.conditional([(hasEnded, rest)], otherwise: []), span)) }
    }

    private mutating func assertion(
        _ test: Expression, _ message: Expression?, _ span: Span, into out: inout [Statement]
    ) throws(SyntaxFailure) {
        let test = try hoist(test, into: &out)
        guard let message, message.containsYield else {
            return out.append(Statement(.assert(test, message: message), span))
        }
        var failing: [Statement] = []
        let text = try hoist(message, into: &failing)
        failing.append(Statement(.assert(Expression(.bool(false), test.span), message: text), span))
        let fails = Expression(.not(test), test.span)
        out.append(Statement(.conditional([(fails, failing)], otherwise: []), span))
    }

    /// One `with` inside the other, each with what is computed before it is entered.
    private mutating func with(
        _ items: ArraySlice<WithItem>, _ body: [Statement], _ span: Span, into out: inout [Statement]
    ) throws(SyntaxFailure) {
        guard let first = items.first else { return out += try block(body) }
        let context = try hoist(first.context, into: &out)
        var inside: [Statement] = []
        let place = try first.target.map { target throws(SyntaxFailure) in try loopTarget(target, into: &inside) }
        try with(items.dropFirst(), body, span, into: &inside)
        out.append(Statement(.with([WithItem(context: context, target: place)], inside), span))
    }
}

extension Expression {
    /// Whether it is a `yield`, not an expression with one inside.
    fileprivate var isYield: Bool {
        switch kind {
        case .yield, .yieldFrom: true
        default: false
        }
    }
}
