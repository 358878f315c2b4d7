extension Parser {
    /// Reads a statement without a block.
    mutating func simpleStatement() throws(SyntaxFailure) -> Statement {
        let start = current.span
        let kind: Statement.Kind
        switch current.kind {
        case .keyword("pass"):
            advance()
            kind = .pass
        case .keyword("break"):
            guard loopDepth > 0 else { throw SyntaxFailure("'break' outside loop", at: start) }
            advance()
            kind = .breaking
        case .keyword("continue"):
            guard loopDepth > 0 else { throw SyntaxFailure("'continue' not properly in loop", at: start) }
            advance()
            kind = .continuing
        case .keyword("return"):
            guard functionDepth > 0 else { throw SyntaxFailure("'return' outside function", at: start) }
            advance()
            kind = .returning(endsStatement ? nil : try expressionList())
        case .keyword("import"): kind = try importing()
        case .keyword("from"): kind = try importingFrom()
        case .keyword("global"):
            advance()
            kind = .global(try names())
        case .keyword("nonlocal"):
            guard functionDepth > 0 else {
                throw SyntaxFailure("nonlocal declaration not allowed at module level", at: start)
            }
            advance()
            kind = .nonlocal(try names())
        case .keyword("del"): kind = try deletion()
        case .keyword("assert"):
            advance()
            let test = try expression()
            kind = .assert(test, message: accept(symbol: ",") ? try expression() : nil)
        case .keyword("raise"):
            advance()
            let error = endsStatement ? nil : try expression()
            kind = .raising(error, cause: accept(keyword: "from") ? try expression() : nil)
        default: kind = try expressionStatement()
        }
        return Statement(kind, start.through(previous.span))
    }

    /// Reads `yield value` or `yield from iterable`.
    mutating func yielding() throws(SyntaxFailure) -> Expression {
        let start = current.span
        guard functionDepth > 0 else { throw SyntaxFailure("'yield' outside function", at: start) }
        advance()
        if accept(keyword: "from") {
            let iterable = try expression()
            return Expression(.yieldFrom(iterable), start.through(iterable.span))
        }
        let value = startsExpression ? try expressionList() : nil
        return Expression(.yield(value), start.through(previous.span))
    }

    /// Reads what may stand at the right of `=`.
    private mutating func assignedValue() throws(SyntaxFailure) -> Expression {
        isAt(keyword: "yield") ? try yielding() : try expressionList()
    }

    private var endsStatement: Bool {
        switch current.kind {
        case .newline, .end, .symbol(";"), .keyword("from"): true
        default: false
        }
    }

    private mutating func names() throws(SyntaxFailure) -> [String] {
        var result = [try expectName().name]
        while accept(symbol: ",") { result.append(try expectName().name) }
        return result
    }

    private mutating func deletion() throws(SyntaxFailure) -> Statement.Kind {
        advance()
        let list = try expressionList()
        let targets: [Expression] = if case .tuple(let items) = list.kind { items } else { [list] }
        for target in targets {
            switch target.kind {
            case .name, .attribute, .subscripted: continue
            default: throw SyntaxFailure("cannot delete \(target.described)", at: target.span)
            }
        }
        return .delete(targets)
    }

    // MARK: Imports

    private mutating func importing() throws(SyntaxFailure) -> Statement.Kind {
        advance()
        var modules: [ImportedModule] = []
        repeat {
            let (path, span) = try dottedName()
            modules.append(
                ImportedModule(path: path, alias: accept(keyword: "as") ? try expectName().name : nil, span: span))
        } while accept(symbol: ",")
        return .importing(modules)
    }

    private mutating func importingFrom() throws(SyntaxFailure) -> Statement.Kind {
        advance()
        var leadingDots = ""
        while isAt(symbol: ".") || isAt(symbol: "...") {
            leadingDots += source.text(of: current.span)
            advance()
        }
        let module = leadingDots + (isAt(keyword: "import") ? "" : try dottedName().path)
        try expect(keyword: "import")
        if accept(symbol: "*") { return .importingFrom(module: module, [], all: true) }
        let isBracketed = accept(symbol: "(")
        var names: [ImportedName] = []
        repeat {
            if isBracketed, isAt(symbol: ")") { break }
            let (name, span) = try expectName()
            names.append(
                ImportedName(name: name, alias: accept(keyword: "as") ? try expectName().name : nil, span: span))
        } while accept(symbol: ",")
        if isBracketed { try expect(symbol: ")") }
        return .importingFrom(module: module, names, all: false)
    }

    private mutating func dottedName() throws(SyntaxFailure) -> (path: String, span: Span) {
        var (path, span) = try expectName()
        while accept(symbol: ".") {
            let next = try expectName()
            path += "." + next.name
            span = span.through(next.span)
        }
        return (path, span)
    }

    // MARK: Expressions and assignments

    private mutating func expressionStatement() throws(SyntaxFailure) -> Statement.Kind {
        if let call = try commandCall() { return .expression(call) }
        let start = current.span
        let beginsWithYield = isAt(keyword: "yield")
        let first = try assignedValue()
        if beginsWithYield, isAt(symbol: "=") {
            throw SyntaxFailure("assignment to yield expression not possible", at: start.through(previous.span))
        }
        if let (op, _) = augmentation() {
            advance()
            try requireSingleTarget(first)
            return .augmented(first, op, try assignedValue())
        }
        if isAt(symbol: ":"), isAnnotatable(first) {
            advance()
            let annotation = try expression()
            return .annotated(first, accept(symbol: "=") ? try assignedValue() : nil, annotation: annotation)
        }
        guard isAt(symbol: "=") else { return .expression(first) }
        var parts = [first]
        while accept(symbol: "=") { parts.append(try assignedValue()) }
        let value = parts.removeLast()
        for target in parts { try requireTarget(target) }
        return .assign(targets: parts, value)
    }

    private func isAnnotatable(_ expression: Expression) -> Bool {
        switch expression.kind {
        case .name, .attribute, .subscripted: true
        default: false
        }
    }

    private func augmentation() -> (BinaryOperator, Span)? {
        guard case .symbol(let symbol) = current.kind, symbol.hasSuffix("="), symbol.count > 1,
            let op = BinaryOperator(rawValue: String(symbol.dropLast()))
        else { return nil }
        return (op, current.span)
    }

    /// `show c1, 3`: a call of a command word without parentheses.
    private mutating func commandCall() throws(SyntaxFailure) -> Expression? {
        guard case .name(let word) = current.kind, commandWords.contains(word), startsOperand(peek()) else {
            return nil
        }
        let callee = Expression(.name(word), current.span)
        advance()
        let arguments = try callArguments(until: nil)
        let span = callee.span.through(previous.span)
        if startsOperand(current) { throw missingCommas(after: span) }
        return Expression(.call(callee, arguments), span)
    }

    /// The failure for `trace c1 3 4`: words after each other, where arguments have commas between them.
    private func missingCommas(after call: Span) -> SyntaxFailure {
        var words = [source.text(of: call)]
        var next = 0
        while startsOperand(peek(next)) {
            words.append(source.text(of: peek(next).span))
            next += 1
        }
        return SyntaxFailure(
            "invalid syntax. Perhaps you forgot a comma?", at: previous.span.through(current.span),
            hint: "arguments have commas between them: \(words.joined(separator: ", "))")
    }

    /// Whether a token on the same line can only begin an operand, so that the word before it is being called.
    private func startsOperand(_ token: Token) -> Bool {
        switch token.kind {
        case .name, .integer, .bigInteger, .float, .string, .bytes, .formatted: true
        case .keyword(let word): ["None", "True", "False", "lambda"].contains(word)
        default: false
        }
    }

    // MARK: Targets

    /// Refuses what cannot be assigned to.
    func requireTarget(_ target: Expression) throws(SyntaxFailure) {
        switch target.kind {
        case .name, .attribute, .subscripted: return
        case .starred(let inner): try requireTarget(inner)
        case .tuple(let items), .list(let items):
            for item in items { try requireTarget(item) }
            let stars = items.filter { if case .starred = $0.kind { true } else { false } }
            guard stars.count < 2 else {
                throw SyntaxFailure("multiple starred expressions in assignment", at: target.span)
            }
        default:
            let hint = if case .comparison = target.kind { "" } else { " here. Maybe you meant '==' instead of '='?" }
            throw SyntaxFailure("cannot assign to \(target.described)\(hint)", at: target.span)
        }
    }

    private func requireSingleTarget(_ target: Expression) throws(SyntaxFailure) {
        switch target.kind {
        case .name, .attribute, .subscripted: return
        default:
            throw SyntaxFailure(
                "'\(target.described)' is an illegal expression for augmented assignment", at: target.span)
        }
    }

    /// Reads the target of a `for`: names and such, with commas.
    mutating func targetList() throws(SyntaxFailure) -> Expression {
        let first = try target()
        guard isAt(symbol: ",") else { return first }
        var items = [first]
        while accept(symbol: ","), !isAt(keyword: "in") { items.append(try target()) }
        let all = Expression(.tuple(items), first.span.through(previous.span))
        try requireTarget(all)
        return all
    }

    /// Reads one target.
    mutating func target() throws(SyntaxFailure) -> Expression {
        let start = current.span
        if accept(symbol: "*") {
            let inner = try nested { parser throws(SyntaxFailure) in try parser.target() }
            return Expression(.starred(inner), start.through(inner.span))
        }
        let result = try postfix()
        try requireTarget(result)
        return result
    }
}

extension Expression {
    /// What kind of expression it is, in Python's words.
    var described: String {
        switch kind {
        case .none, .bool: "\(kind)".hasPrefix("none") ? "None" : "True or False"
        case .ellipsis: "ellipsis"
        case .integer, .bigInteger, .float, .string, .bytes: "literal"
        case .formatted: "f-string expression"
        case .name(let name): name
        case .tuple: "tuple"
        case .list: "list"
        case .set: "set display"
        case .dict: "dict literal"
        case .unary, .binary, .boolean, .not: "expression"
        case .comparison: "comparison"
        case .conditional: "conditional expression"
        case .lambda: "lambda"
        case .call: "function call"
        case .attribute: "attribute"
        case .subscripted: "subscript"
        case .slice: "slice"
        case .starred: "starred"
        case .comprehension(let kind, _, _, _): kind.described
        case .named: "named expression"
        case .yield, .yieldFrom: "yield expression"
        }
    }
}

extension ComprehensionKind {
    /// What it makes, in Python's words.
    var described: String { self == .generator ? "generator expression" : "\(self) comprehension" }
}
