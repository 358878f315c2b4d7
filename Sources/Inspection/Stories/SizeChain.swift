import Layers
import Network
import TensorEngine

/// The sizes along one axis of a tensor, from an input of the network on: `25 → pool1 → 12 (1 dropped) → up1 → 24`.
struct SizeChain {
    /// A call that changes the size.
    struct Step {
        /// What the call is called: the variable that holds its output, or the layer.
        let name: String
        /// The node.
        let node: Node
        /// The size that it makes.
        let size: Int
        /// What happens to pixels at the end: `1 dropped`, `rounded up`; nil where nothing does.
        let loss: String?
    }

    /// The tensor with which it begins.
    let start: SymbolicTensor
    /// The size there.
    let startSize: Int
    /// The calls that change the size, in order.
    let steps: [Step]
    /// All tensors on the way, the first one included.
    let tensors: [SymbolicTensor]

    /// The size at the end.
    var size: Int { steps.last?.size ?? startSize }

    /// The chain that leads to a tensor along the first inputs of the calls; nil where a size is not known.
    /// - Parameters:
    ///   - axis: the axis, batch axis included.
    ///   - isStart: whether the chain begins with a tensor, though something is before it.
    init?(
        to tensor: SymbolicTensor, axis: Int, name: (SymbolicTensor) -> String,
        startingAt isStart: (SymbolicTensor) -> Bool = { _ in false }
    ) {
        var (current, place) = (tensor, axis)
        var (steps, tensors): ([Step], [SymbolicTensor]) = ([], [tensor])
        while !isStart(current), let (input, before) = SizeChain.source(of: current, axis: place) {
            guard let size = current.shape.dims[place].known, let old = input.shape.dims[before].known else {
                return nil
            }
            if size != old {
                let loss = SizeChain.loss(current.node, axis: before)
                steps.insert(Step(name: name(current), node: current.node, size: size, loss: loss), at: 0)
            }
            (current, place) = (input, before)
            tensors.insert(current, at: 0)
        }
        guard let size = current.shape.dims[place].known else { return nil }
        (start, startSize) = (current, size)
        self.steps = steps
        self.tensors = tensors
    }

    /// The input of a call from which an axis comes, and which of its axes it is.
    private static func source(of tensor: SymbolicTensor, axis: Int) -> (SymbolicTensor, Int)? {
        let node = tensor.node
        guard !node.inputs.isEmpty else { return nil }
        let positions = node.layer.positions(
            ofOutput: tensor.outputIndex, inputs: node.inputs.map(\.shape), outputs: node.outputs.map(\.shape))
        for (input, positions) in zip(node.inputs, positions) {
            if let place = positions.axes.firstIndex(where: { $0.range?.along == axis }) { return (input, place) }
        }
        // A model is not looked into: its axes are taken to be those of its input.
        guard node.network != nil, let input = node.inputs.first, input.shape.rank == tensor.shape.rank else {
            return nil
        }
        return (input, axis)
    }

    /// What a window that moves with a stride does with the pixels that are left at the end.
    private static func loss(_ node: Node, axis: Int) -> String? {
        guard node.inputs.count == 1, let motion = WindowMotion(of: node.layer, over: node.inputs[0].shape) else {
            return nil
        }
        let spatial = Array(motion.dataFormat.spatialAxes(rank: node.inputs[0].shape.rank))
        guard let place = spatial.firstIndex(of: axis) else { return nil }
        return motion.axes[place].loss
    }

    /// `25 → pool1 → 12 (1 dropped) → up1 → 24`
    var text: String {
        var text = "\(startSize)"
        let shown = steps.count > 9 ? Array(steps.suffix(8)) : steps
        if shown.count < steps.count { text += " → …" }
        for step in shown {
            text += " → \(step.name) → \(step.size)"
            if let loss = step.loss { text += " (\(loss))" }
        }
        return text
    }

    /// The call that lost pixels, the first of them; nil where none did.
    var loser: Step? { steps.first { $0.loss != nil } }
}

extension WindowAxis {
    /// What happens to pixels at the end: `1 dropped`, `rounded up`; nil where nothing does.
    var loss: String? {
        if let unused = unusedAtEnd, unused > 0 { return "\(unused) dropped" }
        guard case .sliding(.same) = rule, let size = input.known, stride > 1, size % stride != 0 else { return nil }
        return "rounded up"
    }
}
