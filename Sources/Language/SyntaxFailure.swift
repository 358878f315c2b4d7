/// Why a piece of code cannot be read.
public struct SyntaxFailure: Error, Equatable, Sendable {
    /// `SyntaxError` or `IndentationError`.
    public let className: String
    /// What went wrong, in one sentence.
    public let message: String
    /// What would work; nil where there is nothing useful to say.
    public let hint: String?
    /// Where it stands in the source.
    public let span: Span
    /// Whether more lines could make it right: an open bracket, string or block.
    public let isIncomplete: Bool

    /// A syntax error at a span.
    public init(
        _ message: String, at span: Span, hint: String? = nil, isIncomplete: Bool = false,
        className: String = "SyntaxError"
    ) {
        self.className = className
        self.message = message
        self.hint = hint
        self.span = span
        self.isIncomplete = isIncomplete
    }
}

/// What Python has and this language has not, each with what to write instead.
extension SyntaxFailure {
    static func asynchronous(at span: Span) -> SyntaxFailure {
        SyntaxFailure(
            "async code is outside this language", at: span,
            hint: "leave out async and await: statements run one after the other")
    }

    static func matching(at span: Span) -> SyntaxFailure {
        SyntaxFailure(
            "'match' statements are outside this language", at: span,
            hint: "write if, elif and else, or look the value up in a dict")
    }
}
