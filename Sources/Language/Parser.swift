/// Reads source code into statements.
public struct Parser {
    let source: SourceText
    /// Names that are called without parentheses: `show c1`.
    let commandWords: Set<String>
    var tokens: [Token] = []
    var position = 0
    /// How deeply the expression being read is nested.
    var depth = 0
    /// How many loops and functions are around, for `break` and `return` outside.
    var loopDepth = 0
    var functionDepth = 0
    /// Whether classes are read as if they were functions, for those who only rewrite a script.
    var readsOutside = false

    /// Nesting beyond which an expression is refused rather than read.
    static let depthLimit = 150
    /// Operators in a row beyond which an expression is refused.
    static let chainLimit = 800

    init(_ source: SourceText, commandWords: Set<String>) {
        self.source = source
        self.commandWords = commandWords
    }

    /// Reads a script.
    /// - Parameters:
    ///   - source: the code.
    ///   - commandWords: names that may be called without parentheses, as in `show c1`.
    ///   - readsShellLines: whether lines that begin with `%` or `?` are statements.
    ///   - readsOutside: whether classes are read as functions; the result must not be run.
    /// - Throws: `SyntaxFailure`, which says whether more lines could help.
    public static func parse(
        _ source: SourceText, commandWords: Set<String> = [], readsShellLines: Bool = true,
        readsOutside: Bool = false
    ) throws(SyntaxFailure) -> [TopLevelStatement] {
        var lexer = Lexer(source, readsShellLines: readsShellLines)
        var parser = Parser(source, commandWords: commandWords)
        parser.readsOutside = readsOutside
        parser.tokens = try lexer.tokenize()
        return try parser.topLevel()
    }

    /// Whether a person who typed this into a shell is expected to type more: an open bracket, string or block.
    /// A block is finished by an empty line.
    public static func needsMore(_ text: String, commandWords: Set<String> = []) -> Bool {
        let source = SourceText(name: "", text)
        do {
            let statements = try parse(source, commandWords: commandWords)
            guard let last = statements.last?.statement, last.isCompound else { return false }
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            return !(lines.count > 1 && lines.last?.allSatisfy(\.isWhitespace) == true)
                && !(lines.count == 1 && last.isOnOneLine)
        } catch {
            return error.isIncomplete && !isBeyondRepair(source, commandWords)
        }
    }

    /// Whether something inside of an open bracket cannot stand where it does, whatever follows.
    private static func isBeyondRepair(_ source: SourceText, _ commandWords: Set<String>) -> Bool {
        var lexer = Lexer(source)
        guard (try? lexer.tokenize()) == nil, let last = lexer.tokens.last else { return false }
        var parser = Parser(source, commandWords: commandWords)
        parser.tokens = lexer.tokens + [Token(kind: .end, span: Span(last.span.end, last.span.end))]
        do {
            _ = try parser.topLevel()
            return false
        } catch {
            // The last word may be the beginning of something: `f(a=1, b` goes on with `=2)`.
            let isAtEnd = error.span.start >= last.span.start && last.kind != .symbol(";")
            return !error.isIncomplete && !isAtEnd
        }
    }

    private mutating func topLevel() throws(SyntaxFailure) -> [TopLevelStatement] {
        var result: [TopLevelStatement] = []
        while current.kind != .end {
            if accept(.newline) { continue }
            if case .shellLine(let line) = current.kind {
                result.append(
                    TopLevelStatement(statement: Statement(.shell(line), current.span), source: source, isQuiet: false))
                advance()
                continue
            }
            for (statement, isQuiet) in try statementLine() {
                result.append(TopLevelStatement(statement: statement, source: source, isQuiet: isQuiet))
            }
        }
        return result
    }

    // MARK: Tokens

    var current: Token { tokens[position] }

    var previous: Token { tokens[max(position - 1, 0)] }

    func peek(_ offset: Int = 1) -> Token { tokens[min(position + offset, tokens.count - 1)] }

    mutating func advance() { if position < tokens.count - 1 { position += 1 } }

    mutating func accept(_ kind: Token.Kind) -> Bool {
        guard current.kind == kind else { return false }
        advance()
        return true
    }

    mutating func accept(symbol: String) -> Bool { accept(.symbol(symbol)) }

    mutating func accept(keyword: String) -> Bool { accept(.keyword(keyword)) }

    func isAt(symbol: String) -> Bool { current.kind == .symbol(symbol) }

    func isAt(keyword: String) -> Bool { current.kind == .keyword(keyword) }

    @discardableResult
    mutating func expect(symbol: String) throws(SyntaxFailure) -> Span {
        let span = current.span
        guard accept(symbol: symbol) else { throw unexpected(expected: "'\(symbol)'") }
        return span
    }

    mutating func expect(keyword: String) throws(SyntaxFailure) {
        guard accept(keyword: keyword) else { throw unexpected(expected: "'\(keyword)'") }
    }

    mutating func expectName() throws(SyntaxFailure) -> (name: String, span: Span) {
        guard case .name(let name) = current.kind else {
            if case .keyword(let word) = current.kind {
                throw SyntaxFailure("'\(word)' is a keyword and cannot be a name", at: current.span)
            }
            throw unexpected(expected: "a name")
        }
        let span = current.span
        advance()
        return (name, span)
    }

    /// The failure for a token that cannot stand where it stands.
    func unexpected(expected: String? = nil) -> SyntaxFailure {
        switch current.kind {
        case .end:
            return SyntaxFailure("unexpected end of input", at: current.span, isIncomplete: true)
        case .newline:
            if let expected { return SyntaxFailure("expected \(expected)", at: current.span) }
            return SyntaxFailure("invalid syntax: the line ends too early", at: current.span)
        case .indent:
            return SyntaxFailure("unexpected indent", at: current.span, className: "IndentationError")
        default:
            if expected == nil, case .name("print") = previous.kind {
                return SyntaxFailure(
                    "Missing parentheses in call to 'print'. Did you mean print(...)?",
                    at: previous.span.through(current.span))
            }
            let shown = source.text(of: current.span)
            let wanted = expected.map { "; expected \($0)" } ?? ""
            return SyntaxFailure(
                "invalid syntax: '\(shown.prefix(40))' cannot stand here\(wanted)", at: current.span,
                hint: expected == nil ? callHint : nil)
        }
    }

    /// What to write for `Conv2D 4, 3`.
    private var callHint: String? {
        guard case .name(let name) = previous.kind else { return nil }
        switch current.kind {
        case .name, .integer, .float, .string: return "a call has parentheses: \(name)(…)"
        default: return nil
        }
    }

    /// Runs a part of the parser one level deeper.
    mutating func nested<Result>(
        _ body: (inout Parser) throws(SyntaxFailure) -> Result
    ) throws(SyntaxFailure) -> Result {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Parser.depthLimit else {
            throw SyntaxFailure("too deeply nested (more than \(Parser.depthLimit) levels)", at: current.span)
        }
        return try body(&self)
    }
}

extension Statement {
    /// Whether it has a block.
    var isCompound: Bool {
        switch kind {
        case .conditional, .whileLoop, .forLoop, .function, .classDefinition, .trying, .with: true
        case .expression, .assign, .augmented, .annotated, .returning, .pass, .breaking, .continuing, .importing,
            .importingFrom, .global, .nonlocal, .delete, .assert, .raising, .shell:
            false
        }
    }

    /// Whether its block stands on its own line, as in `if x: y`, so that nothing more is expected.
    var isOnOneLine: Bool {
        switch kind {
        case .conditional, .trying: false
        default: true
        }
    }
}
