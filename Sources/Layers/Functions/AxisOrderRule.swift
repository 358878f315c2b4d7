import TensorEngine

/// Axes in another order, new axes of size 1, or axes of size 1 left out: `transpose`, `expand_dims`, `squeeze`.
public struct AxisOrderRule: UncountedRule {
    private let sources: @Sendable (_ rank: Int) -> [Int?]?
    private let leavesOutUnknown: Bool

    /// - Parameters:
    ///   - leavesOutUnknown: whether an axis whose size is not known can be left out, as in TensorFlow.
    ///   - sources: the input's axis for each axis of the output, nil for a new one; nil for a rank that does not fit.
    public init(leavesOutUnknown: Bool = false, _ sources: @escaping @Sendable (_ rank: Int) -> [Int?]?) {
        (self.sources, self.leavesOutUnknown) = (sources, leavesOutUnknown)
    }

    /// The input's axis for each axis of the output, nil for a new one; nil for a rank that does not fit.
    func order(rank: Int) -> [Int?]? { sources(rank) }

    /// Only axes of size 1 can be left out.
    public func refusal(of inputs: [BatchShape]) -> Refusal? {
        for input in inputs {
            guard let kept = sources(input.rank) else { continue }
            for axis in 0..<input.rank where !kept.contains(axis) && input.dims[axis] != 1 {
                if leavesOutUnknown, !input.dims[axis].isKnown { continue }
                return Refusal(
                    "Cannot squeeze axis \(axis), because the dimension is not 1.", received: "shape=\(input)")
            }
        }
        return nil
    }

    /// The sizes in the other order.
    public func outputShapes(for inputs: [BatchShape]) -> [BatchShape]? {
        guard inputs.count == 1, refusal(of: inputs) == nil, let axes = sources(inputs[0].rank) else { return nil }
        return [BatchShape(axes.map { $0.map { inputs[0].dims[$0] } ?? 1 })]
    }

    /// The same index along the axis in its new place.
    public func positions(ofOutput output: Int, inputs: [BatchShape], outputs: [BatchShape]) -> [Positions] {
        inputs.map { input in
            guard let axes = sources(input.rank) else { return .unknown(input) }
            // An axis that is left out has one element.
            var positions = [Positions.Axis](repeating: .whole, count: input.rank)
            for case (let target, let axis?) in axes.enumerated() { positions[axis] = .same(target) }
            return Positions(positions)
        }
    }
}

/// The same elements in another shape.
public struct ReshapeRule: UncountedRule {
    private let shape: [Dim]?

    /// - Parameter shape: the sizes, -1 for what is left; nil where they are not known.
    public init(to shape: [Dim]? = nil) { self.shape = shape }

    /// The shape where sizes of the input are not known; elsewhere the function itself refuses one that does not fit.
    public func outputShapes(for inputs: [BatchShape]) -> [BatchShape]? {
        guard let shape, let input = inputs.first, shape.count(where: { $0 == -1 }) < 2,
            shape.allSatisfy({ ($0.known ?? 0) >= -1 }), !(input.dims + shape).allSatisfy(\.isKnown)
        else { return nil }
        return [BatchShape(shape.map { $0 == -1 ? ReshapeRule.rest(of: input.dims, shape) : $0.withoutBatch })]
    }

    /// The size that is left for -1: known where all others are, for one sample where both begin with the batch.
    private static func rest(of input: [Dim], _ shape: [Dim]) -> Dim {
        let isBatched = shape.first == Dim(SizeSymbol.batch)
        let others = Dim.product(shape.dropFirst(isBatched ? 1 : 0).filter { $0 != -1 })
        let all = Dim.product(input.dropFirst(isBatched ? 1 : 0))
        if all == others { return 1 }
        guard let known = others.known, known > 0 else { return .unknown }
        let rest = all.floorDivided(by: known)
        // As in Keras, a size is not known where that of another axis is not.
        return rest.isKnown && !input.allSatisfy(\.isKnown) ? .unknown : rest
    }

    /// The same index along axes before the first and after the last size that differs.
    public func positions(ofOutput output: Int, inputs: [BatchShape], outputs: [BatchShape]) -> [Positions] {
        let keepsBatch = shape?.first == Dim(SizeSymbol.batch)
        return inputs.map { .reshaped($0, to: outputs[output], keepsBatch: keepsBatch) }
    }
}

/// All axes of size 1 left out: `squeeze` without an axis. One whose size is not known stays, as in Keras.
public struct SqueezingRule: UncountedRule {
    private let needsSizes: Bool

    /// - Parameter needsSizes: whether tensors are refused that have axes of sizes that are not known, as in TensorFlow.
    public init(needsSizes: Bool = false) { self.needsSizes = needsSizes }

    /// Without the sizes the number of the axes that stay is not known.
    public func refusal(of inputs: [BatchShape]) -> Refusal? {
        guard needsSizes, let input = inputs.first(where: { !$0.dims.allSatisfy(\.isKnown) }) else { return nil }
        return Refusal(
            argument: "axis", "The number of axes is not known where not all sizes are.", received: "shape=\(input)",
            remedy: "give `axis`")
    }

    /// The sizes other than 1.
    public func outputShapes(for inputs: [BatchShape]) -> [BatchShape]? {
        refusal(of: inputs) == nil ? inputs.map { BatchShape($0.dims.filter { $0 != 1 }) } : nil
    }

    /// The same index along the axes that stay.
    public func positions(ofOutput output: Int, inputs: [BatchShape], outputs: [BatchShape]) -> [Positions] {
        inputs.map { input in
            var target = -1
            return Positions(
                input.dims.map { size in
                    if size == 1 { return .whole }
                    target += 1
                    return .same(target)
                })
        }
    }
}

/// Elements repeated to a given shape: `broadcast_to`.
public struct BroadcastRule: UncountedRule {
    private let shape: [Dim]

    /// - Parameter shape: the sizes of the output.
    public init(to shape: [Dim]) { self.shape = shape }

    /// The given shape where sizes of the input are not known; elsewhere the function itself refuses one that does not fit.
    public func outputShapes(for inputs: [BatchShape]) -> [BatchShape]? {
        inputs.allSatisfy { $0.dims.allSatisfy(\.isKnown) } ? nil : [BatchShape(shape)]
    }

    /// The same position, by numpy's rule of broadcasting.
    public func positions(ofOutput output: Int, inputs: [BatchShape], outputs: [BatchShape]) -> [Positions] {
        inputs.map { .broadcast($0, to: outputs[output]) }
    }
}
