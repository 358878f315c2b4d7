import TensorEngine

/// An operation that itself puts a penalty on its outputs.
public protocol PenalizingOperation: Operation {
    /// The penalty; nil for none.
    var penalty: Regularizer? { get }
}

/// A penalty on a weight or on a layer's output.
public struct Regularizer: Sendable {
    /// The penalty for a tensor, a single number of zero or more.
    public let penalty: @Sendable (Tensor) throws -> Float
    /// The function or object of the language that it stands for; nil for one of the catalogue.
    public let origin: (any ArgumentObject)?

    /// A regularizer that adds what `penalty` returns to the loss.
    public init(origin: (any ArgumentObject)? = nil, penalty: @escaping @Sendable (Tensor) throws -> Float) {
        self.origin = origin
        self.penalty = penalty
    }

    /// The regularizer that was made by a call, or that a function or object of the language stands for.
    @Sendable static func adopt(_ value: Argument) -> Made<Regularizer>? {
        switch value {
        case .regularizer(let made): made
        case .object(let object) where object.isFunction: function(object)
        default: nil
        }
    }

    private static func function(_ object: any ArgumentObject) -> Made<Regularizer>? {
        let definition = Definition<Regularizer>(
            name: object.representation, summary: "A function of the language."
        ) { _ in
            Regularizer(origin: object) { tensor in
                guard let result = try object.apply(to: [tensor], with: [])?.first, result.shape.dims.isEmpty else {
                    throw Refusal(
                        argument: "regularizer", "A regularizer must give a single number.",
                        received: object.representation)
                }
                return result[flat: 0]
            }
        }
        return try? definition.makeDefault()
    }
}
