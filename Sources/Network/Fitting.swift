import Layers
import TensorEngine

extension Model {
    /// Goes through the network as if it were made for inputs of these shapes: each layer is asked, those inside of other
    /// layers too, and each script runs. Nothing is made or kept.
    /// - Returns: the shapes of the outputs.
    /// - Throws: `Refusal` where a layer does not take what reaches it, its weights are for other sizes, or nothing is left of a
    ///   size.
    public func tryOut(for shapes: [BatchShape]) throws(Refusal) -> [BatchShape] {
        try context.trying { () throws(Refusal) in try follow(shapes) }
    }

    /// Whether the network can be made if the outputs of one of its calls have other shapes. Weights are made anew then.
    public func accepts(_ shapes: [BatchShape], from node: Node) -> Bool {
        let result = try? context.trying { () throws(Refusal) -> Bool in
            var changed: [ObjectIdentifier: BatchShape] = [:]
            for (tensor, shape) in zip(node.outputs, shapes) where tensor.shape != shape {
                changed[ObjectIdentifier(tensor)] = shape
            }
            for next in nodes where next.inputs.contains(where: { changed[ObjectIdentifier($0)] != nil }) {
                let inputs = next.inputs.map { changed[ObjectIdentifier($0)] ?? $0.shape }
                for (tensor, shape) in zip(next.outputs, try next.layer.outputShapes(in: next, for: inputs)) {
                    if shape.perSample.contains(where: { ($0.known ?? 1) < 1 }) { return false }
                    if shape != tensor.shape { changed[ObjectIdentifier(tensor)] = shape }
                }
            }
            return true
        }
        return result ?? false
    }

    fileprivate func follow(_ shapes: [BatchShape]) throws(Refusal) -> [BatchShape] {
        var known: [ObjectIdentifier: BatchShape] = [:]
        for (input, shape) in zip(inputs, shapes) { known[ObjectIdentifier(input)] = shape }
        for node in nodes where node.outputs.contains(where: { known[ObjectIdentifier($0)] == nil }) {
            if node.inputs.isEmpty { continue }
            if Interrupt.isRequested { throw Refusal(EngineError.interrupted) }
            let before = node.inputs.map { known[ObjectIdentifier($0)] ?? $0.shape }
            let after = try node.outputShapes(trying: before)
            for shape in after where shape.perSample.contains(where: { ($0.known ?? 1) < 1 }) {
                throw Refusal("Nothing is left of a size.", received: "shape=\(shape)")
            }
            for (tensor, shape) in zip(node.outputs, after) { known[ObjectIdentifier(tensor)] = shape }
        }
        return outputs.map { known[ObjectIdentifier($0)] ?? $0.shape }
    }
}

extension Node {
    fileprivate func outputShapes(trying inputs: [BatchShape]) throws(Refusal) -> [BatchShape] {
        if let model = layer as? Model {
            _ = try model.outputShapes(for: inputs)
            return try model.follow(inputs)
        }
        if let layer = layer as? CatalogueLayer {
            // Where weights are fixed, this checks that they fit.
            if layer.isBuilt { try layer.build(inputs) }
            let outputs = try layer.outputShapes(for: inputs)
            try layer.operation.requireFit(inputs)
            return outputs
        }
        if let layer = layer as? ScriptedLayer { return try layer.outputShapes(trying: inputs, in: self) }
        return try layer.outputShapes(in: self, for: inputs)
    }
}
