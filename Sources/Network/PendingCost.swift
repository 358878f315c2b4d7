import Layers
import TensorEngine

/// What has yet to be spent to compute the value of a tensor: kept feature maps cost nothing.
public struct PendingCost: Equatable, Sendable {
    /// Multiply-accumulates, and numbers read or written.
    public private(set) var multiplyAccumulates = 0
    /// Values of weights that do not exist yet.
    public private(set) var newWeights = 0
    /// Whether this is all of it; otherwise the network has many more nodes, and the figures are a lower bound.
    public private(set) var isComplete = true

    /// About how long it takes on one core, by rates that were measured on machines with AVX2: 20·10⁹ multiply-accumulates
    /// and 100·10⁶ new weights a second. It is the same on every machine, so that a script shows the same everywhere.
    public var estimatedSeconds: Double { Double(multiplyAccumulates) / 20e9 + Double(newWeights) / 100e6 }

    /// Figures that alone take so many seconds.
    public static func limits(seconds: Double) -> (multiplyAccumulates: Int, newWeights: Int) {
        (Int(seconds * 20e9), Int(seconds * 100e6))
    }

    /// Nodes that are counted in any case; beyond them, a network that costs more than the limits is not gone through.
    private static let fewNodes = 200

    /// The cost of a tensor's value; nil where sizes are unknown.
    /// - Parameter limits: figures beyond which the rest need not be known.
    public init?(
        of tensor: SymbolicTensor, limits: (multiplyAccumulates: Int, newWeights: Int) = (Int.max, Int.max),
        _ context: NetworkContext
    ) {
        if context.cache.contains(tensor) { return }
        var seen: Set<ObjectIdentifier> = [ObjectIdentifier(tensor.node)]
        var waiting = [tensor.node]
        while let node = waiting.popLast() {
            guard add(node) else { return nil }
            let isOver = multiplyAccumulates > limits.multiplyAccumulates || newWeights > limits.newWeights
            if isOver, seen.count > PendingCost.fewNodes {
                isComplete = false
                return
            }
            for input in node.inputs
            where !context.cache.contains(input) && seen.insert(ObjectIdentifier(input.node)).inserted {
                waiting.append(input.node)
            }
        }
    }

    /// The cost of a tensor's value for the data that the inputs are fed, where the sizes of inputs are not known; nil where no data
    /// were fed, or where they do not go through.
    public init?(ofFed tensor: SymbolicTensor, _ context: NetworkContext) {
        if context.cache.contains(tensor) { return }
        let inputs = GraphWalk.inputs(of: tensor)
        var shapes: [BatchShape] = []
        for input in inputs {
            guard case .tensor(let data)? = (input.layer as? InputLayer)?.feed else { return nil }
            shapes.append(BatchShape(data.shape.dims))
        }
        guard let model = try? Model(inputs: inputs, outputs: [tensor], name: "functional", context: context),
            let calls = try? model.calls(for: shapes)
        else { return nil }
        let samples = shapes.map { $0.dims[0].known ?? 1 }.max() ?? 1
        for call in calls {
            guard let work = PendingCost.work(of: call) else { return nil }
            let all = checkedProduct([work, samples]) ?? Int.max
            multiplyAccumulates = checkedSum([multiplyAccumulates, all]) ?? Int.max
            for weight in call.node.layer.weights where !weight.isAllocated {
                newWeights = checkedSum([newWeights, weight.spec.count]) ?? Int.max
            }
        }
    }

    /// Adds what a node costs; false where that is not known.
    private mutating func add(_ node: Node) -> Bool {
        guard let work = PendingCost.work(of: node) else { return false }
        multiplyAccumulates = checkedSum([multiplyAccumulates, work]) ?? Int.max
        for weight in node.layer.weights where !weight.isAllocated {
            newWeights = checkedSum([newWeights, weight.spec.count]) ?? Int.max
        }
        return true
    }

    /// The work of a node's call, which the node keeps.
    private struct Work {
        /// See `work(of:)`.
        let amount: Int?
    }

    private static func work(of node: Node) -> Int? {
        if let known = node[Work.self] { return known.amount }
        let call = ShapedCall(node, inputs: node.inputs.map(\.shape), outputs: node.outputs.map(\.shape))
        let amount = work(of: call)
        node[Work.self] = Work(amount: amount)
        return amount
    }

    /// Multiply-accumulates and reads of one call, with those of a function that is not looked into left out; nil where
    /// sizes are unknown.
    static func work(of call: ShapedCall) -> Int? {
        guard let elements = Dim.sum(call.outputs.map(\.elementsPerSample)).known else { return nil }
        let macs = call.node.layer.multiplyAccumulates(inputs: call.inputs, outputs: call.outputs)
        if !macs.isKnown, let model = call.network {
            guard let calls = try? model.calls(for: call.inputs) else { return nil }
            return Dim.sum(calls.map { Dim(work(of: $0)) }).known
        }
        // A layer without multiplications reads the elements under its window all the same.
        let reads = (macs.known ?? 0) > 0 ? elements : windowReads(call, elements: elements)
        return checkedSum([macs.known ?? 0, reads]) ?? Int.max
    }

    /// The numbers that a call reads for so many outputs; `Int.max` where they cannot be counted.
    private static func windowReads(_ call: ShapedCall, elements: Int) -> Int {
        let positions = call.node.layer.positions(ofOutput: 0, inputs: call.inputs, outputs: call.outputs)
        let extents = (positions.first?.axes ?? []).compactMap { $0.range?.indices.extent }
        return checkedProduct([elements] + extents.filter { $0 > 0 }) ?? Int.max
    }
}
