import Interpreter
import Library

/// One thing that there is to show, in the order in which it happens.
public enum OutcomeItem {
    /// What `print` wrote.
    case printed(String)
    /// What an inspection function found out, or help.
    case report(any DisplayedReport)
    /// A remark beside a result.
    case note(Note)
    /// What a statement yielded.
    case result(Result)
    /// A result, or what an inspection function found out, that was asked for in full.
    indirect case whole(OutcomeItem)
    /// Why a statement failed.
    case failure(Failure)
    /// What a command of the shell has to say.
    case message(String)
}

/// What a statement yielded.
public struct Result {
    /// The variable it was bound to; nil for the value of an expression.
    public let name: String?
    /// The statement's code.
    public let statement: String
    /// What is shown of it.
    public let shown: any DisplayedReport
    /// The number by which `_3` means it, where results are numbered.
    public let number: Int?

    /// Whether a beginning of it says something, as with long lists.
    public var mayBeCut: Bool { shown is ValueResult }
}

/// How a statement, or a script, ended.
public enum Ending: Equatable, Sendable {
    case finished
    case failed
    case interrupted
    /// The script called `exit` with this status.
    case exited(Int32)
}

/// Why a statement failed: an exception, as plain data.
public struct Failure {
    /// The class: `ValueError`.
    public let className: String
    /// What went wrong, in one sentence.
    public let message: String
    /// What would work instead.
    public let hint: String?
    /// Whether an earlier statement of the same run had the same hint, so that it need not be said again.
    public internal(set) var repeatsHint = false
    /// The arithmetic behind it, line by line.
    public let details: [String]
    /// Where it happened.
    public let location: SourceLocation?
    /// The calls it went through, outermost first.
    public let trace: [TraceEntry]

    init(_ error: RaisedError) {
        className = error.exception.type.name
        message = error.exception.message
        hint = error.exception.hint
        details = error.exception.details
        location = error.exception.location
        trace = error.exception.trace.reversed()
    }
}
