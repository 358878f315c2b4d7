import Network

/// Walks over the part of a network that leads to a tensor.
enum GraphWalk {
    /// The nodes that a tensor depends on and its own, every one after those before it.
    /// - Parameter isKnown: whether to leave out a node and, unless they are reached otherwise, those before it.
    /// - Complexity: O(nodes + edges), without recursion.
    static func nodes(before tensor: SymbolicTensor, unless isKnown: (Node) -> Bool = { _ in false }) -> [Node] {
        var order: [Node] = []
        var finished: Set<ObjectIdentifier> = []
        var stack: [(node: Node, next: Int)] = [(tensor.node, 0)]
        while let (node, next) = stack.last {
            if finished.contains(ObjectIdentifier(node)) || next == 0 && isKnown(node) {
                stack.removeLast()
            } else if next < node.inputs.count {
                stack[stack.count - 1].next += 1
                stack.append((node.inputs[next].node, 0))
            } else {
                stack.removeLast()
                finished.insert(ObjectIdentifier(node))
                order.append(node)
            }
        }
        return order
    }

    /// The inputs that a tensor depends on, in the order in which they were made into the network.
    static func inputs(of tensor: SymbolicTensor) -> [SymbolicTensor] {
        nodes(before: tensor).compactMap { $0.layer is InputLayer ? $0.outputs.first : nil }
    }
}
