import Layers
import Network

/// Whether the first axis of a tensor is that of the batch, while the `call` of a script is looked into.
struct BatchAxis {
    private let leads: Bool

    /// Whether it is, and its size is not known.
    /// - Complexity: constant once it is known of the tensors before it; without recursion, since networks are deep.
    static func leads(_ tensor: SymbolicTensor) -> Bool {
        guard tensor.shape.dims.first?.isKnown == false else { return false }
        for node in GraphWalk.nodes(before: [tensor], unless: { $0.node[BatchAxis.self] != nil }) {
            node[BatchAxis.self] = BatchAxis(leads: isKept(by: node))
        }
        return tensor.node[BatchAxis.self]?.leads ?? false
    }

    /// Says that it is the first axis of what a call gives.
    static func note(_ tensor: SymbolicTensor) { tensor.node[BatchAxis.self] = BatchAxis(leads: true) }

    /// Whether the first axis of the outputs is that of an input which is the batch's.
    private static func isKept(by node: Node) -> Bool {
        guard !node.inputs.isEmpty else { return node.layer is InputLayer }
        let leading = node.inputs.indices.filter { node.inputs[$0].node[BatchAxis.self]?.leads ?? false }
        guard let function = node.layer as? CatalogueLayer, function.isFunction else { return leading.contains(0) }
        let positions = function.positions(
            ofOutput: 0, inputs: node.inputs.map(\.shape), outputs: node.outputs.map(\.shape))
        return leading.contains { input in
            guard node.inputs[input].sizes == nil, positions.indices.contains(input),
                case .exact(.same, along: 0)? = positions[input].axes.first
            else { return false }
            return true
        }
    }
}
