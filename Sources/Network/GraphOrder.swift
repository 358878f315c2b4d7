/// The order in which Keras lists the layers of a network.
///
/// Nodes are visited depth first from the outputs; a layer's depth is its longest way to an output; layers are listed
/// by falling depth, and in the order of the visit where depths are equal. Source: Keras's `map_graph`.
struct GraphOrder {
    /// The nodes in the order in which Keras runs and clones them: by falling depth, each after those it depends on.
    private(set) var nodes: [Node] = []
    /// The layers, in Keras's order.
    private(set) var layers: [Layer] = []
    private var visitIndex: [ObjectIdentifier: Int] = [:]

    /// Orders the part of a network between tensors.
    /// - Complexity: O(nodes + edges), without recursion: networks may be thousands of layers deep.
    init(inputs: [SymbolicTensor], outputs: [SymbolicTensor]) {
        let boundary = Set(inputs.map { ObjectIdentifier($0.node) })
        nodes = GraphWalk.nodes(
            before: outputs, startingAt: { boundary.contains(ObjectIdentifier($0)) },
            entering: { node in
                guard visitIndex[ObjectIdentifier(node.layer)] == nil else { return }
                visitIndex[ObjectIdentifier(node.layer)] = visitIndex.count
                layers.append(node.layer)
            })
        let depths = orderNodes(boundary)
        for input in inputs where visitIndex[ObjectIdentifier(input.layer)] == nil {
            visitIndex[ObjectIdentifier(input.layer)] = -1
            layers.append(input.layer)
        }
        layers.sort { a, b in
            let (depthA, depthB) = (depths[ObjectIdentifier(a), default: 0], depths[ObjectIdentifier(b), default: 0])
            let (indexA, indexB) = (
                visitIndex[ObjectIdentifier(a), default: 0], visitIndex[ObjectIdentifier(b), default: 0]
            )
            return depthA != depthB ? depthA > depthB : indexA < indexB
        }
    }

    /// Sorts the nodes by falling depth; gives each layer's longest way to an output, in calls.
    private mutating func orderNodes(_ boundary: Set<ObjectIdentifier>) -> [ObjectIdentifier: Int] {
        var ofNode: [ObjectIdentifier: Int] = [:]
        var ofLayer: [ObjectIdentifier: Int] = [:]
        // Nodes of one depth stay in the order in which they were met on the way from the outputs.
        var met: [Node] = []
        func deepen(_ node: Node, to depth: Int) {
            let known = ofNode[ObjectIdentifier(node)]
            if known == nil { met.append(node) }
            ofNode[ObjectIdentifier(node)] = max(known ?? 0, depth)
        }
        for node in nodes.reversed() {
            deepen(node, to: ofLayer[ObjectIdentifier(node.layer), default: 0])
            let depth = ofNode[ObjectIdentifier(node), default: 0]
            ofLayer[ObjectIdentifier(node.layer)] = depth
            guard !boundary.contains(ObjectIdentifier(node)) else { continue }
            for input in node.inputs { deepen(input.node, to: depth + 1) }
        }
        var byDepth = [[Node]](repeating: [], count: (ofNode.values.max() ?? 0) + 1)
        for node in met { byDepth[ofNode[ObjectIdentifier(node), default: 0]].append(node) }
        nodes = byDepth.reversed().flatMap { $0 }
        return ofLayer
    }
}
