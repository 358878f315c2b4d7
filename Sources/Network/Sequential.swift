import Layers
import TensorEngine

/// A model that is one chain of layers.
public final class Sequential: Model {
    private var chain: [Layer] = []

    /// Makes a chain, which may be empty.
    public init(_ layers: [Layer] = [], name: String? = nil, context: NetworkContext) throws(Refusal) {
        try super.init(inputs: [], outputs: [], name: name, className: "Sequential", context: context)
        for layer in layers { try append(layer) }
        rebuilt()
    }

    /// Keras makes a Functional of the chain whenever it changes, which takes a name.
    private func rebuilt() {
        if chain.first is InputLayer, chain.count > 1 { _ = context.automaticName(forClass: "Functional") }
    }

    /// The layers that were added, the input layer not among them, as in Keras.
    public override var operations: [Layer] { chain.filter { !($0 is InputLayer) } }

    /// Adds a layer at the end.
    /// - Throws: `Refusal` where it does not fit what is before it; the chain then stays as it was.
    public func add(_ layer: Layer) throws(Refusal) {
        try append(layer)
        rebuilt()
    }

    private func append(_ layer: Layer) throws(Refusal) {
        if layer is InputLayer, !chain.isEmpty {
            throw Refusal(
                argument: "layer", "Sequential model '\(name)' has already been configured to use input shape.",
                remedy: "an Input can only be the first layer")
        }
        if chain.contains(where: { $0.name == layer.name }) {
            throw Refusal(
                argument: "layer",
                "All layers added to a Sequential model should have unique names. Name \"\(layer.name)\" "
                    + "is already the name of a layer in this model.", remedy: "give the layer another name")
        }
        if let input = layer as? InputLayer {
            chain.append(input)
            return setEnds(inputs: [input.output], outputs: [input.output])
        }
        if outputs.isEmpty, chain.isEmpty, let shape = declaredInputShape(of: layer) {
            let input = try InputLayer(shape: shape, context: context)
            let made = try layer.call([input.output])
            chain = [input, layer]
            return setEnds(inputs: [input.output], outputs: made)
        }
        if !outputs.isEmpty {
            let made = try layer.call(outputs)
            setEnds(inputs: inputs, outputs: made)
        }
        chain.append(layer)
    }

    /// The input shape that a first layer brings with it.
    private func declaredInputShape(of layer: Layer) -> BatchShape? {
        if let model = layer as? Model { return model.inputs.first?.shape }
        return (layer as? CatalogueLayer)?.declaredInputShape
    }

    /// Takes the last layer away.
    /// - Returns: the layer; nil if there is none.
    @discardableResult
    public func pop() -> Layer? {
        guard let last = layers.last else { return nil }
        chain.removeLast()
        if let node = outputs.first?.node, node.layer === last { setEnds(inputs: inputs, outputs: node.inputs) }
        if chain.allSatisfy({ $0 is InputLayer }), chain.isEmpty { setEnds(inputs: [], outputs: []) }
        rebuilt()
        return last
    }

    public override func build(_ shapes: [BatchShape]) throws(Refusal) {
        guard outputs.isEmpty, let shape = shapes.first else { return }
        let input = try InputLayer(shape: BatchShape([nil] + shape.perSample), context: context)
        var tensors = [input.output]
        for layer in chain { tensors = try layer.call(tensors) }
        chain.insert(input, at: 0)
        rebuilt()
        setEnds(inputs: [input.output], outputs: tensors)
    }

    public override func outputShapes(for shapes: [BatchShape]) throws(Refusal) -> [BatchShape] {
        if !outputs.isEmpty { return try super.outputShapes(for: shapes) }
        var current = shapes
        for layer in chain { current = try layer.outputShapes(for: current) }
        return current
    }
}
