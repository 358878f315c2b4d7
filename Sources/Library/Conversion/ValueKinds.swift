import Interpreter

/// What kind of value it is, for functions that take several.
extension Value {
    /// Whether it is None.
    var isNone: Bool { if case .none = self { true } else { false } }

    /// Whether it is an object of the program, such as an array.
    var isHost: Bool { if case .host = self { true } else { false } }

    /// Whether it is a list, a tuple or an array.
    var isSequence: Bool {
        switch self {
        case .list, .tuple, .range: true
        case .host(let object): (object as? ArrayObject).map { !$0.isScalar } ?? false
        default: false
        }
    }
}
