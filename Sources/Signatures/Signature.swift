/// The name and the parameters of something that can be called.
///
/// A signature knows no values: it says which argument of a call goes to which parameter (`arrange`), and help,
/// completion and errors read names and defaults from it.
public final class Signature: Sendable {
    /// The name, with the class of a method before it: `Model.get_layer`.
    public let name: String
    /// The parameters in the order: positional, `*rest`, keyword-only, `**keywordRest`.
    public let parameters: [Parameter]
    /// How many parameters can be given by position.
    public let positionalCount: Int
    /// How many of them by position only.
    public let positionalOnlyCount: Int
    /// How many positional parameters come before the first that has a default.
    public let requiredPositionalCount: Int
    /// The place of `*rest`.
    public let restPlace: Int?
    /// The place of `**keywordRest`.
    public let keywordRestPlace: Int?
    /// Whether a keyword-only parameter must be given.
    let requiresKeywords: Bool

    /// Makes a signature; positional parameters with a default come after those without.
    public init(_ name: String, _ parameters: [Parameter]) {
        self.name = name
        self.parameters = parameters
        positionalOnlyCount = parameters.prefix { $0.kind == .positionalOnly }.count
        positionalCount = parameters.prefix { $0.kind == .positionalOnly || $0.kind == .positionalOrKeyword }.count
        requiredPositionalCount = parameters.prefix(positionalCount).prefix(while: \.isRequired).count
        restPlace = parameters.firstIndex { $0.kind == .rest }
        keywordRestPlace = parameters.firstIndex { $0.kind == .keywordRest }
        requiresKeywords = parameters.contains { $0.kind == .keywordOnly && $0.isRequired }
    }

    /// The name without the class before it.
    public var shortName: String { name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? name }

    /// Whether it is a method, named with its class.
    public var isMethod: Bool { name.contains(".") }

    /// Whether a call may have keywords at all.
    public var takesKeywords: Bool { keywordRestPlace != nil || parameters.contains(where: \.takesKeyword) }

    /// The parameters that can be given as `name=value`.
    public var keywords: [String] { parameters.filter(\.takesKeyword).map(\.name) }

    /// Where the parameter of that name stands; nil if there is none.
    public func place(of name: String) -> Int? { parameters.firstIndex { $0.name == name } }

    /// The signature as code, as help shows it: `sum(iterable, /, start=0)`.
    public var text: String { text(named: shortName) }

    /// The signature as code, under another name.
    public func text(named name: String) -> String {
        var parts: [String] = []
        let firstKeyword = parameters.firstIndex { $0.kind == .keywordOnly && $0.isImplemented }
        for (place, parameter) in parameters.enumerated() {
            if place == firstKeyword, restPlace == nil { parts.append("*") }
            switch parameter.kind {
            case .rest: parts.append("*" + parameter.name)
            case .keywordRest: parts.append("**" + parameter.name)
            case _ where !parameter.isImplemented: continue
            default: parts.append(parameter.defaultText.map { "\(parameter.name)=\($0)" } ?? parameter.name)
            }
            if place + 1 == positionalOnlyCount { parts.append("/") }
        }
        return "\(name)(\(parts.joined(separator: ", ")))"
    }

    /// A signature that takes whatever it is given.
    public static func anything(_ name: String) -> Signature {
        Signature(name, [Parameter("args", .rest), Parameter("kwargs", .keywordRest)])
    }
}
