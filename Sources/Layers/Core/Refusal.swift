/// An error of another module that is handed through. Two are not told apart.
public struct ForeignError: @unchecked Sendable, Equatable {
    // An error stays on the thread that raised it.

    /// The error.
    public let error: any Error

    /// Holds an error.
    public init(_ error: any Error) { self.error = error }

    /// True.
    public static func == (a: ForeignError, b: ForeignError) -> Bool { true }
}

/// A refusal of what a person asked of a layer: what class of error Keras gives, the rule, what came, and what would work.
public struct Refusal: Error, Equatable, Sendable, CustomStringConvertible {
    /// The class of error, as Python and Keras name it.
    public enum Kind: String, Sendable {
        case valueError = "ValueError"
        case typeError = "TypeError"
        case memoryError = "MemoryError"
        case overflowError = "OverflowError"
        case runtimeError = "RuntimeError"
        case notImplementedError = "NotImplementedError"
        case indexError = "IndexError"
        case attributeError = "AttributeError"
        case zeroDivisionError = "ZeroDivisionError"
        case recursionError = "RecursionError"
        case keyboardInterrupt = "KeyboardInterrupt"
    }

    /// The class of error.
    public var kind: Kind
    /// The argument that is at fault, without backticks; nil where no single argument is.
    public var argument: String?
    /// The rule that was broken, a sentence that names the argument in backticks.
    public var rule: String
    /// What was received, as Python's `repr` shows it; nil where the rule already says it.
    public var received: String?
    /// What would work instead; nil where nothing useful can be said.
    public var remedy: String?
    /// The arithmetic behind the rule, line by line.
    public var details: [String] = []
    /// The same in a few words, for where there is room for no more: `kernel 9 > height 7`.
    public var brief: String?
    /// The layer of a model that could not be called, a sentence; nil outside of models.
    public var place: String?
    /// The error of the language's host that it stands for, and which is handed on as it is; nil for all others.
    public var cause: ForeignError?
    /// Whether nothing else is to be tried, since a script raised it.
    public var isFinal = false
    /// The item of a list argument that is at fault, counted from 0; nil where no single one is.
    public var item: Int?

    /// Makes a refusal.
    public init(
        _ kind: Kind, argument: String? = nil, _ rule: String, received: String? = nil,
        remedy: String? = nil, brief: String? = nil
    ) {
        self.brief = brief
        self.kind = kind
        self.argument = argument
        self.rule = rule
        self.received = received
        self.remedy = remedy
    }

    /// Makes a refusal of class ValueError.
    public init(
        argument: String? = nil, _ rule: String, received: String? = nil, remedy: String? = nil, brief: String? = nil
    ) {
        self.init(.valueError, argument: argument, rule, received: received, remedy: remedy, brief: brief)
    }

    /// The rule and what was received, as Keras words them, and where it happened: `RULE Received: VALUE PLACE`.
    public var message: String {
        var message = received.map { "\(rule) Received: \($0)" } ?? rule
        if let place { message += (message.last == "." ? " " : ". ") + place }
        return message
    }

    /// The class, the message and the remedy on one line.
    public var description: String {
        "\(kind.rawValue): \(message)" + (remedy.map { " (\($0))" } ?? "")
    }
}
