import Layers
import Network
import TensorEngine

/// The elements of a network's inputs that one element of a tensor depends on, with the borders taken into account.
///
/// From the tensor back: what is in padding, or cut off, is not an element of anything and leads nowhere.
public struct ElementField {
    private var boxes: [ObjectIdentifier: [IndexBox]] = [:]
    /// Indices beyond which axes are not gone through one by one; the whole axis is then a bound.
    private static let longest = 1 << 20

    /// The field of an element.
    /// - Parameters:
    ///   - tensor: a tensor whose sizes are known, as are those before it; only the size of the batch need not be.
    ///   - indices: its index along each axis after the batch axis; nil for all indices of an axis.
    /// - Returns: nil where a size is unknown.
    public init?(of tensor: SymbolicTensor, at indices: [Int?]) {
        guard let start = IndexBox.elements(indices, of: tensor.shape) else { return nil }
        let calls = GraphWalk.nodes(before: [tensor]).map {
            ShapedCall($0, inputs: $0.inputs.map(\.shape), outputs: $0.outputs.map(\.shape))
        }
        guard let found = ElementField.follow([ObjectIdentifier(tensor): [start]], back: calls) else { return nil }
        boxes = found
    }

    /// Whether the element depends on an element of an input.
    /// - Parameter indices: the index along each axis after the batch axis.
    public func contains(_ indices: [Int], of input: SymbolicTensor) -> Bool {
        boxes(of: input).contains { $0.contains(indices) }
    }

    /// The elements of an input that it depends on: those of any of these boxes.
    func boxes(of input: SymbolicTensor) -> [IndexBox] { boxes[ObjectIdentifier(input)] ?? [] }

    /// Whether it depends on each of them; otherwise on some of them at most.
    public func isExact(in input: SymbolicTensor) -> Bool {
        boxes(of: input).allSatisfy(\.isCertain)
    }

    /// Follows elements of tensors back through calls.
    /// - Returns: the elements of every tensor that was met; nil where a size is unknown.
    private static func follow(
        _ start: [ObjectIdentifier: [IndexBox]], back calls: [ShapedCall]
    ) -> [ObjectIdentifier: [IndexBox]]? {
        var boxes = start
        for call in calls.reversed() where !call.node.inputs.isEmpty {
            let outputs = call.node.outputs.map { boxes[ObjectIdentifier($0)] ?? [] }
            guard let before = inputs(of: call, outputs) else { return nil }
            for (input, new) in zip(call.node.inputs, before) {
                for box in new { IndexBox.add(box, to: &boxes[ObjectIdentifier(input), default: []]) }
            }
        }
        return boxes
    }

    /// The elements of a call's inputs, for those of its outputs.
    private static func inputs(of call: ShapedCall, _ outputs: [[IndexBox]]) -> [[IndexBox]]? {
        if let model = call.network { return inputs(of: model, call, outputs) }
        var result: [[IndexBox]] = call.inputs.map { _ in [] }
        for (output, boxes) in outputs.enumerated() where !boxes.isEmpty {
            let whole = IndexBox.all(of: call.outputs[output])
            let positions = call.positions(ofOutput: output)
            for (input, positions) in positions.enumerated() where call.node.inputs[input].sizes == nil {
                guard let all = IndexBox.all(of: call.inputs[input]) else { return nil }
                for box in boxes {
                    let found = elements(positions, box, whole, all)
                    if !found.isEmpty { result[input].append(found) }
                }
            }
        }
        return result
    }

    /// - Parameters:
    ///   - whole: all elements of the output; nil where a size is unknown.
    ///   - all: all elements of the input.
    private static func elements(
        _ positions: Positions, _ output: IndexBox, _ whole: IndexBox?, _ all: IndexBox
    ) -> IndexBox {
        var found = all
        found.isExact = output.isExact
        for axis in all.axes.indices {
            switch positions.axes[axis + 1] {
            case .whole: break
            case .single(let along):
                // All indices along the merged axis are all indices here.
                if along < 1 || whole?.axes[along - 1] != output.axes[along - 1] { found.isExact = false }
            case .unknown: found.isExact = false
            case .exact(let range, let along), .bound(let range, let along):
                if case .bound = positions.axes[axis + 1] { found.isExact = false }
                guard along > 0, let hull = all.axes[axis].hull else { continue }
                if range == .same {
                    found.axes[axis] = output.axes[along - 1].clamped(to: hull)
                    continue
                }
                guard output.axes[along - 1].count <= longest else {
                    found.isExact = false
                    continue
                }
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

    private static func inputs(of model: Model, _ call: ShapedCall, _ outputs: [[IndexBox]]) -> [[IndexBox]]? {
        guard let calls = try? model.calls(for: call.inputs) else { return nil }
        var start: [ObjectIdentifier: [IndexBox]] = [:]
        for (tensor, boxes) in zip(model.outputs, outputs) { start[ObjectIdentifier(tensor), default: []] += boxes }
        return follow(start, back: calls).map { found in model.inputs.map { found[ObjectIdentifier($0)] ?? [] } }
    }
}
