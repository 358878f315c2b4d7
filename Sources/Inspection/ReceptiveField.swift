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

    /// The receptive field of a tensor in the input of its network.
    /// - Complexity: O(nodes before the tensor whose fields nobody asked for yet): each node keeps those of its outputs.
    public init(of tensor: SymbolicTensor) {
        for node in GraphWalk.nodes(before: [tensor], unless: { $0.node[Kept.self] != nil }) {
            let before = node.inputs.map { $0.node[Kept.self]?.fields[$0.outputIndex] }
            node[Kept.self] = Kept(fields: node.outputs.map { AxisFields(of: $0, before) })
        }
        self.init(tensor.node[Kept.self]?.fields[tensor.outputIndex], tensor)
    }

    /// The fields of a node's outputs.
    private struct Kept {
        let fields: [AxisFields]
    }

    /// The spatial axes among all axes.
    private init(_ fields: AxisFields?, _ tensor: SymbolicTensor) {
        guard let fields, fields.axes.count > 1 else {
            axes = []
            return
        }
        let format = fields.format ?? tensor.layer.context.settings.imageDataFormat
        axes = format.spatialAxes(rank: fields.axes.count + 1).map {
            Axis(size: fields.axes[$0 - 1].size, jump: fields.axes[$0 - 1].jump)
        }
    }

    /// The receptive fields of the outputs of some nodes, by the identity of their tensors.
    /// - Parameters:
    ///   - nodes: calls of layers, each after those it depends on.
    ///   - inputs: tensors in which the fields are measured, beside those of input layers.
    static func fields(
        _ nodes: [Node], from inputs: [SymbolicTensor] = []
    ) -> [ObjectIdentifier: ReceptiveField] {
        var fields: [ObjectIdentifier: AxisFields] = [:]
        var result: [ObjectIdentifier: ReceptiveField] = [:]
        for input in inputs { fields[ObjectIdentifier(input)] = AxisFields(input: input.shape) }
        for node in nodes {
            let before = node.inputs.map { fields[ObjectIdentifier($0)] }
            for output in node.outputs {
                let field = fields[ObjectIdentifier(output)] ?? AxisFields(of: output, before)
                fields[ObjectIdentifier(output)] = field
                result[ObjectIdentifier(output)] = ReceptiveField(field, output)
            }
        }
        return result
    }

    /// The sizes as people write them: `9×9`, `all` for a whole axis.
    public var description: String {
        axes.map { $0.size.map(String.init) ?? "all" }.joined(separator: "×")
    }
}

/// How much of a network's input one element of a tensor depends on, along every axis of the input but the batch axis.
private struct AxisFields {
    /// One axis of the input.
    struct Axis {
        /// Elements of the input; nil where it is the whole axis.
        var size: Int?
        /// Elements of the input between neighbouring elements of the tensor.
        var jump: Double
        /// The axis of the tensor along which the field moves; nil where it does not.
        var place: Int?

        /// The field after an operation that depends on the tensor in this way.
        func seen(through positions: Positions) -> Axis {
            guard let size, let place, place < positions.axes.count, let (range, next) = positions.axes[place].range
            else { return Axis(size: nil, jump: jump, place: nil) }
            let grown = Double(size) + Double(range.extent - 1) * jump
            return Axis(
                size: grown < 1e15 ? Int(grown.rounded(.up)) : nil, jump: jump * range.strideValue, place: next)
        }

        /// Takes in what another input depends on.
        mutating func merge(_ other: Axis) {
            if let a = size, let b = other.size { size = max(a, b) } else { size = nil }
            jump = max(jump, other.jump)
            place = place ?? other.place
        }
    }

    let axes: [Axis]
    /// Where the channels are, as the layers up to the tensor say; nil where none does.
    let format: DataFormat?

    /// The fields of an input: its elements depend on themselves.
    init(input: BatchShape) {
        axes = (1..<max(input.rank, 1)).map { Axis(size: 1, jump: 1, place: $0) }
        format = nil
    }

    /// The fields of an output of a call: the larger of each axis where inputs meet.
    init(of output: SymbolicTensor, _ before: [AxisFields?]) {
        let node = output.node
        guard !node.inputs.isEmpty else {
            self = AxisFields(input: output.shape)
            return
        }
        let positions = node.layer.positions(
            ofOutput: output.outputIndex, inputs: node.inputs.map(\.shape), outputs: node.outputs.map(\.shape))
        let seen = zip(before, positions).map { fields, positions in
            (fields?.axes ?? []).map { $0.seen(through: positions) }
        }
        var axes = seen.first ?? []
        format = (node.layer as? CatalogueLayer)?.operation.dataFormat ?? before.lazy.compactMap { $0?.format }.first
        for other in seen.dropFirst() {
            for axis in axes.indices where axis < other.count { axes[axis].merge(other[axis]) }
        }
        self.axes = axes
    }
}
