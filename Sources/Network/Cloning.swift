import Layers

extension Layer {
    /// The same layer once more: equal arguments and name, and weights of its own, drawn anew where no seed was given.
    /// - Throws: `Refusal` for a layer that cannot be made again.
    public func cloned() throws(Refusal) -> Layer {
        switch self {
        case let layer as CatalogueLayer:
            let made = try layer.made.seeded(isNew: true, context.drawSeed)
            let copy = CatalogueLayer(made, context: context, name: name, isFunction: layer.isFunction)
            copy.origin = layer.origin
            copy.isTrainable = isTrainable
            return copy
        case let input as InputLayer: return try InputLayer(shape: input.shape, name: input.name, context: context)
        case let chain as Sequential: return try chain.clonedChain()
        case let model as Model: return try model.clonedGraph()
        case let layer as ScriptedLayer: return try layer.script.cloned()
        default: throw Refusal(.notImplementedError, "A \(className) cannot be cloned.")
        }
    }
}

extension Sequential {
    /// The chain of clones of its layers.
    fileprivate func clonedChain() throws(Refusal) -> Sequential {
        let copy = try Sequential(name: name, context: context)
        if let input = inputs.first {
            try copy.add(try InputLayer(shape: input.shape, name: input.layer.name, context: context))
        }
        for layer in layers { try copy.add(try layer.cloned()) }
        copy.trainableFlag = trainableFlag
        return copy
    }
}

extension Model {
    /// The network of clones, every shared layer cloned once.
    fileprivate func clonedGraph() throws(Refusal) -> Model {
        var layers: [ObjectIdentifier: Layer] = [:]
        var tensors: [ObjectIdentifier: SymbolicTensor] = [:]
        for input in inputs {
            let copy = try InputLayer(shape: input.shape, name: input.name, context: context)
            tensors[ObjectIdentifier(input)] = copy.output
        }
        for node in nodes where !node.outputs.allSatisfy({ tensors[ObjectIdentifier($0)] != nil }) {
            let layer: Layer
            if let known = layers[ObjectIdentifier(node.layer)] {
                layer = known
            } else {
                layer = try node.layer.cloned()
            }
            layers[ObjectIdentifier(node.layer)] = layer
            let made = try layer.call(
                again: node, on: node.inputs.compactMap { tensors[ObjectIdentifier($0)] })
            for (old, new) in zip(node.outputs, made) { tensors[ObjectIdentifier(old)] = new }
        }
        let copy = try Model(
            inputs: inputs.compactMap { tensors[ObjectIdentifier($0)] },
            outputs: outputs.compactMap { tensors[ObjectIdentifier($0)] }, name: name, context: context)
        copy.trainableFlag = trainableFlag
        copy.arrange(inputs: arrangement.inputs, outputs: arrangement.outputs)
        return copy
    }
}

extension Layer {
    /// Calls the layer as another one was called, on other tensors.
    fileprivate func call(again node: Node, on tensors: [SymbolicTensor]) throws(Refusal) -> [SymbolicTensor] {
        if let layer = self as? ScriptedLayer, let form = node.form?.copied(for: layer.script, on: tensors) {
            return try layer.call(tensors, by: form, training: node.givenTraining)
        }
        let parts = node.roles.parts(of: tensors)
        return try call(parts.inputs, states: parts.states, masks: parts.masks, training: node.givenTraining)
    }
}
