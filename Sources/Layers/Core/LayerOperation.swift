import TensorEngine

/// What a layer does, given its arguments: its shapes, its weights, its values and its cost. It holds no weights itself.
public protocol LayerOperation: Sendable {
    /// How many tensors it takes.
    var arity: Arity { get }

    /// The weights it has for inputs of these shapes, in Keras's order.
    /// - Throws: `Refusal` where the shapes do not fit the arguments.
    func weights(for inputs: [BatchShape]) throws(Refusal) -> [WeightSpec]

    /// The shape of the output for inputs of these shapes.
    /// - Throws: `Refusal` where there is no output, saying what would fit.
    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape

    /// Refuses data of shapes that the operation cannot compute with.
    /// - Throws: `Refusal`, saying what would fit.
    func requireFit(_ inputs: [BatchShape]) throws(Refusal)

    /// The output for these inputs.
    /// - Parameters:
    ///   - inputs: data whose shapes have passed `requireFit`.
    ///   - state: the layer's weights and what was prepared from them.
    /// - Throws: `EngineError` for want of memory or after an interrupt; `Refusal` where the data do not fit.
    func forward(_ inputs: [Tensor], _ state: LayerState) throws -> Tensor

    /// Whether there is nothing to build, so that the layer counts as built before its first call.
    var isBuiltFromTheStart: Bool { get }

    /// Multiply-accumulate operations for one sample; nil where the sizes are unknown. Zero for layers that have none.
    func multiplyAccumulates(inputs: [BatchShape], output: BatchShape) -> Int?

    /// How the engine computes it for one input of these sizes, batch axis included: one plan for each convolution in it.
    /// - Throws: `EngineError` where the sizes do not fit.
    func convolutionPlans(for sizes: [Int]) throws -> [ConvolutionPlan]

    /// How each output pixel looks at the input, one step per spatial axis; empty where position does not change.
    var window: [WindowStep] { get }
}

/// How many tensors a layer takes.
public enum Arity: Sendable, Equatable {
    case one
    case atLeast(Int)
    case exactly(Int)

    /// Whether a layer may take so many tensors.
    public func accepts(_ count: Int) -> Bool {
        switch self {
        case .one: count == 1
        case .atLeast(let least): count >= least
        case .exactly(let exact): count == exact
        }
    }
}

/// One spatial axis of a sliding window: by how much it widens the receptive field and spreads the steps.
public struct WindowStep: Sendable, Equatable {
    /// Pixels of the input seen by one pixel of the output: (k − 1)·d + 1; nil where it is the whole axis.
    public let extent: Int?
    /// Input pixels between neighbouring output pixels; a fraction where the layer enlarges (1/stride).
    public let stride: Double
    /// Padding before the first pixel; nil where it depends on the input's size.
    public let paddingBefore: Int?

    /// Makes one from its parts.
    public init(extent: Int?, stride: Double, paddingBefore: Int? = nil) {
        self.extent = extent
        self.stride = stride
        self.paddingBefore = paddingBefore
    }
}

extension LayerOperation {
    /// How many tensors it takes.
    public var arity: Arity { .one }
    /// The weights for inputs of these shapes.
    public func weights(for inputs: [BatchShape]) throws(Refusal) -> [WeightSpec] { [] }
    /// Refuses what has no output's shape.
    public func requireFit(_ inputs: [BatchShape]) throws(Refusal) { _ = try outputShape(for: inputs) }
    /// Whether there is nothing to build.
    public var isBuiltFromTheStart: Bool { false }
    /// Multiply-accumulates for one sample.
    public func multiplyAccumulates(inputs: [BatchShape], output: BatchShape) -> Int? { 0 }
    /// How the engine computes its convolutions; there are none.
    public func convolutionPlans(for sizes: [Int]) throws -> [ConvolutionPlan] { [] }
    /// How the output looks at the input.
    public var window: [WindowStep] { [] }
}

/// The weights of one built layer, and what was prepared from them for the engine.
public final class LayerState {
    /// The weights, in the order of `LayerOperation.weights(for:)`.
    public private(set) var weights: [Tensor]
    /// The version of the weights.
    public private(set) var version: Int
    private var prepared: [AnyHashable: (version: Int, value: any Sendable)] = [:]

    /// The state of a layer with these weights.
    public init(weights: [Tensor], version: Int = 0) {
        self.weights = weights
        self.version = version
    }

    /// Replaces the weights; what was prepared from the old ones is dropped.
    public func replace(_ weights: [Tensor], version: Int) {
        self.weights = weights
        self.version = version
        prepared = [:]
    }

    /// Something derived from the weights, made once and kept until they change.
    /// - Parameter version: the version of another layer's weights from which it is derived as well.
    public func prepare<Key: Hashable, Prepared: Sendable>(
        _ key: Key, from version: Int = 0, _ make: () throws -> Prepared
    ) rethrows -> Prepared {
        if let kept = prepared[AnyHashable(key)], kept.version == version, let value = kept.value as? Prepared {
            return value
        }
        let made = try make()
        prepared[AnyHashable(key)] = (version, made)
        return made
    }
}
