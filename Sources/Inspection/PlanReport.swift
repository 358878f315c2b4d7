import Layers
import Network
import TensorEngine

/// By which path the engine computes the convolutions of some layers, and why.
public struct PlanReport: Report, Equatable {
    /// One convolution of one layer.
    public struct Row: Equatable, Sendable {
        /// The variable that holds the layer's output, or the layer's name: `c1`, `conv2d`.
        public let name: String
        /// The layer's class: `Conv2D`.
        public let layer: String
        /// The path and the reason; nil where sizes are unknown.
        public let plan: ConvolutionPlan?
    }

    /// The convolutions, in the order of computation.
    public let rows: [Row]

    /// Reports on the convolutions among some nodes.
    /// - Parameter nodes: calls of layers, each after those it depends on. Networks among them are looked into.
    public init(_ nodes: [Node]) { rows = nodes.flatMap(PlanReport.rows) }

    private static func rows(of node: Node) -> [Row] {
        if let model = node.network { return model.nodes.flatMap(rows) }
        guard let layer = node.layer as? CatalogueLayer, let input = node.inputs.first else { return [] }
        let name = node.outputs.first?.shownName ?? layer.name
        let sizes = [1] + input.shape.dims.dropFirst().compactMap(\.known)
        guard sizes.count == input.shape.rank else {
            // With any sizes at all: is there a convolution in it?
            let some = [1] + input.shape.dims.dropFirst().map { $0.known ?? 64 }
            let count = (try? layer.operation.convolutionPlans(for: some).count) ?? 0
            return Array(repeating: Row(name: name, layer: layer.className, plan: nil), count: count)
        }
        let plans = (try? layer.operation.convolutionPlans(for: sizes)) ?? []
        return plans.map { Row(name: name, layer: layer.className, plan: $0) }
    }
}
