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
    private let reads: WeightReads
    private var stored = Stored()

    /// The values, as far as they exist: those of the engine, and what they were made from where their type is another.
    private struct Stored {
        var tensor: Tensor?
        var typed: (any TypedValues)?
    }

    /// A weight whose values its initializer makes.
    public init(spec: WeightSpec, path: String, _ context: NetworkContext) {
        self.spec = spec
        self.path = path
        seed = spec.initializer.product.nextSeed()
        changes = context.changes
        journal = context.journal
        reads = context.reads
        isTrainable = spec.isTrainable
    }

    /// Whether the values exist yet.
    public var isAllocated: Bool { stored.tensor != nil || stored.typed != nil }

    /// The values of a weight whose numbers are not of the type float32, exactly; nil for all others.
    public var typedValues: (any TypedValues)? { stored.typed }

    /// The name of the type of its numbers: `float32`, `int64`.
    public var typeName: String { stored.typed?.typeName ?? "float32" }

    /// The bits that its numbers take; nil for more than can be counted.
    var bitCount: Int? {
        let (bits, overflow) = spec.count.multipliedReportingOverflow(by: stored.typed?.bitsPerNumber ?? 32)
        return overflow ? nil : bits
    }

    /// The values, made by the initializer at the first call.
    /// - Throws: `EngineError.outOfMemory` where the machine cannot hold them.
    public func value() throws -> Tensor {
        if let tensor = stored.tensor { return tensor }
        let made = try stored.typed?.tensor() ?? spec.initializer.product.values(spec.shape, seed: seed)
        stored.tensor = made
        return made
    }

    /// Says that a script reads the values.
    public func noteRead() { reads.note(self) }

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
        try requireShape(tensor.shape.dims)
        do {
            let typed = try stored.typed?.replaced(by: tensor)
            replace(typed == nil ? Stored(tensor: tensor) : Stored(typed: typed), isFirst: isFirst)
        } catch let error as EngineError { throw Refusal(error) } catch { throw Refusal("\(error)") }
    }

    /// Replaces the values by numbers of another type, which become the weight's own.
    /// - Throws: `Refusal` if the shape is another.
    public func assign(typed values: any TypedValues, isFirst: Bool = false) throws(Refusal) {
        try requireShape(values.shape)
        replace(Stored(typed: values), isFirst: isFirst)
    }

    private func requireShape(_ shape: [Int]) throws(Refusal) {
        guard shape != spec.shape else { return }
        throw Refusal(
            "The shape of the target variable and the shape of the target value in `variable.assign(value)` must match.",
            received: "variable.shape=\(BatchShape(spec.shape)), value.shape=\(BatchShape(shape))",
            remedy: "give an array of shape \(BatchShape(spec.shape))")
    }

    private func replace(_ new: Stored, isFirst: Bool) {
        let before = stored
        if !isFirst { journal.keep(self) { self.store(before) } }
        store(new)
    }

    private func store(_ new: Stored) {
        stored = new
        version &+= 1
        changes.record()
    }
}

/// The numbers of a weight whose type is not float32. The engine gets them as float32; what a script reads is exact.
public protocol TypedValues: Sendable {
    /// The name of the type: `int32`.
    var typeName: String { get }
    /// The bits that Keras counts for a number: 1 for a truth value.
    var bitsPerNumber: Int { get }
    /// The sizes of the axes.
    var shape: [Int] { get }
    /// The numbers for the engine.
    func tensor() throws -> Tensor
    /// The numbers of a tensor in this type.
    func replaced(by tensor: Tensor) throws -> any TypedValues
}

/// The bits of the numbers in weights; nil for more than can be counted.
public struct ParameterBits: Equatable, Sendable {
    /// Of all weights.
    public let all: Int?
    /// Of those that training may change.
    public let trainable: Int?

    /// Of those that training leaves alone.
    public var fixed: Int? {
        guard let all, let trainable else { return nil }
        return all - trainable
    }
}

/// Counts the changes of what values of a network depend on: weights, the data of inputs, settings.
final class ChangeCounter {
    private(set) var count = 0

    /// Records a change.
    func record() { count &+= 1 }
}
