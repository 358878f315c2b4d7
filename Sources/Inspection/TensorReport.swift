import Layers
import Network

/// One symbolic tensor in one line: the layer that made it, its shapes and its cost.
public struct TensorReport: Report, Equatable {
    /// The layer's class: `Conv2D`.
    public let layer: String
    /// The layer's name: `conv2d`.
    public let layerName: String
    /// Shapes of the layer's inputs; empty for a network's input.
    public let inputShapes: [BatchShape]
    /// Shape of the output, batch axis first.
    public let outputShape: BatchShape
    /// Number of values in the layer's weights.
    public let parameters: Int
    /// Multiply-accumulate operations for one sample.
    public let cost: Cost
    /// How much of the network's input one pixel sees.
    public let receptiveField: ReceptiveField
    /// For which sizes the inputs of a layer that joins or combines them agree, where that is not known.
    public let agreements: [SizeAgreement]

    /// Reports on a tensor; computes nothing of its values.
    public init(_ tensor: SymbolicTensor) {
        let node = tensor.node
        layer = node.layer.className == "InputLayer" ? "Input" : node.layer.className
        layerName = node.layer.name
        inputShapes = node.inputs.map(\.shape)
        outputShape = tensor.shape
        parameters = node.layer.parameterCount
        cost = Cost(of: node)
        receptiveField = ReceptiveField(of: tensor)
        agreements = SizeAgreement.all(of: node)
    }
}
