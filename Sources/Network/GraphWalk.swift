/// The walk over the part of a network that leads to some tensors.
public enum GraphWalk {
    /// The nodes that some tensors depend on and their own, each after those it depends on, depth first.
    /// - Parameters:
    ///   - targets: the tensors.
    ///   - isKnown: whether a tensor, and what it depends on, can be left out; not asked for tensors of visited nodes.
    ///   - isStart: whether a node is listed without those it depends on.
    ///   - enter: called when a node is first met, before those it depends on.
    /// - Complexity: O(nodes + edges), without recursion: networks may be thousands of layers deep.
    public static func nodes(
        before targets: [SymbolicTensor], unless isKnown: (SymbolicTensor) -> Bool = { _ in false },
        startingAt isStart: (Node) -> Bool = { _ in false }, entering enter: (Node) -> Void = { _ in }
    ) -> [Node] {
        var order: [Node] = []
        var finished: Set<ObjectIdentifier> = []
        var stack: [(node: Node, next: Int)] = []
        func visit(_ tensor: SymbolicTensor) {
            guard !finished.contains(ObjectIdentifier(tensor.node)), !isKnown(tensor) else { return }
            enter(tensor.node)
            stack.append((tensor.node, 0))
        }
        for target in targets {
            visit(target)
            while let (node, next) = stack.last {
                if next < node.inputs.count, !isStart(node) {
                    stack[stack.count - 1].next += 1
                    visit(node.inputs[next])
                } else {
                    stack.removeLast()
                    finished.insert(ObjectIdentifier(node))
                    order.append(node)
                }
            }
        }
        return order
    }

    /// The inputs that a tensor depends on, in the order in which they were made into the network.
    public static func inputs(of tensor: SymbolicTensor) -> [SymbolicTensor] {
        nodes(before: [tensor]).compactMap { $0.layer is InputLayer ? $0.outputs.first : nil }
    }
}
