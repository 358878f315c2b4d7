import Layers
import Network
import TensorEngine

/// Why a layer's output has its shape, and where its parameters and its cost come from.
public struct LayerExplanation: Report {
    /// A weight and its sizes, whose product is its number of parameters.
    public struct Parameters: Equatable, Sendable {
        /// The weight: `kernel`.
        public let name: String
        /// Its sizes.
        public let sizes: [Int]

        /// The product of the sizes.
        public var count: Int { sizes.reduce(1, *) }
    }

    /// What the user calls it: `c1`.
    public var name: String
    /// The same, with the layer's own name where the name is that of the variable that holds the layer: `c = conv2d`.
    public private(set) var fullName: String
    /// The layer's class: `Conv2D`.
    public let layer: String
    /// The shapes of its inputs.
    public let inputs: [BatchShape]
    /// The shapes of its outputs; empty where it does not take these inputs.
    public let outputs: [BatchShape]
    /// How its window moves; nil for a layer that moves none.
    public let motion: WindowMotion?
    /// Where the shape comes from in numbers, where it moves no window: `6·5·3 = 90`; nil where there is nothing to say.
    public let reason: String?
    /// How the shape differs from that of the inputs; nil where it does not.
    public var change: String? { ShapeChange.text(from: inputs, to: outputs) }
    /// Its weights; nil where their shapes do not follow from the inputs.
    public let parameters: [Parameters]?
    /// The multiply-accumulate operations, step by step.
    public let costs: [CostTerm]
    /// All of them.
    public let cost: Dim
    /// Why it does not take these inputs; nil where it does.
    public let refusal: Refusal?
    /// What it does in a sentence.
    public let summary: String
    /// The layer at work; nil where nothing can be drawn.
    public var maps: MapsReport?

    /// Explains what a layer does, or would do, with inputs of some shapes. Computes no values.
    public init(_ layer: CatalogueLayer, inputs: [BatchShape]) {
        (name, fullName) = (layer.shownName, layer.fullName)
        self.layer = layer.className
        self.inputs = inputs
        summary = layer.made.definition.summary
        motion = inputs.count == 1 ? WindowMotion(of: layer, over: inputs[0]) : nil
        do throws(Refusal) {
            outputs = try layer.outputShapes(for: inputs)
            refusal = nil
        } catch {
            outputs = []
            refusal = error
        }
        parameters = (try? layer.operation.weights(for: inputs)).map { specs in
            specs.map { Parameters(name: $0.name, sizes: $0.shape) }
        }
        reason =
            outputs.count == 1
            ? (layer.operation as? any ReasonedOperation)?.shapeReason(inputs: inputs, output: outputs[0]) : nil
        cost = refusal == nil ? layer.operation.multiplyAccumulates(inputs: inputs, outputs: outputs) : .unknown
        if outputs.count == 1, inputs.count == 1, let operation = layer.operation as? any MultiplyingOperation {
            costs = operation.costTerms(input: inputs[0], output: outputs[0])
        } else {
            costs = []
        }
    }

    /// Explains the call that made a tensor; nil for one that no layer of the catalogue made.
    public init?(_ tensor: SymbolicTensor) {
        guard let layer = tensor.layer as? CatalogueLayer, !tensor.node.inputs.isEmpty else { return nil }
        self.init(layer, inputs: tensor.node.roles.parts(of: tensor.node.inputs).inputs.map(\.shape))
        name = tensor.shownName
        if layer.context.variable(tensor) != nil { fullName = name }
    }
}
