import Layers
import Network

/// How much of a network's input one pixel of a feature map can see.
///
/// Along each spatial axis: size' = size + (extent − 1)·jump, jump' = jump·stride, from the input on;
/// where branches meet, the larger. Source: Araujo, Norris and Sim 2019, "Computing receptive fields".
public struct ReceptiveField: Equatable, Sendable {
    /// One spatial axis.
    public struct Axis: Equatable, Sendable {
        /// Input pixels seen; nil where it is the whole axis.
        public var size: Int?
        /// Input pixels between neighbouring pixels of the map.
        public var jump: Double
    }

    /// The spatial axes; empty where the input has none.
    public let axes: [Axis]

    private init(axes: [Axis]) { self.axes = axes }

    /// The receptive field of a tensor in the input of its network.
    /// - Complexity: O(nodes before the tensor whose fields nobody asked for yet): each node keeps those of its outputs.
    public init(of tensor: SymbolicTensor) {
        for node in GraphWalk.nodes(before: tensor, unless: { $0[Kept.self] != nil }) {
            let before = node.inputs.map { $0.node[Kept.self]?.fields[$0.outputIndex].axes ?? [] }
            node[Kept.self] = Kept(fields: node.outputs.map { ReceptiveField.field(of: $0, before) })
        }
        self = tensor.node[Kept.self]?.fields[tensor.outputIndex] ?? ReceptiveField(axes: [])
    }

    /// The fields of a node's outputs.
    private struct Kept {
        let fields: [ReceptiveField]
    }

    private static func field(of output: SymbolicTensor, _ before: [[Axis]]) -> ReceptiveField {
        output.node.inputs.isEmpty ? pixel(of: output) : ReceptiveField(axes: after(output.node, merged(before)))
    }

    /// The receptive fields of the outputs of some nodes, by the identity of their tensors.
    /// - Parameters:
    ///   - nodes: calls of layers, each after those it depends on.
    ///   - inputs: tensors in which the fields are measured, beside those of input layers.
    static func fields(
        _ nodes: [Node], from inputs: [SymbolicTensor] = []
    ) -> [ObjectIdentifier: ReceptiveField] {
        var fields: [ObjectIdentifier: ReceptiveField] = [:]
        for input in inputs { fields[ObjectIdentifier(input)] = pixel(of: input) }
        for node in nodes {
            let before = node.inputs.map { fields[ObjectIdentifier($0)]?.axes ?? [] }
            for output in node.outputs where fields[ObjectIdentifier(output)] == nil {
                fields[ObjectIdentifier(output)] = field(of: output, before)
            }
        }
        return fields
    }

    /// What one pixel of a tensor sees of the tensor itself.
    private static func pixel(of tensor: SymbolicTensor) -> ReceptiveField {
        ReceptiveField(axes: Array(repeating: Axis(size: 1, jump: 1), count: max(tensor.shape.rank - 2, 0)))
    }

    /// The larger of each axis where branches meet.
    private static func merged(_ fields: [[Axis]]) -> [Axis] {
        guard var result = fields.first else { return [] }
        for field in fields.dropFirst() {
            for axis in result.indices where axis < field.count {
                let sizes = (result[axis].size, field[axis].size)
                if let a = sizes.0, let b = sizes.1 { result[axis].size = max(a, b) } else { result[axis].size = nil }
                result[axis].jump = max(result[axis].jump, field[axis].jump)
            }
        }
        return result
    }

    /// The field after one more layer.
    private static func after(_ node: Node, _ field: [Axis]) -> [Axis] {
        let window = node.layer.window
        guard !window.isEmpty else {
            let losesPosition = (node.outputs.first?.shape.rank ?? 0) < (node.inputs.first?.shape.rank ?? 0)
            return losesPosition ? field.map { Axis(size: nil, jump: $0.jump) } : field
        }
        return zip(field, window).map { axis, step in
            guard let size = axis.size, let extent = step.extent else { return Axis(size: nil, jump: axis.jump) }
            let grown = Double(size) + Double(extent - 1) * axis.jump
            return Axis(size: grown < 1e15 ? Int(grown.rounded(.up)) : nil, jump: axis.jump * step.stride)
        }
    }

    /// The sizes as people write them: `9×9`, `all` for a whole axis.
    public var description: String {
        axes.map { $0.size.map(String.init) ?? "all" }.joined(separator: "×")
    }
}
