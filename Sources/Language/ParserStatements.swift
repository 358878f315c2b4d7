extension Parser {
    /// Reads one line of simple statements, or one statement with a block.
    /// - Returns: the statements, each with whether a `;` follows it at the end of the line.
    mutating func statementLine() throws(SyntaxFailure) -> [(Statement, Bool)] {
        if let compound = try compoundStatement() { return [(compound, false)] }
        return try simpleStatements()
    }

    /// Reads a line of simple statements.
    private mutating func simpleStatements() throws(SyntaxFailure) -> [(Statement, Bool)] {
        var result: [(Statement, Bool)] = []
        while true {
            let statement = try simpleStatement()
            if accept(symbol: ";") {
                let isLast = current.kind == .newline || current.kind == .end
                result.append((statement, isLast))
                if isLast { break }
            } else {
                result.append((statement, false))
                break
            }
        }
        guard accept(.newline) || current.kind == .end else { throw unexpected() }
        return result
    }

    /// Reads the block after a colon: an indented one, or statements on the same line.
    /// Whether nothing follows but the ends of blocks.
    private var isAtEndOfText: Bool { tokens[position...].allSatisfy { $0.kind == .dedent || $0.kind == .end } }

    mutating func block() throws(SyntaxFailure) -> [Statement] {
        let colon = current.span
        guard accept(symbol: ":") else {
            if current.kind == .end { throw unexpected() }
            if isAt(symbol: "=") {
                throw SyntaxFailure("invalid syntax", at: current.span, hint: "did you mean '=='?")
            }
            throw SyntaxFailure("expected ':'", at: current.span)
        }
        guard accept(.newline) else { return try simpleStatements().map(\.0) }
        guard accept(.indent) else {
            throw SyntaxFailure(
                "expected an indented block", at: colon, isIncomplete: isAtEndOfText,
                className: "IndentationError")
        }
        return try nested { parser throws(SyntaxFailure) in
            var body: [Statement] = []
            while !parser.accept(.dedent), parser.current.kind != .end {
                if parser.accept(.newline) { continue }
                if case .shellLine = parser.current.kind { throw parser.unexpected() }
                body += try parser.statementLine().map(\.0)
            }
            return body
        }
    }

    // MARK: Statements with a block

    private mutating func compoundStatement() throws(SyntaxFailure) -> Statement? {
        let start = current.span
        let kind: Statement.Kind
        switch current.kind {
        case .keyword("if"): kind = try conditional()
        case .keyword("while"): kind = try whileLoop()
        case .keyword("for"): kind = try forLoop()
        case .keyword("def"): kind = try function(decorators: [])
        case .symbol("@"): kind = try decorated()
        case .keyword("try"): kind = try trying()
        case .keyword("with"): kind = try with()
        case .keyword("class") where readsOutside: kind = try classAsFunction()
        case .keyword("class"): kind = try classDefinition(decorators: [])
        case .keyword("async"), .keyword("await"): throw SyntaxFailure.asynchronous(at: start)
        case .name("match") where isMatchStatement: throw SyntaxFailure.matching(at: start)
        default: return nil
        }
        return Statement(kind, start.through(lastCodeSpan))
    }

    /// Whether the line goes on as `match value:` does, and not as an expression that begins with the name `match`.
    private var isMatchStatement: Bool {
        var index = position + 1
        var depth = 0
        switch tokens[index].kind {
        case .name, .integer, .float, .string, .formatted, .symbol("("), .symbol("["), .symbol("{"), .symbol("-"): break
        default: return false
        }
        while index < tokens.count, tokens[index].kind != .newline, tokens[index].kind != .end {
            if case .symbol(let symbol) = tokens[index].kind {
                if ["(", "[", "{"].contains(symbol) { depth += 1 }
                if [")", "]", "}"].contains(symbol) { depth -= 1 }
                if depth == 0, symbol == "=" { return false }
            }
            index += 1
        }
        return tokens[index - 1].kind == .symbol(":")
    }

    /// Where the last token that is code ends.
    private var lastCodeSpan: Span {
        var index = position - 1
        while index > 0 {
            switch tokens[index].kind {
            case .newline, .dedent, .indent, .end: index -= 1
            default: return tokens[index].span
            }
        }
        return tokens[max(index, 0)].span
    }

    private mutating func conditional() throws(SyntaxFailure) -> Statement.Kind {
        advance()
        var branches = [(test: try namedExpression(), body: try block())]
        while accept(keyword: "elif") { branches.append((test: try namedExpression(), body: try block())) }
        return .conditional(branches, otherwise: try elseBlock())
    }

    private mutating func elseBlock() throws(SyntaxFailure) -> [Statement] {
        accept(keyword: "else") ? try block() : []
    }

    private mutating func whileLoop() throws(SyntaxFailure) -> Statement.Kind {
        advance()
        let test = try namedExpression()
        let body = try loopBody()
        return .whileLoop(test, body, otherwise: try elseBlock())
    }

    private mutating func forLoop() throws(SyntaxFailure) -> Statement.Kind {
        advance()
        let target = try targetList()
        try expect(keyword: "in")
        let iterable = try expressionList()
        let body = try loopBody()
        return .forLoop(target: target, iterable: iterable, body, otherwise: try elseBlock())
    }

    private mutating func loopBody() throws(SyntaxFailure) -> [Statement] {
        loopDepth += 1
        defer { loopDepth -= 1 }
        return try block()
    }

    private mutating func decorated() throws(SyntaxFailure) -> Statement.Kind {
        var decorators: [Expression] = []
        while accept(symbol: "@") {
            decorators.append(try namedExpression())
            guard accept(.newline) else { throw unexpected() }
        }
        guard isAt(keyword: "def") else {
            if isAt(keyword: "class") {
                return readsOutside ? try classAsFunction() : try classDefinition(decorators: decorators)
            }
            // In a block, what is open ends before the text does.
            guard !isAtEndOfText else {
                throw SyntaxFailure(
                    "expected a function or a class behind the decorator", at: current.span, isIncomplete: true)
            }
            throw unexpected(expected: "'def'")
        }
        return try function(decorators: decorators)
    }

    private mutating func function(decorators: [Expression]) throws(SyntaxFailure) -> Statement.Kind {
        advance()
        let (name, span) = try expectName()
        try expect(symbol: "(")
        let parameters = try self.parameters(until: ")", allowsAnnotations: true)
        try expect(symbol: ")")
        let result = accept(symbol: "->") ? try expression() : nil
        let loops = loopDepth
        loopDepth = 0
        functionDepth += 1
        defer {
            loopDepth = loops
            functionDepth -= 1
        }
        let body = try block()
        try DeclaredNames.check(body, parameters: parameters.names)
        return .function(
            FunctionDefinition(
                name: name, parameters: parameters, body: body, documentation: documentation(of: body),
                decorators: decorators, nameSpan: span,
                annotations: parameters.annotations
                    + (result.map { [Annotation(name: "return", expression: $0)] } ?? [])))
    }

    /// `class name(bases): body`; neither loops nor functions around it reach into its body.
    private mutating func classDefinition(decorators: [Expression]) throws(SyntaxFailure) -> Statement.Kind {
        advance()
        let (name, span) = try expectName()
        let bases = try classBases()
        let (loops, functions) = (loopDepth, functionDepth)
        (loopDepth, functionDepth) = (0, 0)
        defer { (loopDepth, functionDepth) = (loops, functions) }
        let body = try block()
        try DeclaredNames.check(body)
        return .classDefinition(
            ClassDefinition(
                name: name, bases: bases, body: body, documentation: documentation(of: body), decorators: decorators,
                nameSpan: span))
    }

    /// What stands between the parentheses after the name of a class; empty where there are none.
    private mutating func classBases() throws(SyntaxFailure) -> [CallArgument] {
        guard accept(symbol: "(") else { return [] }
        let bases = try callArguments(until: ")")
        try expect(symbol: ")")
        return bases
    }

    /// The string that a body begins with.
    private func documentation(of body: [Statement]) -> String? {
        guard let first = body.first, case .expression(let text) = first.kind, case .string(let string) = text.kind
        else { return nil }
        return string
    }

    /// A class as a function of no parameters; its bases stand among the decorators.
    private mutating func classAsFunction() throws(SyntaxFailure) -> Statement.Kind {
        advance()
        let (name, span) = try expectName()
        let bases = try classBases()
        functionDepth += 1
        defer { functionDepth -= 1 }
        return .function(
            FunctionDefinition(
                name: name, parameters: Parameters(), body: try block(), documentation: nil,
                decorators: bases.map(\.value), nameSpan: span, annotations: []))
    }

    private mutating func trying() throws(SyntaxFailure) -> Statement.Kind {
        advance()
        let body = try block()
        var clauses: [ExceptClause] = []
        while isAt(keyword: "except") {
            let start = current.span
            advance()
            if let last = clauses.last, last.type == nil {
                throw SyntaxFailure("default 'except:' must be last", at: start)
            }
            var type: Expression?
            var name: String?
            if !isAt(symbol: ":") {
                type = try expressionList()
                if accept(keyword: "as") { name = try expectName().name }
            }
            clauses.append(ExceptClause(type: type, name: name, body: try block()))
        }
        let otherwise = clauses.isEmpty ? [] : try elseBlock()
        let finally = accept(keyword: "finally") ? try block() : nil
        guard !clauses.isEmpty || finally != nil else {
            throw SyntaxFailure(
                "expected 'except' or 'finally' block", at: current.span, isIncomplete: current.kind == .end)
        }
        return .trying(body, clauses, otherwise: otherwise, finally: finally ?? [])
    }

    private mutating func with() throws(SyntaxFailure) -> Statement.Kind {
        advance()
        let isBracketed = isAt(symbol: "(") && hasNamesInBrackets
        if isBracketed { advance() }
        var items: [WithItem] = []
        repeat {
            if isBracketed, isAt(symbol: ")") { break }
            let context = try expression()
            items.append(WithItem(context: context, target: accept(keyword: "as") ? try target() : nil))
        } while accept(symbol: ",")
        if isBracketed { try expect(symbol: ")") }
        return .with(items, try block())
    }

    /// Whether the bracket here holds several contexts of a `with`, some of them named: `with (a as b, c as d):`.
    private var hasNamesInBrackets: Bool {
        var depth = 0
        for token in tokens[position...] {
            switch token.kind {
            case .symbol("("), .symbol("["), .symbol("{"): depth += 1
            case .symbol(")"), .symbol("]"), .symbol("}"):
                depth -= 1
                if depth == 0 { return false }
            case .keyword("as") where depth == 1: return true
            case .newline, .end: return false
            default: break
            }
        }
        return false
    }

    // MARK: Parameters

    /// Reads parameters up to a closing `)` or, for a lambda, `:`.
    mutating func parameters(until end: String, allowsAnnotations: Bool) throws(SyntaxFailure) -> Parameters {
        var result = Parameters()
        var isKeywordOnly = false
        while !isAt(symbol: end) {
            if accept(symbol: "/") {
                guard !result.positional.isEmpty, result.positionalOnlyCount == 0, !isKeywordOnly else {
                    throw SyntaxFailure("'/' must stand after a parameter, once, and before '*'", at: previous.span)
                }
                result.positionalOnlyCount = result.positional.count
            } else if accept(symbol: "**") {
                let name = try expectName().name
                result.keywordRest = name
                try annotation(of: name, &result, allowsAnnotations)
                _ = accept(symbol: ",")
                guard isAt(symbol: end) else {
                    throw SyntaxFailure("arguments cannot follow var-keyword argument", at: current.span)
                }
                break
            } else if accept(symbol: "*") {
                guard !isKeywordOnly else {
                    throw SyntaxFailure("* argument may appear only once", at: previous.span)
                }
                isKeywordOnly = true
                if isAt(symbol: ",") == false, isAt(symbol: end) {
                    throw SyntaxFailure("named arguments must follow bare *", at: previous.span)
                }
                if case .name = current.kind {
                    let name = try expectName().name
                    result.rest = name
                    try annotation(of: name, &result, allowsAnnotations)
                }
            } else {
                try parameter(&result, isKeywordOnly, allowsAnnotations)
            }
            guard accept(symbol: ",") else { break }
        }
        var seen: Set<String> = []
        for name in result.names where !seen.insert(name).inserted {
            throw SyntaxFailure("duplicate argument '\(name)' in function definition", at: previous.span)
        }
        return result
    }

    /// Reads the annotation of a parameter, if there is one.
    private mutating func annotation(
        of name: String, _ result: inout Parameters, _ isAllowed: Bool
    ) throws(SyntaxFailure) {
        guard isAllowed, accept(symbol: ":") else { return }
        result.annotations.append(Annotation(name: name, expression: try expression()))
    }

    private mutating func parameter(
        _ result: inout Parameters, _ isKeywordOnly: Bool, _ allowsAnnotations: Bool
    ) throws(SyntaxFailure) {
        let (name, span) = try expectName()
        try annotation(of: name, &result, allowsAnnotations)
        let value = accept(symbol: "=") ? try expression() : nil
        let parameter = Parameters.Parameter(name: name, defaultValue: value, span: span)
        if isKeywordOnly {
            result.keywordOnly.append(parameter)
        } else {
            if value == nil, result.positional.last?.defaultValue != nil {
                throw SyntaxFailure("non-default argument follows default argument", at: span)
            }
            result.positional.append(parameter)
        }
    }
}
