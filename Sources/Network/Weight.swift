import Layers
import TensorEngine

/// One weight of a built layer. Its values are made when they are first asked for.
///
/// Whatever is derived from the values keeps the version it was made from, and is made anew when the version is another.
public final class Weight {
    /// Name, sizes, initializer, regularizer, constraint.
    public let spec: WeightSpec
    /// The layer's name and the weight's: `conv2d/kernel`.
    public let path: String
    /// Whether training may change it.
    public var isTrainable: Bool
    /// How often the values were replaced.
    public private(set) var version = 0
    private let seed: UInt64
    private let changes: ChangeCounter
    private var stored: Tensor?

    init(spec: WeightSpec, path: String, seed: UInt64, changes: ChangeCounter) {
        self.spec = spec
        self.path = path
        self.seed = seed
        self.changes = changes
        isTrainable = spec.isTrainable
    }

    /// Whether the values exist yet.
    public var isAllocated: Bool { stored != nil }

    /// The values, made by the initializer at the first call.
    /// - Throws: `EngineError.outOfMemory` where the machine cannot hold them.
    public func value() throws -> Tensor {
        if let stored { return stored }
        let made = try spec.initializer.product.values(spec.shape, seed)
        stored = made
        return made
    }

    /// Replaces the values.
    /// - Throws: `Refusal` if the shape is another.
    public func assign(_ tensor: Tensor) throws(Refusal) {
        guard tensor.shape.dims == spec.shape else {
            throw Refusal(
                "The shape of the target variable and the shape of the target value in `variable.assign(value)` must match.",
                received: "variable.shape=\(BatchShape(spec.shape)), value.shape=\(BatchShape(tensor.shape.dims))",
                remedy: "give an array of shape \(BatchShape(spec.shape))")
        }
        stored = tensor
        version &+= 1
        changes.record()
    }
}

/// Counts the changes of what values of a network depend on: weights, the data of inputs, settings.
final class ChangeCounter {
    private(set) var count = 0

    /// Records a change.
    func record() { count &+= 1 }
}
