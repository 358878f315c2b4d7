import Layers

/// A call of a layer in the network that results where the networks inside of calls take the places of these calls, so that
/// what happens inside of a layer of a script is connected with the inputs outside.
struct InlinedCall {
    /// The network inside; nil for a call that has none.
    private let network: Model?
    /// What the call is made on there.
    private let inputs: [SymbolicTensor]
    /// What stands in the places of the call's outputs.
    let outputs: [SymbolicTensor]
    /// The calls inside, those in inner layers among them: each after those it depends on, an inner layer's own call before
    /// the calls in it.
    let calls: [Node]

    /// A call on these inputs.
    private init(_ node: Node, on inputs: [SymbolicTensor]) {
        self.inputs = inputs
        network = InlinedCall.network(inside: node, on: inputs)
        if let network {
            (outputs, calls) = InlinedCall.copies(of: network, on: inputs)
        } else {
            outputs = InlinedCall.areSame(inputs, node.inputs) ? node.outputs : node.copy(on: inputs).outputs
            calls = []
        }
    }

    private init(_ network: Model?, _ inputs: [SymbolicTensor], _ outputs: [SymbolicTensor]) {
        (self.network, self.inputs, self.outputs, calls) = (network, inputs, outputs, [])
    }

    /// Whether it is still what the call consists of, which changes when the script sets an attribute of the layer.
    private func holds(_ node: Node, on inputs: [SymbolicTensor]) -> Bool {
        network === InlinedCall.network(inside: node, on: inputs) && InlinedCall.areSame(self.inputs, inputs)
    }

    /// What a call consists of, where that does not depend on masks that the network does not show.
    private static func network(inside node: Node, on inputs: [SymbolicTensor]) -> Model? {
        node.takesHangingMasks(on: inputs) ? nil : node.network
    }

    private static func areSame(_ a: [SymbolicTensor], _ b: [SymbolicTensor]) -> Bool {
        a.count == b.count && zip(a, b).allSatisfy { $0 === $1 }
    }

    /// A call, after the calls that it depends on. What is found is kept, so that the same tensors come of it again.
    static func of(_ node: Node) -> InlinedCall {
        var last = InlinedCall(nil, node.inputs, node.outputs)
        for node in GraphWalk.nodes(before: Array(node.outputs.prefix(1))) where !node.inputs.isEmpty {
            let inputs = node.inputs.map(kept)
            if let known = node[InlinedCall.self], known.holds(node, on: inputs) {
                last = known
            } else {
                last = InlinedCall(node, on: inputs)
                node[InlinedCall.self] = last
            }
        }
        return last
    }

    /// What stands in the place of a tensor whose call was looked at.
    private static func kept(_ tensor: SymbolicTensor) -> SymbolicTensor {
        tensor.node[InlinedCall.self]?.outputs[tensor.outputIndex] ?? tensor
    }

    /// The calls of a network, made on other inputs.
    /// - Returns: what stands in the places of its outputs, and the calls.
    static func copies(
        of network: Model, on inputs: [SymbolicTensor]
    ) -> (outputs: [SymbolicTensor], calls: [Node]) {
        var places: [ObjectIdentifier: SymbolicTensor] = [:]
        for (inner, outer) in zip(network.inputs, inputs) { places[ObjectIdentifier(inner)] = outer }
        let shapes = shapes(in: network, for: inputs.map(\.shape))
        var calls: [Node] = []
        for node in network.nodes
        where !node.inputs.isEmpty && node.outputs.contains(where: { places[ObjectIdentifier($0)] == nil }) {
            let copy = node.copy(
                on: node.inputs.map { places[ObjectIdentifier($0)] ?? $0 }, shapes: shapes[ObjectIdentifier(node)])
            calls.append(copy)
            var outputs = copy.outputs
            if let inner = InlinedCall.network(inside: copy, on: copy.inputs) {
                let inside = copies(of: inner, on: copy.inputs)
                outputs = inside.outputs
                calls += inside.calls
                copy[InlinedCall.self] = InlinedCall(inner, copy.inputs, outputs)
            }
            for (tensor, output) in zip(node.outputs, outputs) { places[ObjectIdentifier(tensor)] = output }
        }
        return (network.outputs.map { places[ObjectIdentifier($0)] ?? $0 }, calls)
    }

    /// The shapes of the calls' outputs for inputs of other shapes than the network was made with; empty for the same ones.
    private static func shapes(in network: Model, for inputs: [BatchShape]) -> [ObjectIdentifier: [BatchShape]] {
        guard inputs != network.inputs.map(\.shape), let calls = try? network.calls(for: inputs) else { return [:] }
        return Dictionary(calls.map { (ObjectIdentifier($0.node), $0.outputs) }) { first, _ in first }
    }
}

extension SymbolicTensor {
    /// Whether a call inside of another layer made it, of which its own layer does not know.
    public var isInside: Bool { !node.inputs.isEmpty && !layer.inboundNodes.contains { $0 === node } }

    /// The tensor that stands in its place where the networks inside of calls take the places of these calls; itself where
    /// there are no such calls before it.
    public var inlined: SymbolicTensor {
        let outputs = InlinedCall.of(node).outputs
        return outputs.indices.contains(outputIndex) ? outputs[outputIndex] : self
    }
}

extension Model {
    /// The network that results where the networks inside of calls take the places of these calls; itself where there are none.
    public var inlined: Model {
        let ends = outputs.map(\.inlined)
        if zip(ends, outputs).allSatisfy({ $0 === $1 }) { return self }
        return Model(inside: self, inputs: inputs, outputs: ends)
    }
}
