import Layers
import TensorEngine

/// A node with the nodes after it that are computed in its loops: a convolution, a batch normalisation, an activation.
///
/// Only nodes whose outputs have no other user are fused.
struct FusedStep {
    let first: Node
    /// The nodes that make up the tail, in order.
    private(set) var followers: [Node] = []

    /// The node whose outputs the step has.
    var last: Node { followers.last ?? first }

    /// Divides nodes, which are in the order of evaluation, into steps.
    /// - Parameter uses: how often each tensor is needed.
    static func steps(_ nodes: [Node], uses: [ObjectIdentifier: Int]) -> [FusedStep] {
        var consumers: [ObjectIdentifier: Node] = [:]
        for node in nodes where node.inputs.count == 1 { consumers[ObjectIdentifier(node.inputs[0])] = node }
        var steps: [FusedStep] = []
        var taken: Set<ObjectIdentifier> = []
        for node in nodes where !taken.contains(ObjectIdentifier(node)) {
            var step = FusedStep(first: node)
            if tailed(node) != nil {
                while step.last.outputs.count == 1, uses[ObjectIdentifier(step.last.outputs[0])] == 1,
                    let next = consumers[ObjectIdentifier(step.last.outputs[0])], step.extend(by: next)
                {
                    taken.insert(ObjectIdentifier(next))
                }
            }
            steps.append(step)
        }
        return steps
    }

    /// Takes a node in if it can be part of the tail.
    private mutating func extend(by next: Node) -> Bool {
        guard (try? FusedStep.tail(of: followers + [next])) != nil else { return false }
        followers.append(next)
        return true
    }

    private static func tailed(_ node: Node) -> (any TailedOperation)? {
        guard let layer = node.layer as? CatalogueLayer, layer.isBuilt, layer.activityRegularizer == nil,
            let operation = layer.operation as? any TailedOperation, operation.canTakeTail
        else { return nil }
        return operation
    }

    /// The tail that some nodes make up; nil if one of them cannot be in it where it stands.
    private static func tail(of nodes: [Node]) throws -> Tail? {
        var tail = Tail()
        for node in nodes {
            guard let layer = node.layer as? CatalogueLayer, layer.activityRegularizer == nil,
                let operation = layer.operation as? any TailOperation,
                let longer = try operation.extended(
                    tail, rank: node.outputs[0].shape.rank, state: layer.currentState())
            else { return nil }
            tail = longer
        }
        return tail
    }

    /// The output of the last node.
    /// - Throws: `EngineError` for want of memory or after an interrupt, `Refusal` for an input of another shape.
    func output(_ input: Tensor) throws -> Tensor {
        guard let layer = first.layer as? CatalogueLayer, let operation = FusedStep.tailed(first),
            let tail = try FusedStep.tail(of: followers)
        else { throw EngineError.invalidArgument("the layers cannot be computed together") }
        try layer.requireFit([BatchShape(input.shape.dims)])
        layer.noteWork([BatchShape(input.shape.dims)])
        return try operation.output(of: input, try layer.currentState(), tail: tail)
    }
}
