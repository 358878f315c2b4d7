import Layers
import TensorEngine

/// A layer of a network: something that can be called on tensors, with a name and weights.
///
/// `CatalogueLayer` is a layer of the catalogue, `InputLayer` the start of a network; `Model` is a network used as a layer.
open class Layer {
    /// The name, unique unless the user gave it.
    public var name: String
    /// The name behind those of the models it was built in: `sequential/conv2d`.
    public internal(set) var path: String
    /// The class, as Keras names it: `Conv2D`, `Functional`.
    public let className: String
    /// Names, random numbers and settings of the session.
    public let context: NetworkContext
    /// Every call on symbolic tensors, in order.
    public private(set) var inboundNodes: [Node] = []
    /// The shapes of the outputs of its first call, be it on data or inside of a layer of a script, which make no node.
    public private(set) var firstShapes: [BatchShape] = []
    /// Counts the layers of the session in the order in which they were made.
    public let number: Int
    /// What its calls on data have added to the loss.
    public let callLosses: CallLosses
    /// Whether training may change the weights. Setting it sets the same for each of them, and for inner layers.
    public var isTrainable: Bool {
        get { trainableFlag }
        set {
            trainableFlag = newValue
            passOnTrainable()
        }
    }

    /// The layer's own flag: a clone takes it over without touching the flags of its weights and inner layers.
    var trainableFlag = true

    /// What a script has said of `supports_masking`; nil where it has said nothing.
    var maskingFlag: Bool?

    /// Sets the flags of what the layer consists of to its own.
    func passOnTrainable() {
        for weight in ownWeights where weight.spec.isTrainable { weight.isTrainable = trainableFlag }
    }

    /// The weights that the layer itself has.
    var ownWeights: [Weight] { [] }

    init(name: String?, className: String, context: NetworkContext) {
        self.className = className
        self.context = context
        number = context.nextLayerNumber()
        callLosses = CallLosses(context.journal)
        self.name = name ?? context.automaticName(forClass: className)
        path = self.name
    }

    // MARK: What each kind of layer says of itself

    /// Whether the weights' shapes are known.
    open var isBuilt: Bool { true }

    /// All weights, those of inner layers included: trainable ones first, as in Keras.
    open var weights: [Weight] { [] }

    /// The shape, batch axis first, that its arguments say it gets as the first layer of a network; nil if they do not.
    open var declaredInputShape: BatchShape? { nil }

    /// The canonical Keras 3 constructor call.
    open var representation: String { "<\(className) name=\(name), built=\(isBuilt ? "True" : "False")>" }

    /// Fixes the weights' shapes.
    /// - Parameter inputs: the shapes of the inputs, batch axis first.
    /// - Throws: `Refusal` where the shapes do not fit the layer.
    open func build(_ inputs: [BatchShape]) throws(Refusal) {}

    /// The shapes of the outputs for inputs of these shapes; builds nothing.
    open func outputShapes(for inputs: [BatchShape]) throws(Refusal) -> [BatchShape] { inputs }

    /// The outputs of a call for these data. The layer is built if it is not.
    /// - Parameters:
    ///   - node: the call; nil where it is none of a network.
    ///   - training: whether the layer works as in training; nil where nothing says so, which is at inference.
    ///   - context: what the calls within this one know of it.
    func forward(
        _ call: CallInputs, in node: Node?, training: Bool?, _ context: CallContext
    ) throws -> [MaskedTensor] { call.inputs }

    /// The shapes of the outputs of one of its calls for inputs of these shapes.
    func outputShapes(in node: Node, for inputs: [BatchShape]) throws(Refusal) -> [BatchShape] {
        try outputShapes(for: inputs)
    }

    /// The network that one of its calls consists of, for inputs of these shapes; nil for a layer that has none inside.
    open func network(inside node: Node, for shapes: [BatchShape]) -> Model? { nil }

    /// Multiply-accumulate operations for one sample; see `Operation`.
    open func multiplyAccumulates(inputs: [BatchShape], outputs: [BatchShape]) -> Dim { .unknown }

    /// Sizes of the inputs that must be equal and are not known to be; see `Operation`.
    open func matches(_ inputs: [BatchShape]) -> [SizeMatch] { [] }

    /// Which elements of each input an element of one output depends on; see `Operation`.
    open func positions(ofOutput output: Int, inputs: [BatchShape], outputs: [BatchShape]) -> [Positions] {
        inputs.map { .unknown($0) }
    }

    // MARK: What follows from it

    /// The outputs for these data at inference. The layer is built if it is not.
    public func forward(_ inputs: [Tensor]) throws -> [Tensor] {
        try forward(CallInputs(inputs.map { MaskedTensor($0) }), in: nil, training: nil, CallContext()).map(\.tensor)
    }

    /// Calls the layer on symbolic tensors, which makes a node of a network.
    /// - Parameters:
    ///   - states: the states that a recurrent layer begins with; empty for none.
    ///   - masks: the argument `mask`, one for each input; empty where it is not given.
    /// - Throws: `Refusal` where the shapes do not fit.
    public func call(
        _ inputs: [SymbolicTensor], states: [SymbolicTensor] = [], masks: [SymbolicTensor] = [],
        training: TrainingArgument = .absent
    ) throws(Refusal) -> [SymbolicTensor] {
        let shapes = inputs.map(\.shape)
        do {
            try build(shapes)
            let outputs = try outputShapes(for: shapes)
            // As in Keras, a mask that hangs on the input becomes a part of the network where nothing else was given.
            let isBare = masks.isEmpty && states.isEmpty && training == .absent
            let found = isBare && !context.isTracing && takesMask && inputs.count == 1 ? inputs[0].mask : nil
            let known = found.map { [$0] } ?? masks
            let node = Node(
                layer: self, inputs: inputs + states + known, given: training,
                roles: CallRoles(states: states.count, masks: known.count, givesMasks: !masks.isEmpty))
            node.makeOutputs(outputs, context)
            if !context.isTracing { try hangMasks(on: node, inputs, known) }
            noteCall(node)
            return node.outputs
        } catch {
            var refusal = error.inLayer(name: name, className: className)
            context.explainRefusal(&refusal, self, inputs)
            throw refusal
        }
    }

    /// Gives the outputs of a call the masks that they have.
    private func hangMasks(
        on node: Node, _ inputs: [SymbolicTensor], _ known: [SymbolicTensor]
    ) throws(Refusal) {
        guard supportsMasking else { return }
        let rule = (self as? CatalogueLayer)?.maskRule ?? .same
        let masks = known.isEmpty ? inputs.map(\.mask) : known
        // The functions that make masks say which of their tensors have some, too.
        node.outputs[0].mask = try rule.mask(of: inputs, masks: masks, context.maskFunctions)
    }

    /// Records a call, unless a layer of a script is looked into, whose inner layers do not know of it, as in Keras.
    func noteCall(_ node: Node) {
        if firstShapes.isEmpty, !context.isTrying { firstShapes = node.outputs.map(\.shape) }
        guard !context.isTracing else { return }
        inboundNodes.append(node)
        context.didCall(node)
    }

    /// What a call on symbolic tensors would make, and how many values the layer's weights would have. The layer is not
    /// built and does not know of the call.
    /// - Throws: `Refusal` where the shapes do not fit.
    public func rehearse(
        _ inputs: [SymbolicTensor]
    ) throws(Refusal) -> (outputs: [SymbolicTensor], parameterCount: Int) {
        let shapes = inputs.map(\.shape)
        do {
            // Where weights are fixed, this checks that they fit.
            if isBuilt { try build(shapes) }
            let outputs = try outputShapes(for: shapes)
            let count = isBuilt ? parameterCount : Layer.count(of: try weightSpecs(for: shapes))
            let node = Node(layer: self, inputs: inputs)
            node.makeOutputs(outputs, context)
            return (node.outputs, count)
        } catch {
            throw error.inLayer(name: name, className: className)
        }
    }

    /// The weights that building for inputs of these shapes would make.
    func weightSpecs(for inputs: [BatchShape]) throws(Refusal) -> [WeightSpec] { [] }

    /// Calls the layer on data.
    /// - Throws: `Refusal` where the shapes do not fit, `EngineError` from the computation.
    public func callOnData(_ inputs: [Tensor], training: TrainingArgument = .absent) throws -> [Tensor] {
        try callOnData(CallInputs(inputs.map { MaskedTensor($0) }), training: training).map(\.tensor)
    }

    /// Calls the layer on data on which masks may hang.
    /// - Throws: `Refusal` where the shapes do not fit, `EngineError` from the computation.
    open func callOnData(_ data: CallInputs, training: TrainingArgument = .absent) throws -> [MaskedTensor] {
        let shapes = data.inputs.map { BatchShape($0.tensor.shape.dims) }
        do { try requireFit(shapes) } catch { throw error.inLayer(name: name, className: className) }
        let call = context.currentCall ?? CallContext(remembers: true)
        let outputs = try forward(data, in: nil, training: call.settle(training, usual: usualTraining), call)
        if firstShapes.isEmpty { firstShapes = outputs.map { BatchShape($0.tensor.shape.dims) } }
        return outputs
    }

    /// Builds the layer for data of these shapes, and refuses those that it cannot compute with.
    func requireFit(_ shapes: [BatchShape]) throws(Refusal) {
        try build(shapes)
        _ = try outputShapes(for: shapes)
    }

    /// The name by which a person knows it: the variable that holds it, that of an input's tensor, or else its own.
    public var shownName: String {
        context.variable(self) ?? (self as? InputLayer).flatMap { context.variable($0.output) } ?? name
    }

    /// The name by which a person knows it, and its own, by which the summary knows it, where that is another: `b = block_2`.
    public var fullName: String { Layer.fullName(context.variable(self), name) }

    /// A variable and a name, once where they are the same.
    public static func fullName(_ variable: String?, _ name: String) -> String {
        guard let variable, variable != name else { return name }
        return "\(variable) = \(name)"
    }

    /// Whether it was called on anything: tensors, data, or the inputs for which a layer of a script was built.
    public var wasCalled: Bool {
        !inboundNodes.isEmpty || !firstShapes.isEmpty || (self as? ScriptedLayer)?.hasFirstCall == true
    }

    /// Records a node that no call made, such as an input's.
    func record(_ node: Node) { inboundNodes.append(node) }

    /// Number of values in all weights; `Int.max` where they cannot be counted.
    public var parameterCount: Int { Layer.values(in: weights) }

    /// Number of values in the weights that training may change.
    public var trainableParameterCount: Int { Layer.values(in: trainableWeights) }

    /// The bits of the numbers in all weights, and in those that training may change; nil for more than can be counted.
    public var parameterBits: ParameterBits {
        func sum(_ weights: [Weight]) -> Int? {
            let bits = weights.compactMap(\.bitCount)
            return bits.count == weights.count ? checkedSum(bits) : nil
        }
        return ParameterBits(all: sum(weights), trainable: sum(trainableWeights))
    }

    private static func values(in weights: [Weight]) -> Int { count(of: weights.map(\.spec)) }

    private static func count(of specs: [WeightSpec]) -> Int { checkedSum(specs.map(\.count)) ?? Int.max }

    /// The weights that training may change.
    open var trainableWeights: [Weight] { isTrainable ? weights.filter(\.isTrainable) : [] }

    /// The weights that training leaves alone.
    public var nonTrainableWeights: [Weight] {
        let trainable = Set(trainableWeights.map(ObjectIdentifier.init))
        return weights.filter { !trainable.contains(ObjectIdentifier($0)) }
    }

    /// What the regularizers of the weights add to the loss, one number each.
    public func weightLosses() throws -> [Float] {
        try trainableWeights.compactMap { weight in
            try weight.spec.regularizer?.product.penalty(weight.value())
        }
    }

    /// Replaces the values of all weights.
    /// - Parameters:
    ///   - values: one tensor per weight, in the order of `weights`.
    ///   - isFirst: whether they are the values that new weights begin with.
    /// - Throws: `Refusal` where the number or a shape differs.
    open func setWeights(_ values: [Tensor], isFirst: Bool = false) throws(Refusal) {
        let weights = self.weights
        guard values.count == weights.count else {
            throw Refusal(
                "You called `set_weights(weights)` on layer '\(name)' with a weight list of length \(values.count), "
                    + "but the layer was expecting \(weights.count) weights.",
                remedy: weights.isEmpty
                    ? "the layer has no weights, or is not built yet"
                    : "give \(weights.map { BatchShape($0.spec.shape).description }.joined(separator: ", "))")
        }
        for (weight, value) in zip(weights, values) {
            guard weight.spec.shape == value.shape.dims else {
                throw Refusal(
                    "Layer \(name) weight shape \(BatchShape(weight.spec.shape)) is not compatible with provided weight "
                        + "shape \(BatchShape(value.shape.dims)).",
                    remedy: "'\(weight.path)' takes an array of shape \(BatchShape(weight.spec.shape))")
            }
            try weight.assign(value, isFirst: isFirst)
        }
    }
}

extension Refusal {
    /// The same refusal, saying of which layer.
    fileprivate func inLayer(name: String, className: String) -> Refusal {
        var copy = self
        copy.rule = rule.replacingFirst(
            "The input is incompatible with the layer",
            with: "Input 0 of layer \"\(name)\" is incompatible with the layer")
        return copy
    }
}

extension String {
    /// The string with the first occurrence of `old` replaced.
    fileprivate func replacingFirst(_ old: String, with new: String) -> String {
        guard hasPrefix(old) else { return self }
        return new + dropFirst(old.count)
    }
}
