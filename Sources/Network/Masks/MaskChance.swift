import Layers

/// Whether a mask may hang on the values of a call's outputs when data flow, also where the network shows none.
private struct MaskChance {
    let exists: Bool
}

extension SymbolicTensor {
    /// Whether a mask may hang on the values.
    var mayBeMasked: Bool {
        if mask != nil { return true }
        for node in GraphWalk.nodes(before: [self], unless: { $0.node[MaskChance.self] != nil })
        where node[MaskChance.self] == nil {
            node[MaskChance.self] = MaskChance(exists: node.mayHangMasks)
        }
        return node[MaskChance.self]?.exists ?? false
    }
}

extension Node {
    /// Whether it hangs masks on its outputs, given what is known of the nodes before it.
    fileprivate var mayHangMasks: Bool {
        let comes = inputs.contains { $0.mask != nil || $0.node[MaskChance.self]?.exists ?? false }
        guard let layer = layer as? CatalogueLayer else {
            return comes || layer.supportsMasking || network?.outputs.contains(where: \.mayBeMasked) ?? false
        }
        switch layer.supportsMasking ? layer.maskRule ?? .same : .ended {
        case .ended: return false
        case .notZero: return true
        case .same, .either, .joined: return comes
        }
    }

    /// Whether masks that hang on inputs are filled into the call when data flow, so that its network, which was made
    /// without them, does not tell how the values come about.
    /// - Parameter inputs: what stands in the places of the call's inputs.
    public func takesHangingMasks(on inputs: [SymbolicTensor]) -> Bool {
        guard layer is ScriptedLayer, let form else { return false }
        let hanging = inputs.map(\.mayBeMasked)
        return hanging.contains(true) && !form.asking(for: hanging).places.isEmpty
    }
}
