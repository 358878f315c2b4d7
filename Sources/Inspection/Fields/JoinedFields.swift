import Layers
import Network

/// The fields of tensors that are joined along an axis, as `concatenate` and `stack` do: which tensor an element comes from
/// follows from its index along the axis.
struct JoinedFields {
    /// The axis of the output.
    let axis: Int
    /// Where each tensor begins along it; nil where that is not known.
    private let starts: [Int?]

    /// Whether it is the channels that are joined, so that a pixel has those of all tensors.
    private let isOfChannels: Bool

    /// Nil for a call that joins nothing.
    init?(_ call: ShapedCall, output: BatchShape, _ format: DataFormat) {
        let operation = (call.node.layer as? CatalogueLayer)?.operation
        guard let joining = operation as? any Joining ?? (operation as? FunctionOperation)?.joining else { return nil }
        let axis = joining.axis < 0 ? joining.axis + output.rank : joining.axis
        let channels = output.rank > 2 ? format.channelAxis(rank: output.rank) : nil
        guard call.inputs.count > 1, axis > 0 else { return nil }
        self.axis = axis
        isOfChannels = axis == channels
        var start: Int? = 0
        starts = call.inputs.map { input in
            let size = input.rank < output.rank ? 1 : input.dims[axis].known
            defer { start = start.flatMap { start in size.map { start + $0 } } }
            return start
        }
    }

    /// The fields of an element of the output.
    /// - Parameters:
    ///   - inputs: for each tensor its fields.
    ///   - positions: for each tensor, what an element of the output depends on.
    func fields(_ inputs: [[TensorField]], _ positions: [Positions], _ shapes: [BatchShape]) -> [TensorField] {
        let tensors = inputs.indices.map { index in
            inputs[index].map { field in
                let field = isOfChannels ? field.unshared(along: axis) : field
                return field.after(positions[index].whereRead, of: shapes[index])
            }
        }
        let wasShared = isOfChannels && inputs.joined().contains { $0.isShared(along: axis) }
        var seen: [TensorField] = []
        for field in tensors.joined() where !seen.contains(where: { $0.input == field.input }) {
            let all = tensors.compactMap { $0.first { $0.input == field.input } }
            if isOfChannels {
                seen.append(sharedByChannels(all, isForEach: !wasShared && all.count == tensors.count))
            } else {
                seen.append(all.count == tensors.count ? joined(all) : atMost(all))
            }
        }
        return seen
    }

    /// What the channels of a pixel see together.
    /// - Parameter isForEach: whether each channel sees what is claimed, if all tensors see the same.
    private func sharedByChannels(_ fields: [TensorField], isForEach: Bool) -> TensorField {
        if isForEach, fields.allSatisfy({ $0 == fields[0] }) { return fields[0] }
        return fields.dropFirst().reduce(fields[0]) { $0.union($1) }.shared(along: axis)
    }

    /// One field for tensors that all see the input.
    private func joined(_ fields: [TensorField]) -> TensorField {
        var result = fields[0]
        for place in result.axes.indices {
            result.axes[place] = joined(fields.map { $0.axes[place] })
        }
        return result
    }

    private func joined(_ fields: [AxisField]) -> AxisField {
        let first = fields[0]
        if fields.allSatisfy({ $0 == first }) { return first }
        return evenlySpaced(fields) ?? atMost(fields)
    }

    /// The field of tensors each of which is one index long and sees as much as the one before, so many indices further on.
    private func evenlySpaced(_ fields: [AxisField]) -> AxisField? {
        let sets = fields.compactMap(\.fixedSet)
        guard starts == Array(0..<fields.count), sets.count == fields.count, let first = sets[0].hull,
            let second = sets[1].hull
        else { return nil }
        let step = second.lowerBound - first.lowerBound
        guard step > 0, sets.indices.allSatisfy({ sets[$0] == sets[0].shifted(by: $0 * step) }) else { return nil }
        return AxisField(
            indices: .moving(MovingIndices(shift: step, sets: [sets[0]], isPlaced: true), along: axis),
            isExact: fields.allSatisfy { $0.isExact && $0.sharedAlong == nil },
            isExtentExact: fields.allSatisfy { $0.isExtentExact && $0.sharedAlong == nil })
    }

    /// What an element sees at most that may come from any of the tensors.
    private func atMost(_ fields: [AxisField]) -> AxisField {
        let all = fields.dropFirst().reduce(fields[0]) { $0.union($1) }
        if case .moving(_, axis) = all.indices { return .unknown }
        return all.atMost
    }

    private func atMost(_ fields: [TensorField]) -> TensorField {
        var result = fields[0]
        for place in result.axes.indices { result.axes[place] = atMost(fields.map { $0.axes[place] }) }
        return result
    }
}

extension AxisField {
    /// The indices that all elements depend on, whatever their place; nil where these move with it.
    fileprivate var fixedSet: IndexRuns? {
        switch indices {
        case .fixed(let set): set
        case .moving(let moving, _): moving.period == 1 && moving.shift == 0 ? moving.sets[0] : nil
        case .scattered, .whole, .unknown: nil
        }
    }
}

extension Positions {
    /// The elements of a tensor that an element depends on if it comes from that tensor.
    var whereRead: Positions {
        var result = self
        result.axes = axes.map { axis in
            if case .bound(let range, let along) = axis { .exact(range, along: along) } else { axis }
        }
        return result
    }
}
