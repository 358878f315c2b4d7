import Language

/// An exception on its way to whoever handles it.
/// An exception stays on the thread that raised it, so it need not be safe to share.
public struct RaisedError: Error, @unchecked Sendable {
    /// The exception itself, which a script can catch and look at.
    public let exception: ExceptionObject

    /// Raises an exception.
    public init(_ exception: ExceptionObject) { self.exception = exception }

    /// An exception with a message and, perhaps, what would work.
    public init(_ type: ExceptionType, _ message: String, hint: String? = nil) {
        exception = ExceptionObject(type, [.string(message)])
        exception.hint = hint
    }

    /// The same error, with where it happened if that is not known yet.
    func located(_ source: SourceText, _ span: Span) -> RaisedError {
        if exception.location == nil, !source.isCarried {
            exception.location = SourceLocation(source: source, span: span)
        }
        return self
    }

    /// The error that a piece of code that cannot be read raises.
    public init(_ failure: SyntaxFailure, in source: SourceText) {
        let type = failure.className == "IndentationError" ? ExceptionType.indentationError : .syntaxError
        self.init(type, failure.message, hint: failure.hint)
        exception.location = SourceLocation(source: source, span: failure.span)
    }
}

/// A stretch of a source.
public struct SourceLocation {
    /// The source code it stands in.
    public let source: SourceText
    /// Where it stands in the source.
    public let span: Span

    /// A stretch of a source.
    public init(source: SourceText, span: Span) {
        self.source = source
        self.span = span
    }
}

/// One function call that an exception went through.
public struct TraceEntry {
    /// The function that was called.
    public let function: String
    /// Where it was called.
    public let location: SourceLocation
}

/// An exception: its class, its arguments and where it happened.
public final class ExceptionObject {
    /// The class it belongs to.
    public let type: ExceptionType
    /// The arguments it was made with.
    public var arguments: [Value]
    /// What would work instead.
    public var hint: String?
    /// The arithmetic behind the error, line by line.
    public var details: [String] = []
    /// The message in a few words, where there are such.
    public var brief: String?
    /// Where it was called.
    public var location: SourceLocation?
    /// The item of the call's list that is at fault, counted from 0; nil where no single one is.
    public var item: Int?
    /// The calls it went through, innermost first.
    public var trace: [TraceEntry] = []

    /// The exception it was raised from, by `from`.
    public var cause: ExceptionObject?
    /// The exception that was being handled when it was raised.
    public var context: ExceptionObject?
    /// Whether it was raised `from` another, or from None.
    public var isContextHidden = false
    /// The file that an OSError is about.
    public var filename: String?
    /// Where that file was to be moved.
    public var target: String?
    /// Whether the script itself raised it, or a text of the program for a reason that it names: whatever is tried instead
    /// would be wrong.
    public internal(set) var isFinal = false
    /// Attributes a script has set on it.
    public var attributes: [String: Value] = [:]

    /// An exception of a class, with the arguments of its constructor.
    public init(_ type: ExceptionType, _ arguments: [Value]) {
        self.type = type
        self.arguments = arguments
    }

    /// Takes what follows number and message of an OSError for the file that it is about, and for where that was to be moved.
    func takeFilenames() {
        guard type.isKind(of: .osError), (3...5).contains(arguments.count) else { return }
        if case .string(let name) = arguments[2] { filename = name }
        if arguments.count == 5, case .string(let name) = arguments[4] { target = name }
        arguments = Array(arguments.prefix(2))
    }

    /// The message, as `str` of the exception shows it.
    public var message: String {
        text(by: "__str__") ?? ownMessage
    }

    /// The text of a method of a class that a script defines; nil where the class has none, or where it fails.
    func text(by method: String) -> String? {
        guard let user = type.userClass, let function = type.userAttribute(method),
            case .string(let text)? = try? user.interpreter.call(function, CallArguments([.exception(self)]))
        else { return nil }
        return text
    }

    private var ownMessage: String {
        switch arguments.count {
        case 0: ""
        case 1: type.isKind(of: .keyError) ? arguments[0].repr : arguments[0].str
        case 2 where type.isKind(of: .osError):
            "[Errno \(arguments[0].str)] \(arguments[1].str)" + (filename.map { ": \(Value.string($0).repr)" } ?? "")
                + (target.map { " -> \(Value.string($0).repr)" } ?? "")
        default: Value.tuple(arguments).repr
        }
    }

    /// Remembers which exception was being handled when this one was raised.
    func happened(during other: ExceptionObject) {
        if other !== self, context == nil { context = other }
    }

}
