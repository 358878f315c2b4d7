import TensorEngine

/// Axes in another order, new axes of size 1, or axes of size 1 left out: `transpose`, `expand_dims`, `squeeze`.
public struct AxisOrderRule: UncountedRule {
    private let sources: @Sendable (_ rank: Int) -> [Int?]?

    /// - Parameter sources: the input's axis for each axis of the output, nil for a new one; nil for a rank that does not fit.
    public init(_ sources: @escaping @Sendable (_ rank: Int) -> [Int?]?) { self.sources = sources }

    /// The input's axis for each axis of the output, nil for a new one; nil for a rank that does not fit.
    func order(rank: Int) -> [Int?]? { sources(rank) }

    /// Only axes of size 1 can be left out.
    public func refusal(of inputs: [BatchShape]) -> Refusal? {
        for input in inputs {
            guard let kept = sources(input.rank) else { continue }
            for axis in 0..<input.rank where !kept.contains(axis) && input.dims[axis] != 1 {
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
    /// The rule.
    public init() {}

    /// Nil: the shape is found by calling the function.
    public func outputShapes(for inputs: [BatchShape]) -> [BatchShape]? { nil }

    /// The same index along axes before the first and after the last size that differs.
    public func positions(ofOutput output: Int, inputs: [BatchShape], outputs: [BatchShape]) -> [Positions] {
        inputs.map { .reshaped($0, to: outputs[output], keepsBatch: false) }
    }
}
