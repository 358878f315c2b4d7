import Layers
import TensorEngine

/// One weight of a built layer. Its values are made when they are first needed.
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
    /// What its random values follow from: fixed when the weight is made, whenever the values are.
    private let seed: RandomSeed
    private let changes: ChangeCounter
    private let journal: Journal
    private var stored: Tensor?

    /// A weight whose values its initializer makes.
    public init(spec: WeightSpec, path: String, _ context: NetworkContext) {
        self.spec = spec
        self.path = path
        seed = spec.initializer.product.nextSeed()
        changes = context.changes
        journal = context.journal
        isTrainable = spec.isTrainable
    }

    /// Whether the values exist yet.
    public var isAllocated: Bool { stored != nil }

    /// The values, made by the initializer at the first call.
    /// - Throws: `EngineError.outOfMemory` where the machine cannot hold them.
    public func value() throws -> Tensor {
        if let stored { return stored }
        let made = try spec.initializer.product.values(spec.shape, seed: seed)
        stored = made
        return made
    }

    /// Makes the values now.
    func fill() throws(Refusal) {
        do { _ = try value() } catch let error as Refusal { throw error } catch let error as EngineError {
            throw Refusal(error)
        } catch {
            // What a function of the language raises is handed on.
            var refusal = Refusal("\(error)")
            refusal.cause = ForeignError(error)
            throw refusal
        }
    }

    /// Replaces the values.
    /// - Parameter isFirst: whether the weight begins with them, so that there are none to go back to.
    /// - Throws: `Refusal` if the shape is another.
    public func assign(_ tensor: Tensor, isFirst: Bool = false) throws(Refusal) {
        guard tensor.shape.dims == spec.shape else {
            throw Refusal(
                "The shape of the target variable and the shape of the target value in `variable.assign(value)` must match.",
                received: "variable.shape=\(BatchShape(spec.shape)), value.shape=\(BatchShape(tensor.shape.dims))",
                remedy: "give an array of shape \(BatchShape(spec.shape))")
        }
        let before = stored
        if !isFirst { journal.keep(self) { self.store(before) } }
        store(tensor)
    }

    /// - Parameter tensor: the values; nil for those that the initializer makes.
    private func store(_ tensor: Tensor?) {
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
