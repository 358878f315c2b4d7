/// How many tensors an operation takes.
public enum Arity: Sendable, Equatable {
    case one
    case atLeast(Int)
    case exactly(Int)

    /// Whether an operation may take so many tensors.
    public func accepts(_ count: Int) -> Bool {
        switch self {
        case .one: count == 1
        case .atLeast(let least): count >= least
        case .exactly(let exact): count == exact
        }
    }
}
