/// One parameter of a signature.
public struct Parameter: Sendable, Equatable {
    /// How a parameter takes its argument.
    public enum Kind: Sendable {
        /// By position only; it stands before `/`.
        case positionalOnly
        /// By position or by keyword.
        case positionalOrKeyword
        /// By keyword only; it stands after `*`.
        case keywordOnly
        /// All further positional arguments: `*args`.
        case rest
        /// All further keywords: `**kwargs`.
        case keywordRest
    }

    /// The name, without stars.
    public let name: String
    /// How it takes its argument.
    public let kind: Kind
    /// The default as code; nil where the argument is required. `...` stands for a default that depends on the rest.
    public let defaultText: String?
    /// Whether the argument has an effect; one that has none is rejected unless it has its default.
    public let isImplemented: Bool
    /// What the argument means; empty where the function's own documentation says it.
    public let documentation: String

    /// Makes a parameter.
    public init(
        _ name: String, _ kind: Kind = .positionalOrKeyword, defaultText: String? = nil, isImplemented: Bool = true,
        documentation: String = ""
    ) {
        self.name = name
        self.kind = kind
        self.defaultText = defaultText
        self.isImplemented = isImplemented
        self.documentation = documentation
    }

    /// Whether a call must give it.
    public var isRequired: Bool {
        switch kind {
        case .rest, .keywordRest: false
        default: defaultText == nil
        }
    }

    /// Whether it can be given as `name=value`.
    public var takesKeyword: Bool { kind == .positionalOrKeyword || kind == .keywordOnly }
}
