import Layers
import TensorEngine

/// What has yet to be spent to compute the value of a tensor: kept feature maps cost nothing.
public struct PendingCost: Equatable, Sendable {
    /// Multiply-accumulates, and numbers read or written.
    public private(set) var multiplyAccumulates = 0
    /// Values of weights that do not exist yet.
    public private(set) var newWeights = 0
    /// Whether this is all of it; otherwise the network has many more nodes, and the figures are a lower bound.
    public private(set) var isComplete = true

    /// Nodes that are counted in any case; beyond them, a network that costs more than the limits is not gone through.
    private static let fewNodes = 200

    /// The cost of a tensor's value; nil where sizes are unknown.
    /// - Parameter limits: figures beyond which the rest need not be known.
    public init?(
        of tensor: SymbolicTensor, limits: (multiplyAccumulates: Int, newWeights: Int) = (Int.max, Int.max),
        _ context: NetworkContext
    ) {
        if context.cache.contains(tensor) { return }
        var seen: Set<ObjectIdentifier> = [ObjectIdentifier(tensor.node)]
        var waiting = [tensor.node]
        while let node = waiting.popLast() {
            guard add(node) else { return nil }
            let isOver = multiplyAccumulates > limits.multiplyAccumulates || newWeights > limits.newWeights
            if isOver, seen.count > PendingCost.fewNodes {
                isComplete = false
                return
            }
            for input in node.inputs
            where !context.cache.contains(input) && seen.insert(ObjectIdentifier(input.node)).inserted {
                waiting.append(input.node)
            }
        }
    }

    /// Adds what a node costs; false where that is not known.
    private mutating func add(_ node: Node) -> Bool {
        guard let work = PendingCost.work(of: node) else { return false }
        multiplyAccumulates = checkedSum([multiplyAccumulates, work]) ?? Int.max
        let new = node.layer.weights.filter { !$0.isAllocated }.map(\.spec.count)
        newWeights = checkedSum([newWeights] + new) ?? Int.max
        return true
    }

    /// Multiply-accumulates and reads of one call, without those of functions that cannot be looked into; nil where sizes
    /// are unknown.
    private static func work(of node: Node) -> Int? {
        let (inputs, outputs) = (node.inputs.map(\.shape), node.outputs.map(\.shape))
        guard let elements = Dim.sum(outputs.map(\.elementsPerSample)).known else { return nil }
        let macs = node.layer.multiplyAccumulates(inputs: inputs, outputs: outputs)
        if macs == .unknown, let model = node.layer as? Model {
            return Dim.sum(model.nodes.filter { !$0.inputs.isEmpty }.map { Dim(work(of: $0)) }).known
        }
        let products = macs.known ?? 0
        // A layer without multiplications reads the elements under its window all the same.
        var factors = [elements]
        if products == 0 {
            let positions = node.layer.positions(ofOutput: 0, inputs: inputs, outputs: outputs).first
            factors += (positions?.axes ?? []).compactMap { $0.range?.indices.extent }.filter { $0 > 0 }
        }
        return checkedSum([products, checkedProduct(factors) ?? Int.max]) ?? Int.max
    }
}
