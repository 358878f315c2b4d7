import Layers
import Network

/// What `model.summary()` tells: the layers, their output shapes and parameters, and the totals.
public struct Summary: Equatable, Sendable {
    /// One layer.
    public struct Row: Equatable, Sendable {
        /// The name it is found by.
        public let name: String
        /// The class: `Conv2D`.
        public let layer: String
        /// `(None, 72, 14, 64)`; `?` where the layer is not built.
        public let outputShape: String
        /// Number of parameters; nil where the layer is not built.
        public let parameters: Int?
        /// Names of the layers whose output it takes.
        public let connectedTo: [String]
    }

    /// The model's name: `functional`.
    public let modelName: String
    /// The model's class.
    public let modelClass: String
    /// Number of rows.
    public let rows: [Row]
    /// Whether the layers form one chain, so that connections need no column.
    public let isChain: Bool
    /// Number of parameters in all.
    public let totalParameters: Int
    /// Parameters that training may change.
    public let trainableParameters: Int
    /// Multiply-accumulates for one sample; nil where sizes are unknown.
    public let multiplyAccumulates: Int?

    /// Parameters that training leaves alone.
    public var nonTrainableParameters: Int { totalParameters - trainableParameters }

    /// Summarises a model. Allocates no weights.
    public init(_ model: Model) {
        modelName = model.name
        modelClass = model.className
        let nodes = model.nodes
        let inModel = Set(nodes.map(ObjectIdentifier.init))
        rows = model.operations.map { layer in
            let calls = layer.inboundNodes.filter { inModel.contains(ObjectIdentifier($0)) }
            return Summary.row(layer, calls)
        }
        isChain =
            model is Sequential
            || nodes.allSatisfy { $0.inputs.count <= 1 }
                && Summary.isUnbranched(nodes)
                && model.operations.allSatisfy {
                    $0.inboundNodes.filter { inModel.contains(ObjectIdentifier($0)) }.count <= 1
                }
        totalParameters = model.parameterCount
        trainableParameters = model.trainableParameterCount
        multiplyAccumulates = model.multiplyAccumulates(
            inputs: model.inputs.map(\.shape), outputs: model.outputs.map(\.shape))
    }

    private static func row(_ layer: Layer, _ calls: [Node]) -> Row {
        let shapes = calls.first?.outputs.map(\.shape.description) ?? []
        let shape = shapes.isEmpty ? "?" : (shapes.count == 1 ? shapes[0] : "[\(shapes.joined(separator: ", "))]")
        return Row(
            name: layer.name, layer: layer.className, outputShape: shape,
            parameters: layer.isBuilt ? layer.parameterCount : nil,
            connectedTo: calls.flatMap { node in
                node.inputs.map { "\($0.layer.name)[\(callIndex(of: $0))][\($0.outputIndex)]" }
            })
    }

    /// Which of its layer's calls made a tensor.
    private static func callIndex(of tensor: SymbolicTensor) -> Int {
        tensor.layer.inboundNodes.firstIndex { $0 === tensor.node } ?? 0
    }

    private static func isUnbranched(_ nodes: [Node]) -> Bool {
        var uses: [ObjectIdentifier: Int] = [:]
        for node in nodes { for input in node.inputs { uses[ObjectIdentifier(input), default: 0] += 1 } }
        return uses.values.allSatisfy { $0 <= 1 }
    }
}

extension Model {
    /// The model from the inputs that a tensor depends on to the tensor; it takes no automatic name.
    public static func leading(to tensor: SymbolicTensor, context: NetworkContext) throws(Refusal) -> Model {
        try Model(inputs: GraphWalk.inputs(of: tensor), outputs: [tensor], name: "functional", context: context)
    }
}
