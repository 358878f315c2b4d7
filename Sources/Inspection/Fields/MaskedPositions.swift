import Layers
import Network

extension ShapedCall {
    /// Which elements of each input an element of an output depends on; at most, where a mask may leave some out.
    func positions(ofOutput output: Int) -> [Positions] {
        let found = node.layer.positions(ofOutput: output, inputs: inputs, outputs: outputs)
        return node.hasMask || node.hasMaskedFactor ? found.map(\.atMost) : found
    }
}

extension Node {
    private var function: FunctionOperation? { (layer as? CatalogueLayer)?.operation as? FunctionOperation }

    /// Whether a mask keeps elements of the inputs from having an effect: one of the call, or a tensor that is the same for all
    /// data, such as one made of the sizes.
    fileprivate var hasMask: Bool {
        guard let layer = layer as? CatalogueLayer else { return false }
        guard let function else {
            // At inference, a mask leaves the statistics of a BatchNormalization as they are.
            return roles.masks > 0 && layer.usesMask && layer.className != "BatchNormalization"
        }
        if function.leavesOut { return true }
        switch function.masking {
        case .none: return false
        case .choice: return function.hasConstantMask || inputs.count > 1 && !inputs[0].dependsOnData
        case .factor, .summand:
            return function.hasConstantMask
                || inputs.count > 1 && inputs.contains { $0.shape.rank > 0 && $0.sizes == nil && !$0.dependsOnData }
        }
    }

    /// Whether it multiplies tensors one of which a mask has set to zero in places, as the weights of an attention are.
    fileprivate var hasMaskedFactor: Bool {
        guard inputs.count > 1, let layer = layer as? CatalogueLayer else { return false }
        let isProduct = function.map(\.isProduct) ?? ["Multiply", "Dot"].contains(layer.className)
        return isProduct && inputs.contains(where: \.isMasked)
    }
}

extension SymbolicTensor {
    /// Whether elements of an input lead to it, and not their sizes alone.
    fileprivate var dependsOnData: Bool {
        GraphWalk.nodes(before: [self], unless: { $0.sizes != nil }).contains { $0.layer is InputLayer }
    }

    /// Whether a mask was applied to it, after which nothing but functions of it alone were.
    fileprivate var isMasked: Bool {
        var tensor = self
        while let layer = tensor.node.layer as? CatalogueLayer, layer.weights.isEmpty {
            if tensor.node.hasMask { return true }
            guard let before = tensor.node.inputs.first, tensor.node.inputs.count == 1 else { return false }
            tensor = before
        }
        return false
    }
}
