import Layers

/// A call of a layer in a model, with the shapes that it has for inputs of the model of certain shapes.
public struct ShapedCall {
    /// The call.
    public let node: Node
    /// The shapes of its inputs.
    public let inputs: [BatchShape]
    /// The shapes of its outputs.
    public let outputs: [BatchShape]

    /// A call with these shapes.
    public init(_ node: Node, inputs: [BatchShape], outputs: [BatchShape]) {
        self.node = node
        self.inputs = inputs
        self.outputs = outputs
    }

    /// The network that the call consists of; nil for a layer that has none inside.
    public var network: Model? { node.layer.network(inside: node, for: inputs) }
}

extension Model {
    /// The calls between the inputs and the outputs, each after those it depends on, for inputs of these shapes.
    /// - Throws: `Refusal` where a layer does not take what reaches it.
    public func calls(for shapes: [BatchShape]) throws(Refusal) -> [ShapedCall] {
        var known: [ObjectIdentifier: BatchShape] = [:]
        for (input, shape) in zip(inputs, shapes) { known[ObjectIdentifier(input)] = shape }
        var calls: [ShapedCall] = []
        for node in nodes where !node.inputs.isEmpty && !node.outputs.allSatisfy({ known[ObjectIdentifier($0)] != nil })
        {
            let before = node.inputs.compactMap { known[ObjectIdentifier($0)] }
            let made = node.outputs.map(\.shape)
            let isAsMade = before == node.inputs.map(\.shape)
            let call = ShapedCall(
                node, inputs: before, outputs: isAsMade ? made : try outputShapes(of: node, for: before))
            for (tensor, shape) in zip(node.outputs, call.outputs) { known[ObjectIdentifier(tensor)] = shape }
            calls.append(call)
        }
        return calls
    }

    private func outputShapes(of node: Node, for inputs: [BatchShape]) throws(Refusal) -> [BatchShape] {
        do { return try node.layer.outputShapes(in: node, for: inputs) } catch {
            throw error.at(layers.firstIndex { $0 === node.layer }, node.layer, of: self, inputs)
        }
    }
}

extension Refusal {
    /// The same refusal, saying at which layer of a model it happened and what reached it; the innermost model counts.
    /// - Parameter index: the layer's place in `layers`; nil for a function of tensors.
    func at(_ index: Int?, _ layer: Layer, of model: Model, _ inputs: [BatchShape]) -> Refusal {
        guard place == nil else { return self }
        var copy = self
        let found = index.map { "At layers[\($0)] of '\(model.name)', " } ?? "In '\(model.name)', at "
        let shapes = inputs.map(\.description).joined(separator: " and ")
        copy.place = "\(found)\(layer.className) '\(layer.name)', on an input of shape \(shapes)"
        return copy
    }
}
