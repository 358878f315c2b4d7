import Layers
import Network
import TensorEngine

/// The elements of a network's inputs that one element of a tensor depends on, with the borders taken into account.
///
/// From the tensor back: what is in padding, or cut off, is not an element of anything and leads nowhere.
public struct ElementField {
    /// The product of sets of indices along the axes after the batch axis.
    struct Box: Hashable {
        var axes: [IndexRuns]
        var isExact = true

        func isSubset(of other: Box) -> Bool { zip(axes, other.axes).allSatisfy { $0.isSubset(of: $1) } }
    }

    private var boxes: [ObjectIdentifier: [Box]] = [:]
    /// Boxes of a tensor beyond which they become one that holds them all.
    private static let mostBoxes = 64

    /// The field of an element.
    /// - Parameters:
    ///   - tensor: a tensor whose sizes are known, as are those before it; only the size of the batch need not be.
    ///   - indices: its index along each axis after the batch axis; nil for all indices of an axis.
    /// - Returns: nil where a size is unknown.
    public init?(of tensor: SymbolicTensor, at indices: [Int?]) {
        guard let all = ElementField.all(tensor.shape) else { return nil }
        var start = all
        for (axis, index) in indices.enumerated() {
            if let index { start.axes[axis] = IndexRuns(index...index) }
        }
        let calls = GraphWalk.nodes(before: [tensor]).map {
            ShapedCall($0, inputs: $0.inputs.map(\.shape), outputs: $0.outputs.map(\.shape))
        }
        guard let found = ElementField.follow([ObjectIdentifier(tensor): [start]], back: calls) else { return nil }
        boxes = found
    }

    /// Whether the element depends on an element of an input.
    /// - Parameter indices: the index along each axis after the batch axis.
    public func contains(_ indices: [Int], of input: SymbolicTensor) -> Bool {
        (boxes[ObjectIdentifier(input)] ?? []).contains { box in
            zip(box.axes, indices).allSatisfy { $0.contains($1) }
        }
    }

    /// Whether it depends on each of them; otherwise on some of them at most.
    public func isExact(in input: SymbolicTensor) -> Bool {
        (boxes[ObjectIdentifier(input)] ?? []).allSatisfy(\.isExact)
    }

    /// All elements of a tensor; nil where a size is unknown.
    private static func all(_ shape: BatchShape) -> Box? {
        var axes: [IndexRuns] = []
        for size in shape.perSample {
            guard let size = size.known else { return nil }
            axes.append(size > 0 ? IndexRuns(0...size - 1) : IndexRuns())
        }
        return Box(axes: axes)
    }

    /// Follows elements of tensors back through calls.
    /// - Returns: the elements of every tensor that was met; nil where a size is unknown.
    private static func follow(
        _ start: [ObjectIdentifier: [Box]], back calls: [ShapedCall]
    ) -> [ObjectIdentifier: [Box]]? {
        var boxes = start
        for call in calls.reversed() where !call.node.inputs.isEmpty {
            let outputs = call.node.outputs.map { boxes[ObjectIdentifier($0)] ?? [] }
            guard let before = inputs(of: call, outputs) else { return nil }
            for (input, new) in zip(call.node.inputs, before) {
                for box in new { add(box, to: &boxes[ObjectIdentifier(input), default: []]) }
            }
        }
        return boxes
    }

    private static func add(_ box: Box, to boxes: inout [Box]) {
        if boxes.contains(where: { box.isSubset(of: $0) && ($0.isExact || !box.isExact) }) { return }
        boxes.removeAll { $0.isSubset(of: box) && (box.isExact || !$0.isExact) }
        boxes.append(box)
        guard boxes.count > mostBoxes else { return }
        var hull = boxes[0]
        for box in boxes { for axis in hull.axes.indices { hull.axes[axis] = hull.axes[axis].union(box.axes[axis]) } }
        hull.isExact = false
        boxes = [hull]
    }

    /// The elements of a call's inputs, for those of its outputs.
    private static func inputs(of call: ShapedCall, _ outputs: [[Box]]) -> [[Box]]? {
        if let model = call.node.layer as? Model { return inputs(of: model, call, outputs) }
        var result: [[Box]] = call.inputs.map { _ in [] }
        for (output, boxes) in outputs.enumerated() where !boxes.isEmpty {
            let positions = call.node.layer.positions(ofOutput: output, inputs: call.inputs, outputs: call.outputs)
            for (input, positions) in positions.enumerated() {
                guard let all = all(call.inputs[input]) else { return nil }
                for box in boxes {
                    let found = elements(positions, box, all)
                    if !found.axes.contains(where: \.isEmpty) { result[input].append(found) }
                }
            }
        }
        return result
    }

    private static func elements(_ positions: Positions, _ output: Box, _ all: Box) -> Box {
        var found = all
        found.isExact = output.isExact
        for axis in all.axes.indices {
            switch positions.axes[axis + 1] {
            case .whole: break
            case .single, .unknown: found.isExact = false
            case .exact(let range, let along), .bound(let range, let along):
                if case .bound = positions.axes[axis + 1] { found.isExact = false }
                guard along > 0, let hull = all.axes[axis].hull else { continue }
                var seen = IndexRuns()
                for index in output.axes[along - 1].runs.joined() {
                    for element in range.indices(of: index) where hull.contains(element) {
                        seen = seen.union(IndexRuns(element...element))
                    }
                }
                found.axes[axis] = seen
            }
        }
        return found
    }

    private static func inputs(of model: Model, _ call: ShapedCall, _ outputs: [[Box]]) -> [[Box]]? {
        guard let calls = try? model.calls(for: call.inputs) else { return nil }
        var start: [ObjectIdentifier: [Box]] = [:]
        for (tensor, boxes) in zip(model.outputs, outputs) { start[ObjectIdentifier(tensor), default: []] += boxes }
        return follow(start, back: calls).map { found in model.inputs.map { found[ObjectIdentifier($0)] ?? [] } }
    }
}
