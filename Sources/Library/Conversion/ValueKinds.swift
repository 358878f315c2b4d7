import Interpreter
import Network

/// What kind of value it is, for functions that take several.
extension Value {
    /// The tensor of a network that it is; nil for other values.
    var tensor: SymbolicTensor? { if case .host(let object) = self { (object as? TensorObject)?.tensor } else { nil } }

    /// Whether it is a Python float.
    var isFloat: Bool { if case .float = self { true } else { false } }

    /// Whether it is one of Python's own numbers.
    var isPlainNumber: Bool {
        switch self {
        case .bool, .int, .big, .float: true
        default: false
        }
    }

    /// Whether it is an object of the program, such as an array.
    var isHost: Bool { if case .host = self { true } else { false } }

    /// Whether it is a list, a tuple or an array.
    var isSequence: Bool {
        switch self {
        case .list, .tuple, .range: true
        case .host(let object): object is StaticShape || (object as? ArrayObject).map { !$0.isScalar } ?? false
        default: false
        }
    }
}
