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

    /// Makes one from its parts.
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
