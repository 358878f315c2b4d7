import Layers
import TensorEngine

/// A layer that performs an operation: one made from a definition of the catalogue, or a function of tensors such as
/// `x * 2`, which Keras calls an operation.
public final class CatalogueLayer: Layer {
    /// Whether it is a function of tensors: `Model.layers` leaves it out and the summary shows it, as in Keras.
    public let isFunction: Bool
    /// What the maker of a function needs to write it down in a config; the network does not look inside.
    public var origin: AnyObject?
    /// The definition, the arguments, and the operation they make.
    public private(set) var made: Made<any Operation>
    /// What the layer does, if that is something else in training.
    let trainingOperation: (any TrainingOperation)?
    /// Whether it is what an object of a script's class is in the first place, so that both have one path.
    public var isBase = false
    private var builtWeights: [Weight]?
    private var memory: [Tensor] = []
    private var state: LayerState?
    /// Gives each call in training a seed of its own; nil for layers without random numbers.
    public let seedGenerator: SeedGenerator?
    /// The shapes it was built for.
    public private(set) var builtFor: [BatchShape] = []

    /// Makes a layer.
    /// - Parameters:
    ///   - made: the definition with its checked arguments.
    ///   - context: names, seed and settings of the session.
    ///   - name: a name that comes before that of the arguments; nil for none.
    ///   - className: the class of a script that derives from the layer's; nil for its own.
    ///   - isFunction: whether it is a function of tensors.
    public init(
        _ made: Made<any Operation>, context: NetworkContext, name: String? = nil, className: String? = nil,
        isFunction: Bool = false
    ) {
        self.made = made
        self.isFunction = isFunction
        // Functions of tensors do not have the argument `training`.
        trainingOperation = isFunction ? nil : made.product as? any TrainingOperation
        seedGenerator = made.arguments.layerSeed.map { SeedGenerator(seed: $0, journal: context.journal) }
        super.init(
            name: name ?? made.arguments.optionalString("name"), className: className ?? made.definition.name,
            context: context)
        if !isFunction { isTrainable = made.arguments.bool("trainable") }
        // Keras counts layers that have nothing to build as built from the start.
        if operation.isBuiltFromTheStart { builtWeights = [] }
    }

    /// Sets a flag among the arguments.
    public func set(_ name: String, _ flag: Bool) throws(Refusal) {
        made = try made.with(name, flag)
        context.noteChange()
    }

    /// What mask its outputs have; nil where it does not support masking, as a function of tensors.
    public var maskRule: MaskRule? { masking?.maskRule }

    /// Whether its values depend on a mask.
    public var usesMask: Bool { masking?.usesMask ?? false }

    private var masking: (any MaskedOperation)? { isFunction ? nil : operation as? any MaskedOperation }

    /// What the layer does.
    public var operation: any Operation { made.product }

    public override var declaredInputShape: BatchShape? {
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

    public override var representation: String { isFunction ? super.representation : made.description }

    public override func build(_ inputs: [BatchShape]) throws(Refusal) {
        try checkArity(inputs.count)
        if isBuilt { return try checkSameWeights(inputs) }
        let specs = try weightSpecs(for: inputs)
        path = isBase && context.isInside(name) ? context.path : context.path(of: name)
        let weights = specs.map { spec in
            let parts = [path, spec.part, spec.name].compactMap { $0 }
            return Weight(spec: spec, path: parts.joined(separator: "/"), context)
        }
        for weight in weights where !isTrainable { weight.isTrainable = false }
        // A function of the language may print, or draw from a generator: it is called when the weight is made, as in Keras.
        for weight in weights where weight.spec.initializer.product.origin != nil { try weight.fill() }
        builtWeights = weights
        builtFor = inputs
        try takeInitialWeights()
    }

    override func weightSpecs(for inputs: [BatchShape]) throws(Refusal) -> [WeightSpec] {
        let specs = try operation.weights(for: inputs)
        try WeightSpec.requireCountable(specs)
        return specs
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
        try setWeights(tensors, isFirst: true)
    }

    override func outputShapes(in node: Node, for inputs: [BatchShape]) throws(Refusal) -> [BatchShape] {
        try outputShapes(for: node.roles.parts(of: inputs).inputs)
    }

    public override func outputShapes(for inputs: [BatchShape]) throws(Refusal) -> [BatchShape] {
        try checkArity(inputs.count)
        // A function that is called on zeros to find the shapes draws no random numbers of TensorFlow's, as in Keras.
        let seeds = context.operationSeeds
        defer { context.operationSeeds = seeds }
        return try operation.outputShapes(for: inputs)
    }

    /// The penalty on its outputs; nil for none.
    public var activityRegularizer: Regularizer? {
        // Keras's SimpleRNN takes one and leaves it alone.
        guard !isFunction, className != "SimpleRNN" else { return nil }
        return made.arguments.regularizer("activity_regularizer")?.product
            ?? (operation as? any PenalizingOperation)?.penalty
    }

    override func forward(
        _ call: CallInputs, in node: Node?, training: Bool?, _ context: CallContext
    ) throws -> [MaskedTensor] {
        let outputs = try computed(call, training: training, context)
        // Where it is what an object of a script is in the first place, the object has the penalty.
        if context.remembers, !isBase, let activityRegularizer {
            try callLosses.addPenalties(of: outputs.map(\.tensor), activityRegularizer.penalty)
        }
        return outputs
    }

    private func computed(
        _ call: CallInputs, training: Bool?, _ context: CallContext
    ) throws -> [MaskedTensor] {
        let inputs = call.tensors
        let shapes = inputs.map { BatchShape($0.shape.dims) }
        try requireFit(shapes)
        noteWork(shapes)
        let isFrozen = !isTrainable && trainingOperation?.isFrozenWithItsLayer ?? false
        let isTraining = training == true && !isFrozen
        var settings = OperationContext(try currentState(), isTraining: isTraining, host: self)
        settings.remembers = context.remembers
        guard !call.isPlain, !isFunction else {
            return try outputs(try operation.forward(inputs, settings), call, [], isTraining)
        }
        let masks: [Tensor?] = call.masks.isEmpty ? call.inputs.map(\.mask) : call.masks
        settings.initialStates = call.states
        // As in Keras, one that hangs on the input is handed on but not used where there is an `initial_state`.
        let isUsed = call.states.isEmpty || !call.masks.isEmpty
        if isUsed, masks.contains(where: { $0 != nil }) { settings.masks = masks }
        return try outputs(try operation.forward(inputs, settings), call, masks, isTraining)
    }

    /// The outputs with the masks that they have.
    private func outputs(
        _ results: [Tensor], _ call: CallInputs, _ masks: [Tensor?], _ isTraining: Bool
    ) throws -> [MaskedTensor] {
        guard supportsMasking, !isFunction else { return results.map { MaskedTensor($0) } }
        if let input = call.inputs.first, input.hung != nil, masking?.handsOn(isTraining: isTraining) ?? false {
            return [MaskedTensor(results[0], hung: input.hung).masked(by: masks.first ?? nil)]
        }
        let rule = maskRule ?? .same
        guard rule == .notZero || !masks.isEmpty else { return results.map { MaskedTensor($0) } }
        let mask = try rule.mask(of: call.tensors, masks: masks)
        return results.enumerated().map { MaskedTensor($1, mask: $0 == 0 ? mask : nil) }
    }

    /// Counts what a computation for inputs of these shapes takes, if anybody wants to know.
    func noteWork(_ shapes: [BatchShape]) {
        guard let done = context.multiplyAccumulatesDone, let outputs = try? operation.outputShapes(for: shapes),
            let perSample = operation.multiplyAccumulates(inputs: shapes, outputs: outputs).known,
            let count = checkedProduct([perSample, shapes.first?.dims.first?.known ?? 1])
        else { return }
        context.multiplyAccumulatesDone = checkedSum([done, count]) ?? Int.max
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

    /// The values of the weights, in the order of `Operation.weights(for:)`.
    /// - Throws: as `Weight.value`.
    public func operationWeights() throws -> [Tensor] { try currentState().weights }

    public override func multiplyAccumulates(inputs: [BatchShape], outputs: [BatchShape]) -> Dim {
        operation.multiplyAccumulates(inputs: inputs, outputs: outputs)
    }

    public override func matches(_ inputs: [BatchShape]) -> [SizeMatch] { operation.matches(inputs) }

    public override func positions(
        ofOutput output: Int, inputs: [BatchShape], outputs: [BatchShape]
    ) -> [Positions] {
        let found = operation.positions(ofOutput: output, inputs: inputs, outputs: outputs)
        // An operation does not know of states and masks that a call was given.
        return found + inputs.dropFirst(found.count).map { .unknown($0) }
    }
}

extension CatalogueLayer: OperationHost {
    /// The next seed of the layer's generator; seed 0 for a layer without one.
    public func drawSeed() -> RandomSeed { seedGenerator?.next() ?? RandomSeed(0) }

    /// What a stateful layer ended its last call with.
    public var remembered: [Tensor] { memory }

    /// Keeps what a stateful layer ended a call with.
    public func remember(_ values: [Tensor]) {
        let before = memory
        context.journal.keep(self) { self.memory = before }
        memory = values
        context.noteChange()
    }

    /// Replaces the value of a weight, in the order of `Operation.weights(for:)`.
    public func update(weight index: Int, to value: Tensor) throws(Refusal) { try ownWeights[index].assign(value) }
}
