extension Parser {
    /// Reads a name, a literal, or something in brackets.
    mutating func atom() throws(SyntaxFailure) -> Expression {
        let span = current.span
        switch current.kind {
        case .name(let name): return simple(.name(name))
        case .integer(let digits): return simple(.integer(digits))
        case .bigInteger(let digits, let radix): return simple(.bigInteger(digits, radix: radix))
        case .float(let value): return simple(.float(value))
        case .string, .formatted: return try strings()
        case .bytes: return try data()
        case .keyword("None"): return simple(.none)
        case .keyword("True"): return simple(.bool(true))
        case .keyword("False"): return simple(.bool(false))
        case .keyword("await"): throw SyntaxFailure.asynchronous(at: span)
        case .symbol("..."): return simple(.ellipsis)
        case .symbol("("): return try parenthesized()
        case .symbol("["): return try listDisplay()
        case .symbol("{"): return try braceDisplay()
        case .symbol("*"):
            throw SyntaxFailure("can't use starred expression here", at: span)
        default: throw unexpected()
        }
    }

    private mutating func simple(_ kind: Expression.Kind) -> Expression {
        let span = current.span
        advance()
        return Expression(kind, span)
    }

    /// Reads neighbouring strings as one.
    private mutating func strings() throws(SyntaxFailure) -> Expression {
        let start = current.span
        var parts: [FormattedPart] = []
        var isFormatted = false
        while true {
            if case .string(let text) = current.kind {
                parts.append(.text(text))
            } else if case .formatted(let pieces) = current.kind {
                isFormatted = true
                parts += try formattedParts(pieces)
            } else {
                break
            }
            advance()
        }
        let span = start.through(previous.span)
        if case .bytes = current.kind {
            throw SyntaxFailure("cannot mix bytes and nonbytes literals", at: start.through(current.span))
        }
        if isFormatted { return Expression(.formatted(parts), span) }
        let text = parts.reduce(into: "") { if case .text(let part) = $1 { $0 += part } }
        return Expression(.string(text), span)
    }

    /// Reads neighbouring bytes as one.
    private mutating func data() throws(SyntaxFailure) -> Expression {
        let start = current.span
        var bytes: [UInt8] = []
        while case .bytes(let part) = current.kind {
            bytes += part
            advance()
        }
        switch current.kind {
        case .string, .formatted:
            throw SyntaxFailure("cannot mix bytes and nonbytes literals", at: start.through(current.span))
        default: return Expression(.bytes(bytes), start.through(previous.span))
        }
    }

    /// Reads the code in an f-string's braces.
    private func formattedParts(_ pieces: [FormattedPiece]) throws(SyntaxFailure) -> [FormattedPart] {
        var result: [FormattedPart] = []
        for piece in pieces {
            if let text = piece.text {
                result.append(.text(text))
                continue
            }
            if let shown = piece.shownCode { result.append(.text(source.text(of: shown))) }
            let format = try formattedParts(piece.format)
            let usesRepr = piece.shownCode != nil && piece.conversion == nil && format.isEmpty
            result.append(
                .value(try embedded(piece.code), conversion: usesRepr ? "r" : piece.conversion, format: format))
        }
        return result
    }

    /// Reads the expression that fills a stretch of source.
    private func embedded(_ span: Span) throws(SyntaxFailure) -> Expression {
        var lexer = Lexer(source, within: span)
        var parser = Parser(source, commandWords: [])
        parser.depth = depth + 1
        parser.functionDepth = functionDepth
        parser.tokens = try lexer.tokenize()
        let value = try parser.isAt(keyword: "yield") ? parser.yielding() : parser.expressionList()
        guard parser.current.kind == .end else { throw parser.unexpected() }
        return value
    }

    private mutating func parenthesized() throws(SyntaxFailure) -> Expression {
        let start = try expect(symbol: "(")
        if isAt(symbol: ")") {
            return Expression(.tuple([]), start.through(try expect(symbol: ")")))
        }
        let inner = isAt(keyword: "yield") ? try yielding() : try expressionList()
        if isAt(keyword: "for") {
            return try comprehension(.generator, inner, nil, from: start, closedBy: ")")
        }
        let end = try closing(")", after: inner)
        if case .starred = inner.kind { throw SyntaxFailure("cannot use starred expression here", at: inner.span) }
        return Expression(inner.kind, start.through(end))
    }

    private mutating func listDisplay() throws(SyntaxFailure) -> Expression {
        let start = try expect(symbol: "[")
        if isAt(symbol: "]") { return Expression(.list([]), start.through(try expect(symbol: "]"))) }
        let first = try starredOrNamed()
        if isAt(keyword: "for") {
            return try comprehension(.list, first, nil, from: start, closedBy: "]")
        }
        var items = [first]
        while accept(symbol: ","), !isAt(symbol: "]") { items.append(try starredOrNamed()) }
        return Expression(.list(items), start.through(try closing("]", after: items[items.count - 1])))
    }

    private mutating func braceDisplay() throws(SyntaxFailure) -> Expression {
        let start = try expect(symbol: "{")
        if isAt(symbol: "}") { return Expression(.dict([]), start.through(try expect(symbol: "}"))) }
        if isAt(symbol: "**") { return try dictDisplay(start, []) }
        let itemStart = current.span
        if accept(symbol: "*") {
            let inner = try binary(0)
            return try setDisplay(start, Expression(.starred(inner), itemStart.through(inner.span)))
        }
        let first = try namedExpression()
        guard accept(symbol: ":") else { return try setDisplay(start, first) }
        let value = try expression()
        if isAt(keyword: "for") {
            return try comprehension(.dict, first, value, from: start, closedBy: "}")
        }
        let items = [DictItem(key: first, value: value)]
        if accept(symbol: ",") { return try dictDisplay(start, items) }
        return Expression(.dict(items), start.through(try closing("}", after: value)))
    }

    private mutating func dictDisplay(_ start: Span, _ begun: [DictItem]) throws(SyntaxFailure) -> Expression {
        var items = begun
        while !isAt(symbol: "}") {
            if accept(symbol: "**") {
                items.append(DictItem(key: nil, value: try binary(0)))
            } else {
                let key = try expression()
                try expect(symbol: ":")
                items.append(DictItem(key: key, value: try expression()))
            }
            guard accept(symbol: ",") else { break }
        }
        return Expression(.dict(items), start.through(try expect(symbol: "}")))
    }

    private mutating func setDisplay(_ start: Span, _ first: Expression) throws(SyntaxFailure) -> Expression {
        if isAt(keyword: "for") {
            return try comprehension(.set, first, nil, from: start, closedBy: "}")
        }
        var items = [first]
        while accept(symbol: ","), !isAt(symbol: "}") {
            let itemStart = current.span
            if accept(symbol: "*") {
                let inner = try binary(0)
                items.append(Expression(.starred(inner), itemStart.through(inner.span)))
            } else {
                items.append(try namedExpression())
            }
        }
        return Expression(.set(items), start.through(try closing("}", after: first)))
    }

    /// The closing bracket; a missing comma is the likeliest reason for anything else.
    private mutating func closing(_ symbol: String, after last: Expression) throws(SyntaxFailure) -> Span {
        switch current.kind {
        case .name, .integer, .bigInteger, .float, .string, .bytes, .formatted:
            throw SyntaxFailure("invalid syntax. Perhaps you forgot a comma?", at: last.span.through(current.span))
        default: return try expect(symbol: symbol)
        }
    }
}
