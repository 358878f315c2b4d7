import Layers
import Network
import TensorEngine

/// The sizes through a network: one line for each call of a layer.
public struct NetworkExplanation: Report {
    /// One call.
    public struct Row: Sendable {
        /// What the user calls it: `c1`.
        public let name: String
        /// The same, with the layer's own name where the name is that of the variable that holds the layer: `b = block_2`.
        public let fullName: String
        /// The layer's class.
        public let layer: String
        /// The shapes of its inputs; empty for an input of the network.
        public let inputs: [BatchShape]
        /// The shapes of its outputs.
        public let outputs: [BatchShape]
        /// The arithmetic of each axis of a layer that moves a window.
        public let axes: [AxisArithmetic]
        /// Where the shape comes from in numbers, where no window moves; nil where there is nothing to say.
        public let reason: String?
        /// How the shape differs from that of the inputs; nil where it does not.
        public let change: String?
        /// How many calls of layers it consists of; 0 for a layer that has none inside.
        public let callsInside: Int
        /// Pixels of the input that no output reads, for each axis; empty where they are not known.
        public let unread: [Int]
        /// The number of parameters.
        public let parameters: Int
        /// The multiply-accumulate operations for one sample.
        public let cost: Cost
    }

    /// The model's name.
    public let name: String
    /// The calls, each after those it depends on.
    public let rows: [Row]

    /// Explains a model. Computes no values.
    /// - Parameter inputs: the shapes of a call; nil for the inputs that the model was made for.
    public init(_ model: Model, on inputs: [BatchShape]? = nil) {
        name = model.name
        let made = model.nodes.map { ShapedCall($0, inputs: $0.inputs.map(\.shape), outputs: $0.outputs.map(\.shape)) }
        guard let inputs, inputs != model.inputs.map(\.shape), let calls = try? model.calls(for: inputs) else {
            rows = made.map(Row.init)
            return
        }
        let given = zip(model.inputs, inputs).map { ShapedCall($0.node, inputs: [], outputs: [$1]) }
        rows = (given + calls).map(Row.init)
    }
}

extension NetworkExplanation.Row {
    init(_ call: ShapedCall) {
        let node = call.node
        name = node.outputs.first?.shownName ?? node.layer.name
        let isTensor = node.layer is InputLayer || node.outputs.first.flatMap(node.layer.context.variable) != nil
        fullName = isTensor ? name : node.layer.fullName
        layer = node.layer.className
        (inputs, outputs) = (call.inputs, call.outputs)
        let motion = inputs.count == 1 ? WindowMotion(of: node.layer, over: inputs[0]) : nil
        axes = motion?.arithmetic ?? []
        let operation = (node.layer as? CatalogueLayer)?.operation as? any ReasonedOperation
        reason = inputs.isEmpty ? nil : operation?.shapeReason(inputs: inputs, output: outputs[0])
        change = ShapeChange.text(from: inputs, to: outputs)
        callsInside = inputs.isEmpty ? 0 : call.network?.nodes.count { !$0.inputs.isEmpty } ?? 0
        unread =
            motion.map { motion in
                motion.axes.allSatisfy { ($0.input.known ?? .max) <= 1_000_000 } ? motion.axes.map(\.unread.count) : []
            } ?? []
        parameters = node.layer.parameterCount
        cost = Cost(of: [call])
    }
}
