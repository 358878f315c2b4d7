import Layers
import TensorEngine

/// A layer made from a definition of the catalogue.
public final class CatalogueLayer: Layer {
    /// The definition, the arguments, and the operation they make.
    public let made: Made<any LayerOperation>
    private var builtWeights: [Weight]?
    private var state: LayerState?
    /// Gives each call in training a seed of its own; nil for layers without random numbers.
    public let seedGenerator: SeedGenerator?
    /// The penalty on the output of the last call on data, for each sample; nil before the first, or without a regularizer.
    public private(set) var activityPenalty: Float?
    /// The shapes it was built for.
    public private(set) var builtFor: [BatchShape] = []

    /// Makes a layer.
    /// - Parameters:
    ///   - made: the definition with its checked arguments.
    ///   - context: names, seed and settings of the session.
    ///   - name: a name that comes before that of the arguments; nil for none.
    public init(_ made: Made<any LayerOperation>, context: NetworkContext, name: String? = nil) {
        self.made = made
        seedGenerator = made.arguments.layerSeed.map(SeedGenerator.init)
        super.init(
            name: name ?? made.arguments.optionalString("name"), className: made.definition.name, context: context)
        isTrainable = made.arguments.bool("trainable")
        // Keras counts layers that have nothing to build as built from the start.
        if operation.isBuiltFromTheStart { builtWeights = [] }
    }

    /// What the layer does.
    public var operation: any LayerOperation { made.product }

    /// The shape, batch axis first, that the arguments say the first layer of a network gets; nil if they do not.
    public var declaredInputShape: BatchShape? {
        if let sizes = made.arguments["batch_input_shape"].items { return BatchShape(sizes.map(\.size)) }
        guard let sizes = made.arguments["input_shape"].items else { return nil }
        return BatchShape([Dim(made.arguments.optionalInt("batch_size"))] + sizes.map(\.size))
    }

    public override var isBuilt: Bool { builtWeights != nil }

    override var ownWeights: [Weight] { builtWeights ?? [] }

    public override var weights: [Weight] {
        let own = ownWeights
        return own.filter(\.spec.isTrainable) + own.filter { !$0.spec.isTrainable }
    }

    public override var representation: String { made.description }

    public override func build(_ inputs: [BatchShape]) throws(Refusal) {
        try checkArity(inputs.count)
        if isBuilt { return try checkSameWeights(inputs) }
        let specs = try operation.weights(for: inputs)
        path = context.path(of: name)
        let weights = specs.map { Weight(spec: $0, path: "\(path)/\($0.name)", changes: context.changes) }
        for weight in weights where !isTrainable { weight.isTrainable = false }
        // A function of the language may print, or draw from a generator: it is called when the weight is made, as in Keras.
        for weight in weights where weight.spec.initializer.product.origin != nil { try weight.fill() }
        builtWeights = weights
        builtFor = inputs
        try takeInitialWeights()
    }

    /// A built layer takes other sizes, but only if its weights stay as they are.
    private func checkSameWeights(_ inputs: [BatchShape]) throws(Refusal) {
        if inputs == builtFor { return }
        let wanted = try operation.weights(for: inputs).map(\.shape)
        guard wanted == ownWeights.map(\.spec.shape) else {
            throw Refusal(
                argument: "inputs",
                "The input is incompatible with the layer: it was built for input of shape "
                    + "\(builtFor.map(\.description).joined(separator: ", ")), and its weights fit no other channels.",
                received: "shape=\(inputs.map(\.description).joined(separator: ", "))",
                remedy: "make a new layer for the other input")
        }
    }

    private func checkArity(_ count: Int) throws(Refusal) {
        switch operation.arity {
        case .one where count != 1:
            throw Refusal(
                argument: "inputs", "Layer \"\(name)\" expects 1 input(s), but it received \(count) input tensors.",
                remedy: "a merge layer such as Concatenate or Add takes several")
        case .atLeast(let least) where count < least:
            throw Refusal(
                argument: "inputs", "A `\(className)` layer should be called on a list of at least \(least) inputs.",
                received: "\(count) input\(count == 1 ? "" : "s")")
        case .exactly(let exact) where count != exact:
            throw Refusal(
                argument: "inputs", "A `\(className)` layer should be called on a list of exactly \(exact) inputs.",
                received: "\(count) input\(count == 1 ? "" : "s")")
        default: break
        }
    }

    /// Keras 1's `weights=[…]`: values the layer starts with.
    private func takeInitialWeights() throws(Refusal) {
        guard let items = made.arguments["weights"].items else { return }
        let tensors = items.compactMap { if case .tensor(let tensor) = $0 { tensor } else { nil } }
        guard tensors.count == items.count else {
            throw Refusal(argument: "weights", "The `weights` argument must be a list of arrays.")
        }
        try setWeights(tensors)
    }

    public override func outputShapes(for inputs: [BatchShape]) throws(Refusal) -> [BatchShape] {
        try checkArity(inputs.count)
        return [try operation.outputShape(for: inputs)]
    }

    /// Computes, and keeps the penalty on what came out.
    public override func callOnData(
        _ inputs: [Tensor], training: TrainingArgument = .absent
    ) throws -> [Tensor] {
        let outputs = try super.callOnData(inputs, training: training)
        if let regularizer = made.arguments.regularizer("activity_regularizer"), let output = outputs.first {
            activityPenalty = try regularizer.product.penalty(output) / Float(max(output.shape.dims.first ?? 1, 1))
        }
        return outputs
    }

    override func forward(_ inputs: [Tensor], training: Bool?, _ context: CallContext) throws -> [Tensor] {
        try requireFit(inputs.map { BatchShape($0.shape.dims) })
        guard training == true, let operation = operation as? any TrainingOperation,
            isTrainable || !operation.isFrozenWithItsLayer
        else { return [try operation.forward(inputs, currentState())] }
        let step = try operation.trainingForward(inputs, currentState()) { seedGenerator?.next() ?? RandomSeed(0) }
        for (index, value) in step.updates { try ownWeights[index].assign(value) }
        return [step.output]
    }

    /// Asked before every computation: a function of the language may yield other shapes than it was said to.
    override func requireFit(_ shapes: [BatchShape]) throws(Refusal) {
        try build(shapes)
        try operation.requireFit(shapes)
    }

    /// The weights and what was prepared from them, both of the weights' present version.
    func currentState() throws -> LayerState {
        let weights = ownWeights
        // Versions only grow, so that their sum is another after every change.
        let version = weights.reduce(0) { $0 &+ $1.version }
        if let state, state.version == version, state.weights.count == weights.count { return state }
        let values = try weights.map { try $0.value() }
        let state = self.state ?? LayerState(weights: [])
        state.replace(values, version: version)
        self.state = state
        return state
    }

    public override func multiplyAccumulates(inputs: [BatchShape], outputs: [BatchShape]) -> Int? {
        operation.multiplyAccumulates(inputs: inputs, output: outputs[0])
    }

    public override var window: [WindowStep] { operation.window }
}
