import Layers
import Network
import TensorEngine

/// The fields of the outputs of a call in the inputs of its network.
struct NodeFields {
    /// For each output, its field in every input that it depends on.
    let outputs: [[TensorField]]
    /// Where the outputs have their channels: what the layer says, or the layers before it; nil where none of them says so.
    let format: DataFormat?
    private let shapes: [BatchShape]

    /// The receptive field of a tensor.
    /// - Complexity: O(nodes before the tensor whose fields are not known yet): each node keeps its own.
    static func field(of tensor: SymbolicTensor) -> ReceptiveField {
        let context = tensor.layer.context
        return fields(of: tensor)?.field(of: tensor.outputIndex, context) ?? ReceptiveField([], .channelsLast)
    }

    /// The fields of the outputs of the call that made a tensor.
    /// - Complexity: as `field(of:)`.
    static func fields(of tensor: SymbolicTensor) -> NodeFields? {
        for node in GraphWalk.nodes(before: [tensor], unless: { $0.node[NodeFields.self] != nil }) { _ = kept(node) }
        return tensor.node[NodeFields.self]
    }

    /// The fields of a node in the inputs of its network, which it keeps; those before it must have theirs.
    private static func kept(_ node: Node) -> NodeFields {
        if let fields = node[NodeFields.self] { return fields }
        let fields = NodeFields(
            node, inputs: node.inputs.map { $0.node[NodeFields.self]?.outputs[$0.outputIndex] ?? [] },
            formats: node.inputs.map { $0.node[NodeFields.self]?.format })
        node[NodeFields.self] = fields
        return fields
    }

    /// The fields of the outputs of some nodes in tensors that a model starts with, by the identity of the nodes.
    /// - Parameter nodes: calls of layers, each after those it depends on.
    static func fields(_ nodes: [Node], from inputs: [SymbolicTensor]) -> [ObjectIdentifier: NodeFields] {
        // A model that starts where its network does has the fields that the nodes keep.
        if inputs.allSatisfy({ $0.node.inputs.isEmpty }) {
            return Dictionary(nodes.map { (ObjectIdentifier($0), kept($0)) }, uniquingKeysWith: { first, _ in first })
        }
        let starts = Dictionary(
            inputs.map { (ObjectIdentifier($0), [TensorField(of: $0)]) }, uniquingKeysWith: { first, _ in first })
        var made: [ObjectIdentifier: NodeFields] = [:]
        for node in nodes {
            let before = node.inputs.map { input in
                starts[ObjectIdentifier(input)] ?? made[ObjectIdentifier(input.node)]?.outputs[input.outputIndex] ?? []
            }
            let formats = node.inputs.map { made[ObjectIdentifier($0.node)]?.format }
            made[ObjectIdentifier(node)] =
                node.outputs.first.flatMap { starts[ObjectIdentifier($0)] }
                .map { NodeFields(outputs: [$0], node) } ?? NodeFields(node, inputs: before, formats: formats)
        }
        return made
    }

    /// The receptive field of an output.
    func field(of output: Int, _ context: NetworkContext) -> ReceptiveField {
        ReceptiveField(outputs[output], of: shapes[output], format ?? context.settings.imageDataFormat)
    }

    private init(outputs: [[TensorField]], _ node: Node) {
        self.outputs = outputs
        format = nil
        shapes = node.outputs.map(\.shape)
    }

    /// - Parameters:
    ///   - inputs: the fields of the inputs.
    ///   - formats: where the inputs have their channels.
    private init(_ node: Node, inputs: [[TensorField]], formats: [DataFormat?]) {
        format = (node.layer as? CatalogueLayer)?.operation.dataFormat ?? NodeFields.format(of: node, formats)
        shapes = node.outputs.map(\.shape)
        guard !node.inputs.isEmpty else {
            outputs = node.outputs.map { [TensorField(of: $0)] }
            return
        }
        outputs = NodeFields.outputs(
            of: ShapedCall(node, inputs: node.inputs.map(\.shape), outputs: node.outputs.map(\.shape)), inputs,
            self.format ?? node.layer.context.settings.imageDataFormat)
    }

    /// Where the outputs of a layer that does not say so have their channels: where those of its inputs come to lie.
    private static func format(of node: Node, _ formats: [DataFormat?]) -> DataFormat? {
        guard let input = formats.firstIndex(where: { $0 != nil }), let format = formats[input] else { return nil }
        let (before, shapes) = (node.inputs.map(\.shape), node.outputs.map(\.shape))
        guard let rank = shapes.first?.rank, rank > 2, before[input].rank > 2, !(node.layer is Model) else {
            return format
        }
        let positions = node.layer.positions(ofOutput: 0, inputs: before, outputs: shapes)
        let channels = format.channelAxis(rank: before[input].rank)
        guard input < positions.count, positions[input].axes.indices.contains(channels),
            let range = positions[input].axes[channels].range, range.indices.stride.numerator != 0
        else { return format }
        return DataFormat.allCases.first { $0.channelAxis(rank: rank) == range.along } ?? format
    }

    /// The fields of the outputs of a call, given those of its inputs.
    private static func outputs(
        of call: ShapedCall, _ inputs: [[TensorField]], _ format: DataFormat
    ) -> [[TensorField]] {
        if let model = call.network { return outputs(of: model, call, inputs, format) }
        // Sizes depend on no element.
        if call.node.outputs.allSatisfy({ $0.sizes != nil }) { return call.outputs.map { _ in [] } }
        return call.outputs.indices.map { output in
            let positions = call.positions(ofOutput: output)
            if let joined = JoinedFields(call, output: call.outputs[output], format) {
                return joined.fields(inputs, positions, call.inputs)
            }
            var seen: [TensorField] = []
            for (index, fields) in inputs.enumerated() where index < positions.count {
                for field in fields {
                    let next = field.after(positions[index], of: call.inputs[index])
                    if let known = seen.firstIndex(where: { $0.input == next.input }) {
                        seen[known] = seen[known].union(next)
                    } else {
                        seen.append(next)
                    }
                }
            }
            return seen
        }
    }

    /// The fields of the outputs of a model, which is looked into.
    private static func outputs(
        of model: Model, _ call: ShapedCall, _ inputs: [[TensorField]], _ format: DataFormat
    ) -> [[TensorField]] {
        guard let calls = try? model.calls(for: call.inputs) else {
            let all = inputs.flatMap { $0 }.map(\.unknown)
            return call.outputs.map { _ in all }
        }
        var known: [ObjectIdentifier: [TensorField]] = [:]
        for (input, fields) in zip(model.inputs, inputs) { known[ObjectIdentifier(input)] = fields }
        for inner in calls {
            let made = outputs(of: inner, inner.node.inputs.map { known[ObjectIdentifier($0)] ?? [] }, format)
            for (tensor, fields) in zip(inner.node.outputs, made) { known[ObjectIdentifier(tensor)] = fields }
        }
        return model.outputs.map { known[ObjectIdentifier($0)] ?? [] }
    }
}
