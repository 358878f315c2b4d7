import PythonText
import TensorEngine

/// How a weight gets its first values.
public struct Initializer: Sendable {
    /// Makes the values.
    /// - Parameters:
    ///   - shape: the weight's sizes, as Keras orders them.
    ///   - seed: the seed to use where the initializer has none of its own.
    /// - Throws: `EngineError` if the tensor is too large.
    public let values: @Sendable (_ shape: [Int], _ seed: UInt64) throws -> Tensor

    /// The function of the language that it stands for; nil for one of the catalogue.
    public var origin: (any ArgumentObject)?

    /// Makes one from its parts.
    public init(values: @escaping @Sendable (_ shape: [Int], _ seed: UInt64) throws -> Tensor) {
        // What does not fit in 64 bits is refused before anything is multiplied.
        self.values = { shape, seed in
            _ = try Shape(shape).elementCount()
            return try values(shape, seed)
        }
    }

    /// The initializer that was made by a call, or that a function of the language stands for.
    @Sendable static func adopt(_ value: Argument) -> Made<Initializer>? {
        switch value {
        case .initializer(let made): made
        case .object(let object) where object.isFunction: foreign(object)
        default: nil
        }
    }

    private static func foreign(_ object: any ArgumentObject) -> Made<Initializer>? {
        let definition = Definition<Initializer>(
            name: object.representation, summary: "A function of the language."
        ) { _ in
            var initializer = Initializer { shape, _ in
                let values = try object.weight(shape: shape)
                guard values.shape == Shape(shape) else {
                    throw Refusal(
                        argument: "initializer", "An initializer must give values of the shape it is asked for.",
                        received:
                            "shape=\(PythonTuple.describe(values.shape.dims)) for a weight of shape \(PythonTuple.describe(shape))"
                    )
                }
                return values
            }
            initializer.origin = object
            return initializer
        }
        return try? definition.makeDefault()
    }
}

/// The number of inputs and outputs that one weight connects, by which initializers scale.
///
/// Source: Glorot and Bengio 2010; Keras's `compute_fans`.
public struct Fans: Equatable, Sendable {
    /// Inputs per output unit: the kernel's area times its input channels.
    public let incoming: Int
    /// Outputs per input unit: the kernel's area times its filters.
    public let outgoing: Int

    /// Fans of a weight some of whose axes hold inputs, some outputs.
    /// - Throws: `Refusal` for an axis that the weight does not have.
    public init(shape: [Int], incoming: [Int], outgoing: [Int]) throws(Refusal) {
        func product(_ axes: [Int], _ name: String) throws(Refusal) -> Int {
            var sizes: [Int] = []
            for axis in axes {
                let place = axis < 0 ? axis + shape.count : axis
                guard shape.indices.contains(place) else {
                    throw Refusal(
                        .indexError, argument: name,
                        "The `\(name)` are out of range for a weight with \(shape.count) axes.",
                        received: "\(name)=\(PythonTuple.describe(axes))")
                }
                sizes.append(shape[place])
            }
            guard let product = checkedProduct(sizes) else {
                throw Refusal(.overflowError, argument: name, "The `\(name)` connect too many units.")
            }
            return product
        }
        self.incoming = try product(incoming, "input_axes")
        self.outgoing = try product(outgoing, "output_axes")
    }

    /// Fans of a weight of the given sizes: (…, in, out).
    public init(shape: [Int]) {
        switch shape.count {
        case 0: (incoming, outgoing) = (1, 1)
        case 1: (incoming, outgoing) = (shape[0], shape[0])
        default:
            let area = shape.dropLast(2).reduce(1, *)
            (incoming, outgoing) = (area * shape[shape.count - 2], area * shape[shape.count - 1])
        }
    }
}
