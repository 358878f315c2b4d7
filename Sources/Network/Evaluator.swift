import Layers
import TensorEngine

/// Computes values of symbolic tensors, each needed node once, and frees values when their last user has run.
public struct Evaluator {
    private let context: NetworkContext

    /// An evaluator that keeps feature maps in the cache of a context.
    public init(_ context: NetworkContext) { self.context = context }

    /// The value of a tensor for the data its inputs are fed.
    /// - Throws: `EngineError` for want of memory or after an interrupt, `Refusal` where data are missing.
    public func value(of tensor: SymbolicTensor) throws -> Tensor {
        if let kept = context.cache.value(of: tensor) { return kept.tensor }
        let start = context.cache.now
        let value = try values(of: [tensor], feeding: [:], CallContext())[0]
        context.cache.keep(value, of: tensor, computedFrom: start)
        return value.tensor
    }

    /// The values of tensors, given the values of others.
    /// - Parameters:
    ///   - targets: the tensors wanted.
    ///   - feeds: known values, by the identity of their tensors; inputs that are not among them use their own data.
    public func values(
        of targets: [SymbolicTensor], feeding feeds: [ObjectIdentifier: Tensor]
    ) throws -> [Tensor] {
        try values(of: targets, feeding: feeds.mapValues { MaskedTensor($0) }, CallContext()).map(\.tensor)
    }

    /// The values of tensors, given the values of others, with the masks that hang on them.
    /// - Parameter call: what the calls within this one know of it.
    func values(
        of targets: [SymbolicTensor], feeding feeds: [ObjectIdentifier: MaskedTensor], _ call: CallContext
    ) throws -> [MaskedTensor] {
        var known = feeds
        let nodes = needed(for: targets, &known)
        var uses = useCounts(nodes, targets)
        let steps = FusedStep.steps(nodes, uses: uses)
        var progress = context.progress.map { EvaluationProgress(of: nodes, report: $0) }
        for step in steps {
            if Interrupt.isRequested { throw EngineError.interrupted }
            defer { progress?.finish([step.first] + step.followers) }
            try keep(try outputs(of: step, known, call), of: step.last, &known)
            for input in step.first.inputs {
                let key = ObjectIdentifier(input)
                uses[key, default: 1] -= 1
                if uses[key] == 0 { known[key] = nil }
            }
        }
        return targets.compactMap { known[ObjectIdentifier($0)] }
    }

    /// The nodes to run, in order; the kept maps they start from are added to `known`.
    private func needed(for targets: [SymbolicTensor], _ known: inout [ObjectIdentifier: MaskedTensor]) -> [Node] {
        let fed = known
        func isKnown(_ tensor: SymbolicTensor) -> Bool {
            if known[ObjectIdentifier(tensor)] != nil { return true }
            // Kept maps belong to the inputs' own data, so they do not count when other data are fed.
            guard fed.isEmpty, let kept = context.cache.value(of: tensor) else { return false }
            known[ObjectIdentifier(tensor)] = kept
            return true
        }
        return GraphWalk.nodes(before: targets, unless: isKnown)
    }

    /// How often each tensor is still needed: once per consumer, and once more if it is wanted itself.
    private func useCounts(_ nodes: [Node], _ targets: [SymbolicTensor]) -> [ObjectIdentifier: Int] {
        var uses: [ObjectIdentifier: Int] = [:]
        for node in nodes { for input in node.inputs { uses[ObjectIdentifier(input), default: 0] += 1 } }
        for target in targets { uses[ObjectIdentifier(target), default: 0] += 1 }
        return uses
    }

    private func outputs(
        of step: FusedStep, _ known: [ObjectIdentifier: MaskedTensor], _ around: CallContext
    ) throws -> [MaskedTensor] {
        let node = step.first
        if let input = node.layer as? InputLayer { return [MaskedTensor(try input.data())] }
        var call = CallInputs(node.inputs.compactMap { known[ObjectIdentifier($0)] }, as: node.roles)
        if !step.followers.isEmpty, call.isPlain { return [MaskedTensor(try step.output(call.inputs[0].tensor))] }
        for node in [node] + step.followers {
            call = CallInputs(
                try node.layer.forward(call, in: node, training: nil, CallContext(remembers: around.remembers)))
        }
        return call.inputs
    }

    /// Keeps the outputs of a node with the known values.
    private func keep(
        _ results: [MaskedTensor], of node: Node, _ known: inout [ObjectIdentifier: MaskedTensor]
    ) throws(Refusal) {
        guard results.count == node.outputs.count else {
            throw Refusal(
                "'\(node.layer.name)' gives \(results.count) outputs for these data, and the network was made for "
                    + "\(node.outputs.count).", remedy: "feed data of the size that the network was made with")
        }
        for (tensor, value) in zip(node.outputs, results) { known[ObjectIdentifier(tensor)] = value }
    }

    /// The values of tensors in training: every node is run by itself, in the order in which Keras runs them.
    /// - Parameters:
    ///   - targets: the tensors wanted.
    ///   - nodes: the nodes of the network, each after those it depends on.
    ///   - feeds: the values of the inputs.
    ///   - training: the argument of the network's call, which comes before those of the nodes; nil leaves these in force.
    ///   - call: what the calls within this one know of it.
    func values(
        of targets: [SymbolicTensor], running nodes: [Node], feeding feeds: [ObjectIdentifier: MaskedTensor],
        training: Bool?, _ call: CallContext
    ) throws -> [MaskedTensor] {
        var known = feeds
        var uses = useCounts(nodes, targets)
        for node in nodes where !node.outputs.allSatisfy({ known[ObjectIdentifier($0)] != nil }) {
            if Interrupt.isRequested { throw EngineError.interrupted }
            if let input = node.layer as? InputLayer {
                try keep([MaskedTensor(try input.data())], of: node, &known)
                continue
            }
            let inputs = CallInputs(node.inputs.compactMap { known[ObjectIdentifier($0)] }, as: node.roles)
            var settled = call.training
            // A function of tensors is not a layer: it does not change the argument that layers pass on.
            if (node.layer as? CatalogueLayer)?.isFunction != true {
                let argument = training.flatMap { node.layer.takesTraining ? .given($0) : nil } ?? node.training
                settled = call.settle(argument, usual: node.layer.usualTraining)
            }
            try keep(try node.layer.forward(inputs, in: node, training: settled, call), of: node, &known)
            for input in node.inputs {
                let key = ObjectIdentifier(input)
                uses[key, default: 1] -= 1
                if uses[key] == 0 { known[key] = nil }
            }
        }
        return targets.compactMap { known[ObjectIdentifier($0)] }
    }
}
