import TensorEngine

/// Axes reduced to one element each, as `mean` and `argmax` do.
public struct ReductionRule: UncountedRule {
    private let axes: [Int]?
    private let keepsAxes: Bool
    private let outputCount: Int

    /// - Parameters:
    ///   - axes: the axes, which may be counted from the end; nil for all.
    ///   - keepsAxes: whether they stay with size 1.
    ///   - outputCount: how many outputs of this shape there are.
    public init(axes: [Int]?, keepsAxes: Bool, outputCount: Int = 1) {
        self.axes = axes
        self.keepsAxes = keepsAxes
        self.outputCount = outputCount
    }

    /// The reduced axes counted from the front; nil if one does not exist.
    private func reduced(_ input: BatchShape) -> Set<Int>? {
        guard let axes else { return Set(0..<input.rank) }
        let places = axes.map { $0 < 0 ? $0 + input.rank : $0 }
        return places.allSatisfy((0..<input.rank).contains) ? Set(places) : nil
    }

    /// The reduced axes of each input.
    func wholeAxes(of inputs: [[Int]]) -> [Set<Int>] { inputs.map { reduced(BatchShape($0)) ?? [] } }

    /// The other axes, and the reduced ones with size 1 if they are kept.
    public func outputShapes(for inputs: [BatchShape]) -> [BatchShape]? {
        guard inputs.count == 1, let reduced = reduced(inputs[0]) else { return nil }
        let dims = inputs[0].dims.enumerated().compactMap { axis, size -> Dim? in
            reduced.contains(axis) ? (keepsAxes ? 1 : nil) : size
        }
        return Array(repeating: BatchShape(dims), count: outputCount)
    }

    /// All elements along the reduced axes.
    public func positions(ofOutput output: Int, inputs: [BatchShape], outputs: [BatchShape]) -> [Positions] {
        inputs.map { input in
            guard let reduced = reduced(input) else { return .unknown(input) }
            return Positions(
                (0..<input.rank).map { axis in
                    if reduced.contains(axis) { return .whole }
                    return .same(keepsAxes ? axis : axis - reduced.filter { $0 < axis }.count)
                })
        }
    }
}
