import Layers
import TensorEngine

/// A model that is one chain of layers.
public final class Sequential: Model {
    private var chain: [Layer] = []

    /// Makes a chain, which may be empty.
    public init(
        _ layers: [Layer] = [], name: String? = nil, className: String = "Sequential", context: NetworkContext
    ) throws(Refusal) {
        try super.init(inputs: [], outputs: [], name: name, className: className, context: context)
        for (index, layer) in layers.enumerated() {
            do { try append(layer) } catch {
                var located = error
                located.item = index
                throw located
            }
        }
        noteRebuilding()
    }

    /// The layers that were added, the input layer not among them, as in Keras.
    public override var operations: [Layer] { chain.filter { !($0 is InputLayer) } }

    /// Adds a layer at the end.
    /// - Throws: `Refusal` where it does not fit what is before it; the chain then stays as it was.
    public func add(_ layer: Layer) throws(Refusal) {
        try append(layer)
        noteRebuilding()
    }

    /// Keras makes an inner Functional whenever the chain changes, which takes one of its automatic names.
    private func noteRebuilding() {
        if hasShapes { _ = context.automaticName(forClass: "Functional") }
    }

    private func append(_ layer: Layer) throws(Refusal) {
        try context.recording { () throws(Refusal) in try appendRecorded(layer) }
    }

    private func appendRecorded(_ layer: Layer) throws(Refusal) {
        try requireShallow([layer])
        if layer is InputLayer, !chain.isEmpty {
            throw Refusal(
                argument: "layer", "Sequential model '\(name)' has already been configured to use input shape.",
                remedy: "an Input can only be the first layer")
        }
        if chain.contains(where: { $0.name == layer.name && $0 !== layer }) {
            throw Refusal(
                argument: "layer",
                "All layers added to a Sequential model should have unique names. Name \"\(layer.name)\" "
                    + "is already the name of a layer in this model.", remedy: "give the layer another name")
        }
        if let input = layer as? InputLayer {
            chain.append(input)
            return setEnds(inputs: [input.output], outputs: [input.output])
        }
        if chain.isEmpty, let model = layer as? Model, model.inputs.count > 1 {
            // A model of several inputs gives the chain as many.
            let starts = try model.inputs.map { (input) throws(Refusal) in
                try InputLayer(shape: input.shape, context: context)
            }
            let made = try context.inside(name) { () throws(Refusal) in try model.call(starts.map(\.output)) }
            chain = starts + [model]
            return setEnds(inputs: starts.map(\.output), outputs: made)
        }
        if outputs.isEmpty, chain.isEmpty, let shape = layer.declaredInputShape {
            let input = try InputLayer(shape: shape, context: context)
            let made = try context.inside(name) { () throws(Refusal) in try call(layer, [input.output]) }
            chain = [input, layer]
            return setEnds(inputs: [input.output], outputs: made)
        }
        if !outputs.isEmpty {
            let made = try context.inside(name) { () throws(Refusal) in try call(layer, outputs) }
            setEnds(inputs: inputs, outputs: made)
        }
        chain.append(layer)
    }

    /// Calls a layer of the chain.
    /// - Parameter index: its place in `layers`; nil for one that is being added.
    /// - Throws: `Refusal`, which says which layer it is and what reached it.
    private func call(
        _ layer: Layer, at index: Int? = nil, _ inputs: [SymbolicTensor]
    ) throws(Refusal) -> [SymbolicTensor] {
        do { return try layer.call(inputs) } catch {
            throw error.at(index ?? layers.count, layer, of: self, inputs.map(\.shape))
        }
    }

    /// Whether there are layers and their input is known, so that shapes are known.
    public var hasShapes: Bool { !layers.isEmpty && !outputs.isEmpty }

    /// Takes the last layer away.
    /// - Throws: `Refusal` where there is none.
    @discardableResult
    public func pop() throws(Refusal) -> Layer {
        guard let last = layers.last else {
            throw Refusal(.indexError, "Sequential model '\(name)' has no layer that could be taken away.")
        }
        chain.removeLast()
        if let node = outputs.first?.node, node.layer === last { setEnds(inputs: inputs, outputs: node.inputs) }
        if chain.isEmpty { setEnds(inputs: [], outputs: []) }
        noteRebuilding()
        return last
    }

    public override func build(_ shapes: [BatchShape]) throws(Refusal) {
        guard let shape = shapes.first else { return }
        guard !layers.isEmpty else {
            throw Refusal(
                "Sequential model \(name) cannot be built because it has no layers.", remedy: "call add(layer) first")
        }
        guard outputs.isEmpty else { return }
        try context.recording { () throws(Refusal) in try chain(from: shape) }
    }

    private func chain(from shape: BatchShape) throws(Refusal) {
        let input = try InputLayer(shape: shape, context: context)
        var tensors = [input.output]
        try context.inside(name) { () throws(Refusal) in
            for (index, layer) in chain.enumerated() {
                if Interrupt.isRequested { throw Refusal(EngineError.interrupted) }
                tensors = try call(layer, at: index, tensors)
            }
        }
        chain.insert(input, at: 0)
        setEnds(inputs: [input.output], outputs: tensors)
        noteRebuilding()
    }

    /// Fixes the input's shape, once: another one later is refused.
    public func configure(_ shape: BatchShape) throws(Refusal) {
        if let known = inputs.first?.shape, hasShapes, !known.isSame(as: shape) {
            throw Refusal(
                argument: "input_shape",
                "Sequential model '\(name)' has already been configured to use input shape \(known). "
                    + "You cannot build it with input_shape \(shape).", remedy: "make a new model")
        }
        if hasShapes { return noteRebuilding() }
        try build([shape])
    }

    // MARK: Calls on data of other sizes

    /// Whether data reach the layers one by one, since they have other sizes than the input and as many axes: Keras checks
    /// a chain's input only where a network is made.
    private func isRunByLayer(_ shapes: [BatchShape]) -> Bool {
        guard shapes.count == 1, inputs.count == 1, inputs[0].shape.rank == shapes[0].rank else { return false }
        return zip(inputs[0].shape.perSample, shapes[0].perSample).contains {
            $0.isKnown && $1.isKnown && $0.known != $1.known
        }
    }

    override func requireFit(_ shapes: [BatchShape]) throws(Refusal) {
        guard isRunByLayer(shapes) else { return try super.requireFit(shapes) }
        var current = shapes
        for (index, layer) in layers.enumerated() {
            do {
                try layer.requireFit(current)
                current = try layer.outputShapes(for: current)
            } catch { throw error.at(index, layer, of: self, current) }
        }
    }

    override func forward(
        _ data: CallInputs, in node: Node?, training: Bool?, _ call: CallContext
    ) throws -> [MaskedTensor] {
        guard isRunByLayer(data.inputs.map({ BatchShape($0.tensor.shape.dims) })) else {
            return try super.forward(data, in: node, training: training, call)
        }
        var current = data
        for layer in layers {
            let argument = training.flatMap { layer.takesTraining ? TrainingArgument.given($0) : nil } ?? .absent
            current = CallInputs(
                try layer.forward(
                    current, in: nil, training: call.settle(argument, usual: layer.usualTraining), call))
        }
        return current.inputs
    }

    public override func outputShapes(for shapes: [BatchShape]) throws(Refusal) -> [BatchShape] {
        if !outputs.isEmpty { return try super.outputShapes(for: shapes) }
        var current = shapes
        for layer in chain { current = try layer.outputShapes(for: current) }
        return current
    }
}
