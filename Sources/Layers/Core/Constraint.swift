import PythonText
import TensorEngine

/// A rule that a weight must obey.
public struct Constraint: Sendable {
    /// The weight, changed as little as the rule wants; the shape stays.
    public let project: @Sendable (Tensor) throws -> Tensor
    /// The function or object of the language that it stands for; nil for one of the catalogue.
    public let origin: (any ArgumentObject)?

    /// A constraint that replaces a weight by what `project` returns.
    public init(origin: (any ArgumentObject)? = nil, project: @escaping @Sendable (Tensor) throws -> Tensor) {
        self.origin = origin
        self.project = project
    }

    /// The constraint that was made by a call, or that a function or object of the language stands for.
    @Sendable static func adopt(_ value: Argument) -> Made<Constraint>? {
        switch value {
        case .constraint(let made): made
        case .object(let object) where object.isFunction: function(object)
        default: nil
        }
    }

    private static func function(_ object: any ArgumentObject) -> Made<Constraint>? {
        let definition = Definition<Constraint>(
            name: object.representation, summary: "A function of the language."
        ) { _ in
            Constraint(origin: object) { tensor in
                guard let result = try object.apply(to: [tensor], with: [])?.first, result.shape == tensor.shape else {
                    throw Refusal(
                        argument: "constraint", "A constraint must give a tensor of the same shape.",
                        received: object.representation)
                }
                return result
            }
        }
        return try? definition.makeDefault()
    }
}
