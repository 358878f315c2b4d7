/// What the tensor engine refuses to do, and why.
public enum EngineError: Error, Equatable, Sendable {
    /// A number of elements or bytes does not fit in an integer; the text names the sizes.
    case sizeOverflow(String)
    /// A tensor needs more memory than there is. Both figures are in bytes.
    case outOfMemory(needed: Int, available: Int)
    /// Shapes that do not go together; the text names both.
    case shapeMismatch(String)
    /// An argument outside its range; the text names the argument, the rule and what was received.
    case invalidArgument(String)
    /// An operation that numbers of this type do not have; the text names both.
    case unsupportedType(String)
    /// The computation was stopped through `Interrupt`.
    case interrupted
}

extension EngineError: CustomStringConvertible {
    /// One sentence for a person.
    public var description: String {
        switch self {
        case .sizeOverflow(let what): "too large: \(what)"
        case .outOfMemory(let needed, let available):
            "this needs \(Memory.describe(bytes: needed)), and \(Memory.describe(bytes: available)) are available"
        case .shapeMismatch(let what), .invalidArgument(let what), .unsupportedType(let what): what
        case .interrupted: "interrupted"
        }
    }
}
