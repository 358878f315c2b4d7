import PythonText
import TensorEngine

/// How a weight gets its first values.
public struct Initializer: Sendable {
    /// Where its random numbers come from; nil for one that is not random, or has no seed yet.
    ///
    /// An instance without a `seed` argument draws one when it is made, and keeps it: it gives the same values at every call.
    public let source: SeedSource?
    /// The function of the language that it stands for; nil for one of the catalogue.
    public let origin: (any ArgumentObject)?
    private let fill: @Sendable (_ shape: [Int], _ seed: RandomSeed) throws -> Tensor

    /// Makes an initializer.
    /// - Parameters:
    ///   - source: where random numbers come from.
    ///   - origin: the function of the language that it stands for.
    ///   - fill: makes the values of a weight of these sizes.
    public init(
        source: SeedSource? = nil, origin: (any ArgumentObject)? = nil,
        fill: @escaping @Sendable (_ shape: [Int], _ seed: RandomSeed) throws -> Tensor
    ) {
        self.source = source
        self.origin = origin
        self.fill = fill
    }

    /// The seed for the next weight. Without a source the numbers are those of seed 0.
    public func nextSeed() -> RandomSeed { source?.next() ?? RandomSeed(0) }

    /// The values of a weight.
    /// - Parameters:
    ///   - shape: its sizes, as Keras orders them.
    ///   - seed: what `nextSeed` gave for it.
    /// - Throws: `EngineError` if the tensor is too large, `Refusal` for a shape that it cannot fill.
    public func values(_ shape: [Int], seed: RandomSeed) throws -> Tensor {
        // What does not fit in 64 bits is refused before anything is multiplied.
        _ = try Shape(shape).elementCount()
        return try fill(shape, seed)
    }

    /// The values for the next weight.
    public func values(_ shape: [Int]) throws -> Tensor { try values(shape, seed: nextSeed()) }

    /// The initializer that was made by a call, that a function of the language stands for, or whose values are given.
    @Sendable static func adopt(_ value: Argument) -> Made<Initializer>? {
        switch value {
        case .initializer(let made): made
        case .object(let object) where object.isFunction: function(object)
        case .tensor(let tensor): given(tensor)
        default: nil
        }
    }

    private static func function(_ object: any ArgumentObject) -> Made<Initializer>? {
        let definition = Definition<Initializer>(
            name: object.representation, summary: "A function of the language."
        ) { _ in
            Initializer(origin: object) { shape, _ in
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
        }
        return try? definition.makeDefault()
    }

    private static func given(_ values: Tensor) -> Made<Initializer>? {
        let definition = Definition<Initializer>(name: "initialize_fn", summary: "These values.") { _ in
            Initializer { shape, _ in
                guard values.shape == Shape(shape) else {
                    throw Refusal(
                        argument: "initializer",
                        "Expected `shape` to be \(PythonTuple.describe(values.shape.dims)) for direct tensor as initializer.",
                        received: "shape=\(PythonTuple.describe(shape))")
                }
                return values
            }
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
