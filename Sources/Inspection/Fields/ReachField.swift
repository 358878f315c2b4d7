import Layers
import Network
import TensorEngine

/// The elements of tensors that depend on some elements of a tensor before them, with the borders taken into account: the
/// projective field, the opposite of the receptive field.
///
/// From the tensor on: an output element is among them if its window holds one of the elements.
public struct ReachField {
    private var boxes: [ObjectIdentifier: [IndexBox]] = [:]

    /// What depends on elements of a tensor.
    /// - Parameters:
    ///   - tensor: a tensor of known sizes; only the size of the batch need not be known.
    ///   - indices: their index along each axis after the batch axis; nil for all indices of an axis.
    ///   - targets: the tensors to which they are followed.
    /// - Returns: nil where a size is unknown.
    public init?(from tensor: SymbolicTensor, at indices: [Int?], to targets: [SymbolicTensor]) {
        guard let start = IndexBox.elements(indices, of: tensor.shape) else { return nil }
        let calls = GraphWalk.nodes(before: targets).map {
            ShapedCall($0, inputs: $0.inputs.map(\.shape), outputs: $0.outputs.map(\.shape))
        }
        guard let found = ReachField.follow([ObjectIdentifier(tensor): [start]], through: calls) else { return nil }
        boxes = found
    }

    /// Whether an element of a target depends on one of them.
    /// - Parameter indices: the index along each axis after the batch axis.
    public func contains(_ indices: [Int], of target: SymbolicTensor) -> Bool {
        boxes(of: target).contains { $0.contains(indices) }
    }

    /// The elements of a target that depend on them: those of any of these boxes.
    func boxes(of target: SymbolicTensor) -> [IndexBox] { boxes[ObjectIdentifier(target)] ?? [] }

    /// Whether each of them depends on one of the elements; otherwise some of them at most.
    public func isExact(in target: SymbolicTensor) -> Bool { boxes(of: target).allSatisfy(\.isCertain) }

    /// Follows elements of tensors through calls.
    /// - Returns: the elements of every tensor that depends on them; nil where a size is unknown.
    private static func follow(
        _ start: [ObjectIdentifier: [IndexBox]], through calls: [ShapedCall]
    ) -> [ObjectIdentifier: [IndexBox]]? {
        var boxes = start
        for call in calls {
            let inputs = call.node.inputs.map { boxes[ObjectIdentifier($0)] ?? [] }
            // Sizes depend on no element.
            guard inputs.contains(where: { !$0.isEmpty }), call.node.outputs.contains(where: { $0.sizes == nil }) else {
                continue
            }
            guard let after = outputs(of: call, inputs) else { return nil }
            for (output, new) in zip(call.node.outputs, after) {
                for box in new { IndexBox.add(box, to: &boxes[ObjectIdentifier(output), default: []]) }
            }
        }
        return boxes
    }

    /// The elements of a call's outputs that depend on those of its inputs.
    private static func outputs(of call: ShapedCall, _ inputs: [[IndexBox]]) -> [[IndexBox]]? {
        if let model = call.network { return outputs(of: model, call, inputs) }
        var result: [[IndexBox]] = []
        for output in call.outputs.indices {
            guard let all = IndexBox.all(of: call.outputs[output]) else { return nil }
            let positions = call.positions(ofOutput: output)
            var found: [IndexBox] = []
            for (positions, boxes) in zip(positions, inputs) {
                for box in boxes {
                    let elements = elements(positions, box, all)
                    if !elements.isEmpty { found.append(elements) }
                }
            }
            result.append(found)
        }
        return result
    }

    private static func elements(_ positions: Positions, _ input: IndexBox, _ all: IndexBox) -> IndexBox {
        var found = all
        found.isExact = input.isExact
        found.looseAxes = []
        for axis in input.axes.indices {
            let isLoose = input.looseAxes.contains(axis)
            switch positions.axes[axis + 1] {
            case .whole: break
            case .single(let along) where along > 0: found.looseAxes.insert(along - 1)
            case .single, .unknown: found.isExact = false
            case .exact(let range, let along), .bound(let range, let along):
                if case .bound = positions.axes[axis + 1] { found.isExact = false }
                guard along > 0 else { continue }
                if let seeing = seeing(input.axes[axis], range, found.axes[along - 1]) {
                    found.axes[along - 1] = seeing
                } else {
                    found.isExact = false
                }
                // Of some indices, not even one need be seen, unless every one is.
                if isLoose, range == .same { found.looseAxes.insert(along - 1) }
                if isLoose, range != .same { found.isExact = false }
            }
        }
        return found
    }

    /// Indices beyond which axes are not gone through one by one; what sees them is then a bound.
    private static let longest = 1 << 20

    /// The indices of an output, among `candidates`, whose range may hold one of the indices.
    private static func near(_ indices: IndexRuns, _ range: IndexRange, _ candidates: IndexRuns) -> IndexRuns {
        let (p, q) = range.stride
        guard p > 0, let hull = indices.hull, let all = candidates.hull else { return candidates }
        // ⌊(o·p + b) / q⌋ ≥ first and ⌊(o·p + a) / q⌋ ≤ last
        let low = (Double(hull.lowerBound) * Double(q) - Double(range.offsets.last)) / Double(p) - 1
        let high = (Double(hull.upperBound + 1) * Double(q) - Double(range.offsets.first)) / Double(p) + 1
        let (first, last) = (Double(all.lowerBound), Double(all.upperBound))
        guard low <= last, high >= first else { return IndexRuns() }
        return candidates.clamped(to: Int(max(low.rounded(.down), first))...Int(min(high.rounded(.up), last)))
    }

    /// The indices of an output, among `candidates`, whose range holds one of the indices; nil where there are too many to go
    /// through.
    private static func seeing(_ indices: IndexRuns, _ range: IndexRange, _ candidates: IndexRuns) -> IndexRuns? {
        if range == .same { return indices.intersection(candidates) }
        let near = near(indices, range, candidates)
        guard near.count <= longest else { return nil }
        var seeing = IndexRuns()
        for candidate in near.runs.joined()
        where range.indices(of: candidate).contains(where: { indices.contains($0) }) {
            seeing = seeing.union(IndexRuns(candidate...candidate))
        }
        return seeing
    }

    private static func outputs(of model: Model, _ call: ShapedCall, _ inputs: [[IndexBox]]) -> [[IndexBox]]? {
        guard let calls = try? model.calls(for: call.inputs) else { return nil }
        var start: [ObjectIdentifier: [IndexBox]] = [:]
        for (tensor, boxes) in zip(model.inputs, inputs) { start[ObjectIdentifier(tensor), default: []] += boxes }
        return follow(start, through: calls).map { found in model.outputs.map { found[ObjectIdentifier($0)] ?? [] } }
    }
}
