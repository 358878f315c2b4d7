import PythonText
import TensorEngine

/// A value handed to a layer, an initializer or any other thing that a `Definition` makes.
///
/// It is what the catalogue understands of a language's values, so that the catalogue need not know the language.
public enum Argument: Sendable {
    case none
    case bool(Bool)
    case int(Int)
    case float(Double)
    case string(String)
    case list([Argument])
    case tuple([Argument])
    case dict([Argument.Entry])
    case tensor(Tensor)
    // These are large, and arguments are copied often.
    indirect case activation(Made<ActivationFunction>)
    indirect case initializer(Made<Initializer>)
    indirect case regularizer(Made<Regularizer>)
    indirect case constraint(Made<Constraint>)
    case seedGenerator(SeedGenerator)
    /// A function of the language, or any other value the catalogue passes on without looking into it.
    case object(any ArgumentObject)

    /// One key and its value in a dictionary.
    public struct Entry: Sendable {
        /// The key.
        public let key: Argument
        /// The value.
        public let value: Argument

        /// An entry of a dict.
        public init(key: Argument, value: Argument) {
            self.key = key
            self.value = value
        }
    }
}

/// A value of the language that an `Argument` carries but does not look into.
public protocol ArgumentObject: AnyObject, Sendable {
    /// The value as Python's `repr` shows it.
    var representation: String { get }
    /// Applies it as a function to tensors and further arguments by name; nil if it is not a function.
    func apply(to tensors: [Tensor], with arguments: [(name: String, value: Argument)]) throws -> [Tensor]?
    /// Whether it can be called with tensors: a function or a layer, no class.
    var isCallable: Bool { get }
    /// Whether it is a class.
    var isClass: Bool { get }
    /// Whether it is a function, which can take the place of an initializer.
    var isFunction: Bool { get }
    /// The values that it, as a function, gives a weight of these sizes.
    func weight(shape: [Int]) throws -> Tensor
    /// The layer operation it stands for, if it is a layer (as in `activation=LeakyReLU()`).
    var layer: Made<any Operation>? { get }
}

extension Argument: CustomStringConvertible {
    /// The value as Python's `repr` shows it.
    public var description: String {
        switch self {
        case .none: "None"
        case .bool(let value): value ? "True" : "False"
        case .int(let value): String(value)
        case .float(let value): PythonNumber.describe(value)
        case .string(let value): "'\(value)'"
        case .list(let items): "[\(items.map(\.description).joined(separator: ", "))]"
        case .tuple(let items):
            PythonTuple.describe(items)
        case .dict(let entries): "{\(entries.map { "\($0.key): \($0.value)" }.joined(separator: ", "))}"
        case .tensor(let tensor): "array of shape \(tensor.shape)"
        case .activation(let made): made.isPlain ? "'\(made.definition.name)'" : made.description
        case .initializer(let made) where made.product.origin != nil: made.definition.name
        case .initializer(let made): made.isPlain ? "'\(made.definition.nickname)'" : made.description
        case .regularizer(let made): made.description
        case .constraint(let made): made.description
        case .seedGenerator: "<SeedGenerator>"
        case .object(let object): object.representation
        }
    }

    /// The value as a call in canonical code shows it: strings in double quotes, as in `padding="same"`.
    public var source: String {
        switch self {
        case .string(let value): "\"\(value)\""
        case .list(let items): "[\(items.map(\.source).joined(separator: ", "))]"
        case .tuple(let items):
            PythonTuple.describe(items.map(\.source))
        case .activation(let made) where made.product.serialized != nil: made.definition.name
        case .activation(let made):
            made.product.origin?.representation ?? (made.isPlain ? "\"\(made.definition.name)\"" : made.description)
        case .initializer(let made) where made.product.origin != nil: made.definition.name
        case .initializer(let made): Argument.source(made, module: "initializers")
        case .regularizer(let made): Argument.source(made, module: "regularizers")
        case .constraint(let made): Argument.source(made, module: "constraints")
        default: description
        }
    }

    /// The name where it says all, else the call with its module, as a script that imports keras can write it.
    private static func source<Product>(_ made: Made<Product>, module: String) -> String {
        made.isPlain ? "\"\(made.definition.nickname)\"" : "keras.\(module).\(made.description)"
    }

    /// The size that an item of a shape stands for; unknown for None.
    public var size: Dim {
        switch self {
        case .int(let value): Dim(value)
        case .bool(let value): value ? 1 : 0
        default: .unknown
        }
    }

    /// Whether two arguments are the same value; a list equals a tuple of the same items, True is not 1.
    public func isSame(as other: Argument) -> Bool {
        switch (self, other) {
        case (.none, .none): true
        case (.bool(let a), .bool(let b)): a == b
        case (.int(let a), .int(let b)): a == b
        case (.float(let a), .float(let b)): a == b
        case (.int(let a), .float(let b)), (.float(let b), .int(let a)): Double(a) == b
        case (.string(let a), .string(let b)): a == b
        case (.list(let a), .list(let b)), (.tuple(let a), .tuple(let b)), (.list(let a), .tuple(let b)),
            (.tuple(let a), .list(let b)):
            a.count == b.count && zip(a, b).allSatisfy { $0.isSame(as: $1) }
        case (.activation, .activation), (.initializer, .initializer), (.regularizer, .regularizer),
            (.constraint, .constraint):
            description == other.description
        default: false
        }
    }
}
