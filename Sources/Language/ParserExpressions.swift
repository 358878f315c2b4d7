extension Parser {
    /// Reads expressions with commas: one expression, or a tuple. Stars are allowed.
    mutating func expressionList() throws(SyntaxFailure) -> Expression {
        let first = try starredOrNamed()
        guard isAt(symbol: ",") else { return first }
        var items = [first]
        while accept(symbol: ","), startsExpression { items.append(try starredOrNamed()) }
        return Expression(.tuple(items), first.span.through(previous.span))
    }

    /// Reads `*value`, or an expression that may name its value.
    mutating func starredOrNamed() throws(SyntaxFailure) -> Expression {
        let start = current.span
        guard accept(symbol: "*") else { return try namedExpression() }
        let inner = try binary(0)
        return Expression(.starred(inner), start.through(inner.span))
    }

    var startsExpression: Bool {
        switch current.kind {
        case .newline, .end, .dedent, .indent, .shellLine: false
        case .symbol(let symbol): ["(", "[", "{", "-", "+", "~", "*", "..."].contains(symbol)
        case .keyword(let word): ["None", "True", "False", "not", "lambda"].contains(word)
        default: true
        }
    }

    /// Reads `name := value` or an expression.
    mutating func namedExpression() throws(SyntaxFailure) -> Expression {
        if case .name(let name) = current.kind, peek().kind == .symbol(":=") {
            let start = current.span
            advance()
            advance()
            let value = try expression()
            return Expression(.named(name, value), start.through(value.span))
        }
        return try expression()
    }

    /// Reads one expression, down to conditionals and lambdas.
    mutating func expression() throws(SyntaxFailure) -> Expression {
        try nested { parser throws(SyntaxFailure) in
            if parser.isAt(keyword: "lambda") { return try parser.lambda() }
            let value = try parser.disjunction()
            guard parser.accept(keyword: "if") else { return value }
            let test = try parser.disjunction()
            guard parser.accept(keyword: "else") else {
                throw SyntaxFailure(
                    "expected 'else' after 'if' expression", at: value.span.through(parser.previous.span),
                    isIncomplete: parser.current.kind == .end)
            }
            let otherwise = try parser.expression()
            return Expression(
                .conditional(test: test, then: value, otherwise: otherwise), value.span.through(otherwise.span))
        }
    }

    private mutating func lambda() throws(SyntaxFailure) -> Expression {
        let start = current.span
        advance()
        let parameters = try self.parameters(until: ":", allowsAnnotations: false)
        try expect(symbol: ":")
        functionDepth += 1
        defer { functionDepth -= 1 }
        let body = try expression()
        return Expression(.lambda(parameters, body), start.through(body.span))
    }

    private mutating func disjunction() throws(SyntaxFailure) -> Expression {
        let first = try conjunction()
        guard isAt(keyword: "or") else { return first }
        var operands = [first]
        while accept(keyword: "or") { operands.append(try conjunction()) }
        return Expression(.boolean(isAnd: false, operands), first.span.through(previous.span))
    }

    private mutating func conjunction() throws(SyntaxFailure) -> Expression {
        let first = try negation()
        guard isAt(keyword: "and") else { return first }
        var operands = [first]
        while accept(keyword: "and") { operands.append(try negation()) }
        return Expression(.boolean(isAnd: true, operands), first.span.through(previous.span))
    }

    private mutating func negation() throws(SyntaxFailure) -> Expression {
        let start = current.span
        guard accept(keyword: "not") else { return try comparison() }
        let operand = try nested { parser throws(SyntaxFailure) in try parser.negation() }
        return Expression(.not(operand), start.through(operand.span))
    }

    private mutating func comparison() throws(SyntaxFailure) -> Expression {
        let first = try binary(0)
        var rest: [(ComparisonOperator, Expression)] = []
        while let op = comparisonOperator() { rest.append((op, try binary(0))) }
        guard !rest.isEmpty else { return first }
        return Expression(.comparison(first, rest), first.span.through(previous.span))
    }

    private mutating func comparisonOperator() -> ComparisonOperator? {
        if case .symbol(let symbol) = current.kind, let op = ComparisonOperator(rawValue: symbol) {
            advance()
            return op
        }
        if accept(keyword: "in") { return .isIn }
        if accept(keyword: "is") { return accept(keyword: "not") ? .isNotSame : .isSame }
        if isAt(keyword: "not"), peek().kind == .keyword("in") {
            advance()
            advance()
            return .isNotIn
        }
        return nil
    }

    /// Binary operators, loosest first.
    private static let levels: [Set<String>] = [
        ["|"], ["^"], ["&"], ["<<", ">>"], ["+", "-"], ["*", "/", "//", "%", "@"],
    ]

    /// Reads operators of one level and all that bind tighter.
    mutating func binary(_ level: Int) throws(SyntaxFailure) -> Expression {
        guard level < Parser.levels.count else { return try unary() }
        var left = try binary(level + 1)
        var count = 0
        while case .symbol(let symbol) = current.kind, Parser.levels[level].contains(symbol),
            let op = BinaryOperator(rawValue: symbol)
        {
            count += 1
            guard count <= Parser.chainLimit else {
                throw SyntaxFailure("too many operators in one expression", at: current.span)
            }
            advance()
            let right = try binary(level + 1)
            left = Expression(.binary(op, left, right), left.span.through(right.span))
        }
        return left
    }

    private mutating func unary() throws(SyntaxFailure) -> Expression {
        let start = current.span
        guard case .symbol(let symbol) = current.kind, let op = UnaryOperator(rawValue: symbol) else {
            return try power()
        }
        advance()
        let operand = try nested { parser throws(SyntaxFailure) in try parser.unary() }
        return Expression(.unary(op, operand), start.through(operand.span))
    }

    private mutating func power() throws(SyntaxFailure) -> Expression {
        let base = try postfix()
        guard accept(symbol: "**") else { return base }
        let exponent = try nested { parser throws(SyntaxFailure) in try parser.unary() }
        return Expression(.binary(.power, base, exponent), base.span.through(exponent.span))
    }

    // MARK: Calls, attributes, indexing

    /// Reads an atom and what follows it: `.name`, `(…)`, `[…]`.
    mutating func postfix() throws(SyntaxFailure) -> Expression {
        var result = try nested { parser throws(SyntaxFailure) in try parser.atom() }
        var count = 0
        while true {
            count += 1
            guard count <= Parser.chainLimit else {
                throw SyntaxFailure("too many calls in one chain", at: current.span)
            }
            if accept(symbol: ".") {
                let (name, span) = try expectName()
                result = Expression(.attribute(result, name, span), result.span.through(span))
            } else if accept(symbol: "(") {
                let arguments = try nested { parser throws(SyntaxFailure) in try parser.callArguments(until: ")") }
                let end = try expect(symbol: ")")
                result = Expression(.call(result, arguments), result.span.through(end))
            } else if accept(symbol: "[") {
                let index = try nested { parser throws(SyntaxFailure) in try parser.subscriptIndex() }
                let end = try expect(symbol: "]")
                result = Expression(.subscripted(result, index), result.span.through(end))
            } else {
                return result
            }
        }
    }

    /// Reads arguments up to a closing bracket, or to the end of the line where there is none.
    mutating func callArguments(until end: String?) throws(SyntaxFailure) -> [CallArgument] {
        var result: [CallArgument] = []
        var names: Set<String> = []
        while end.map({ !isAt(symbol: $0) }) ?? startsExpression {
            let start = current.span
            let argument = try callArgument(start)
            if case .keyword(let name) = argument.kind, !names.insert(name).inserted {
                throw SyntaxFailure("keyword argument repeated: \(name)", at: start)
            }
            if case .positional = argument.kind, let before = result.last {
                switch before.kind {
                case .keyword: throw SyntaxFailure("positional argument follows keyword argument", at: argument.span)
                case .unpackedKeywords:
                    throw SyntaxFailure("positional argument follows keyword argument unpacking", at: argument.span)
                default: break
                }
            }
            result.append(argument)
            guard accept(symbol: ",") else { break }
        }
        return result
    }

    private mutating func callArgument(_ start: Span) throws(SyntaxFailure) -> CallArgument {
        if accept(symbol: "**") {
            let value = try expression()
            return CallArgument(kind: .unpackedKeywords, value: value, span: start.through(value.span))
        }
        if accept(symbol: "*") {
            let value = try expression()
            return CallArgument(kind: .unpacked, value: value, span: start.through(value.span))
        }
        if case .name(let name) = current.kind, peek().kind == .symbol("=") {
            advance()
            advance()
            let value = try expression()
            return CallArgument(kind: .keyword(name), value: value, span: start.through(value.span))
        }
        let value = try namedExpression()
        if isAt(symbol: "=") {
            throw SyntaxFailure(
                "expression cannot contain assignment, perhaps you meant \"==\"?", at: start.through(value.span))
        }
        if isAt(keyword: "for") {
            let generator = try comprehension(.generator, value, nil, from: start)
            let span = generator.span
            return CallArgument(kind: .positional, value: generator, span: span)
        }
        return CallArgument(kind: .positional, value: value, span: value.span)
    }

    private mutating func subscriptIndex() throws(SyntaxFailure) -> Expression {
        let first = try subscriptItem()
        guard isAt(symbol: ",") else { return first }
        var items = [first]
        while accept(symbol: ","), !isAt(symbol: "]") { items.append(try subscriptItem()) }
        return Expression(.tuple(items), first.span.through(previous.span))
    }

    private mutating func subscriptItem() throws(SyntaxFailure) -> Expression {
        let start = current.span
        var parts: [Expression?] = [nil]
        var isSlice = false
        while !isAt(symbol: "]"), !isAt(symbol: ",") {
            if accept(symbol: ":") {
                isSlice = true
                parts.append(nil)
                guard parts.count <= 3 else { throw unexpected() }
            } else if parts[parts.count - 1] == nil {
                parts[parts.count - 1] = try isSlice ? expression() : starredOrNamed()
            } else {
                throw unexpected(expected: "']'")
            }
        }
        guard isSlice else {
            guard let index = parts[0] else { throw unexpected(expected: "an index") }
            return index
        }
        parts += Array(repeating: nil, count: 3 - parts.count)
        return Expression(.slice(parts[0], parts[1], parts[2]), start.through(previous.span))
    }

    // MARK: Comprehensions

    /// Reads the rest of a comprehension, and the bracket that closes it where there is one.
    mutating func comprehension(
        _ kind: ComprehensionKind, _ element: Expression, _ value: Expression?, from start: Span,
        closedBy bracket: String? = nil
    ) throws(SyntaxFailure) -> Expression {
        let clauses = try comprehensionClauses()
        if let bracket { try expect(symbol: bracket) }
        let parts = [element] + (value.map { [$0] } ?? []) + clauses.flatMap(\.conditions)
        if let wrong = (parts + clauses.dropFirst().map(\.iterable)).first(where: \.containsYield) {
            throw SyntaxFailure("'yield' inside \(kind.described)", at: wrong.span)
        }
        return Expression(
            .comprehension(kind, element: element, value: value, clauses), start.through(previous.span))
    }

    /// Reads `for … in … if …`, one or more.
    private mutating func comprehensionClauses() throws(SyntaxFailure) -> [ComprehensionClause] {
        var clauses: [ComprehensionClause] = []
        while accept(keyword: "for") {
            let target = try targetList()
            try expect(keyword: "in")
            let iterable = try disjunctionOrConditionalFree()
            var conditions: [Expression] = []
            while accept(keyword: "if") { conditions.append(try disjunctionOrConditionalFree()) }
            clauses.append(ComprehensionClause(target: target, iterable: iterable, conditions: conditions))
            guard clauses.count <= 20 else {
                throw SyntaxFailure("too many 'for' in one comprehension", at: previous.span)
            }
        }
        return clauses
    }

    /// An expression that ends before `if`, as a comprehension's parts do.
    private mutating func disjunctionOrConditionalFree() throws(SyntaxFailure) -> Expression {
        if isAt(keyword: "lambda") { return try expression() }
        return try nested { parser throws(SyntaxFailure) in try parser.disjunction() }
    }
}
