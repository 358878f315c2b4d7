import Layers
import TensorEngine

/// How much of the work of some nodes is done.
struct EvaluationProgress {
    private let report: (_ done: Int, _ total: Int) -> Void
    private let total: Int
    private var done = 0

    /// The work of nodes of which none has been computed yet.
    init(of nodes: [Node], report: @escaping (_ done: Int, _ total: Int) -> Void) {
        self.report = report
        total = checkedSum(nodes.map(EvaluationProgress.work)) ?? Int.max
        report(0, total)
    }

    /// Some more nodes have been computed.
    mutating func finish(_ nodes: [Node]) {
        done = checkedSum([done] + nodes.map(EvaluationProgress.work)) ?? Int.max
        report(done, total)
    }

    /// Multiply-accumulates and numbers read for one sample; 0 where sizes are unknown.
    private static func work(of node: Node) -> Int {
        PendingCost.work(of: ShapedCall(node, inputs: node.inputs.map(\.shape), outputs: node.outputs.map(\.shape)))
            ?? 0
    }
}
