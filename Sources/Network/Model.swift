import Layers
import TensorEngine

/// A network between some inputs and some outputs, which is a layer itself.
open class Model: Layer {
    /// The tensors data are fed to; empty while a Sequential does not know its input.
    public internal(set) var inputs: [SymbolicTensor]
    /// The tensors the model answers with.
    public internal(set) var outputs: [SymbolicTensor]
    /// How the inputs and the outputs were given: one, a list, or a dict.
    public internal(set) var arrangement = (inputs: Arrangement.one, outputs: Arrangement.one)
    private var order: GraphOrder?

    /// The shape of its first input.
    public override var declaredInputShape: BatchShape? { inputs.first?.shape }

    /// Makes a model from its inputs to its outputs.
    /// - Throws: `Refusal` where an output does not depend on the inputs alone.
    public init(
        inputs: [SymbolicTensor], outputs: [SymbolicTensor], name: String?, className: String = "Functional",
        context: NetworkContext
    ) throws(Refusal) {
        self.inputs = inputs
        self.outputs = outputs
        super.init(name: name, className: className, context: context)
        if !outputs.isEmpty {
            try requireConnected()
            try requireUniqueNames()
            try requireShallow(layers)
        }
    }

    /// The network inside of a call of a layer of a script, whose layers may have any names.
    init(inside layer: Layer, inputs: [SymbolicTensor], outputs: [SymbolicTensor]) {
        self.inputs = inputs
        self.outputs = outputs
        super.init(name: layer.name, className: layer.className, context: layer.context)
    }

    /// The network from the inputs that a tensor depends on to the tensor, to look at: it takes no automatic name, and its
    /// layers may have any.
    public init(leadingTo tensor: SymbolicTensor) {
        inputs = GraphWalk.inputs(of: tensor)
        outputs = [tensor]
        super.init(name: "functional", className: "Functional", context: tensor.layer.context)
    }

    public override func network(inside node: Node, for shapes: [BatchShape]) -> Model? { self }

    /// Says how the inputs and the outputs were given.
    public func arrange(inputs: Arrangement, outputs: Arrangement) { arrangement = (inputs, outputs) }

    /// The nodes and layers in Keras's order.
    private var graph: GraphOrder {
        if let order { return order }
        let made = GraphOrder(inputs: inputs, outputs: outputs)
        order = made
        return made
    }

    /// Takes other ends, as a Sequential does when a layer is added.
    func setEnds(inputs: [SymbolicTensor], outputs: [SymbolicTensor]) {
        self.inputs = inputs
        self.outputs = outputs
        order = nil
    }

    /// The layers and, between them, the functions of tensors, in Keras's order.
    open var operations: [Layer] { graph.layers }

    /// The layers, as Keras lists them: without functions such as `x * 2`.
    open var layers: [Layer] { operations.filter { ($0 as? CatalogueLayer)?.isFunction != true } }

    /// The calls that lead from the inputs to the outputs, each after those it depends on.
    public var nodes: [Node] { graph.nodes }

    /// Refuses a network whose outputs need an input that the model does not have.
    private func requireConnected() throws(Refusal) {
        let known = Set(inputs.map { ObjectIdentifier($0.node) })
        for node in graph.nodes where node.inputs.isEmpty && !known.contains(ObjectIdentifier(node)) {
            throw Refusal(
                argument: "inputs",
                "Graph disconnected: `outputs` depend on the tensor '\(node.layer.shownName)', which is not among `inputs`.",
                remedy: "add it to `inputs`")
        }
    }

    private func requireUniqueNames() throws(Refusal) {
        var seen: Set<String> = []
        for layer in layers where !seen.insert(layer.name).inserted {
            throw Refusal(
                argument: "name",
                "The name \"\(layer.name)\" is used \(layers.filter { $0.name == layer.name }.count) times in the model. "
                    + "All operation names should be unique.", remedy: "give the layers other names")
        }
    }

    /// Models lie in one another no deeper than this, as what is asked of one goes through all that are in it.
    private static let mostNested = 256

    /// Refuses layers that contain this model, and models that lie too deep in one another.
    func requireShallow(_ layers: [Layer]) throws(Refusal) {
        var models = layers.compactMap { $0 as? Model }
        for _ in 0..<Model.mostNested {
            if models.isEmpty { return }
            if models.contains(where: { $0 === self }) {
                throw Refusal(
                    .recursionError, argument: "layer", "Model '\(name)' cannot be a layer of itself.",
                    remedy: "a copy can: keras.models.clone_model(model)")
            }
            var seen: Set<ObjectIdentifier> = []
            models = models.flatMap(\.layers).compactMap { $0 as? Model }
                .filter { seen.insert(ObjectIdentifier($0)).inserted }
        }
        throw Refusal(
            .recursionError, argument: "layer", "Models lie in one another more than \(Model.mostNested) deep.",
            remedy: "add the layers themselves")
    }

    // MARK: As a layer

    public override var isBuilt: Bool { !outputs.isEmpty }

    /// The layers' weights, each once, in the order of the layers.
    public override var weights: [Weight] {
        var seen: Set<ObjectIdentifier> = []
        return layers.flatMap(\.weights).filter { seen.insert(ObjectIdentifier($0)).inserted }
    }

    public override var trainableWeights: [Weight] {
        guard isTrainable else { return [] }
        var seen: Set<ObjectIdentifier> = []
        return layers.flatMap(\.trainableWeights).filter { seen.insert(ObjectIdentifier($0)).inserted }
    }

    override func passOnTrainable() { for layer in layers { layer.isTrainable = trainableFlag } }

    override func outputShapes(in node: Node, for shapes: [BatchShape]) throws(Refusal) -> [BatchShape] {
        try outputShapes(for: node.roles.parts(of: shapes).inputs)
    }

    public override func outputShapes(for shapes: [BatchShape]) throws(Refusal) -> [BatchShape] {
        try requireInputs(shapes)
        var known = Dictionary(zip(inputs.map(ObjectIdentifier.init), shapes)) { first, _ in first }
        for call in try calls(for: shapes) {
            for (tensor, shape) in zip(call.node.outputs, call.outputs) { known[ObjectIdentifier(tensor)] = shape }
        }
        return outputs.compactMap { known[ObjectIdentifier($0)] }
    }

    override func requireFit(_ shapes: [BatchShape]) throws(Refusal) { try super.requireFit(inRank(shapes)) }

    /// The shapes of data with the axes that the inputs have: as in Keras, a last axis of size 1 may be missing, or one too
    /// many.
    private func inRank(_ shapes: [BatchShape]) -> [BatchShape] {
        guard shapes.count == inputs.count else { return shapes }
        return zip(shapes, inputs.map(\.shape)).map { shape, input in
            if shape.rank == input.rank + 1, shape.dims.last == 1 { return BatchShape(shape.dims.dropLast()) }
            if shape.rank == input.rank - 1, input.dims.last == 1 { return BatchShape(shape.dims + [1]) }
            return shape
        }
    }

    /// The data with the axes that the inputs have.
    private func inRank(_ data: CallInputs) throws -> CallInputs {
        var data = data
        let shapes = inRank(data.inputs.map { BatchShape($0.tensor.shape.dims) })
        for (place, shape) in shapes.enumerated() where shape.rank != data.inputs[place].tensor.shape.rank {
            let tensor = try data.inputs[place].tensor.reshaped(Shape(shape.dims.compactMap(\.known)))
            data.inputs[place] = MaskedTensor(tensor, hung: data.inputs[place].hung)
        }
        return data
    }

    override func forward(
        _ given: CallInputs, in node: Node?, training: Bool?, _ call: CallContext
    ) throws -> [MaskedTensor] {
        let data = try inRank(given)
        try requireInputs(data.inputs.map { BatchShape($0.tensor.shape.dims) })
        var feeds: [ObjectIdentifier: MaskedTensor] = [:]
        for (index, (input, value)) in zip(inputs, data.inputs).enumerated() {
            let mask = data.masks.indices.contains(index) ? data.masks[index] : nil
            feeds[ObjectIdentifier(input)] = mask.map { MaskedTensor(value.tensor, mask: $0) } ?? value
        }
        let isTraining = training == true || (training == nil && (call.training == true || trainsBySelf))
        guard isTraining else { return try Evaluator(context).values(of: outputs, feeding: feeds, call) }
        return try Evaluator(context).values(of: outputs, running: nodes, feeding: feeds, training: training, call)
    }

    /// Refuses inputs that the network was not made for; the size of the batch may be any.
    private func requireInputs(_ shapes: [BatchShape]) throws(Refusal) {
        guard shapes.count == inputs.count else {
            throw Refusal(
                argument: "inputs",
                "Layer \"\(name)\" expects \(inputs.count) input(s), but it received \(shapes.count) input tensors.")
        }
        for (index, (input, shape)) in zip(inputs, shapes).enumerated() {
            let fits =
                input.shape.rank == shape.rank
                && zip(input.shape.perSample, shape.perSample).allSatisfy {
                    !$0.isKnown || !$1.isKnown || $0 == $1
                }
            guard !fits else { continue }
            throw Refusal(
                argument: "inputs",
                "Input \(index) with name '\(input.layer.name)' of layer \"\(name)\" is incompatible with the layer: "
                    + "expected shape=\(BatchShape([.unknown] + input.shape.perSample)), found shape=\(shape).",
                remedy: input.shape.rank == shape.rank + 1
                    ? "add the batch axis, as in numpy.expand_dims(x, 0)" : "make the input \(input.shape)")
        }
    }

    public override func multiplyAccumulates(inputs shapes: [BatchShape], outputs: [BatchShape]) -> Dim {
        guard let calls = try? calls(for: shapes) else { return .unknown }
        return Dim.sum(
            calls.map { $0.node.layer.multiplyAccumulates(inputs: $0.inputs, outputs: $0.outputs) })
    }

    /// The layer of that name.
    public func layer(named name: String) -> Layer? { layers.first { $0.name == name } }
}
