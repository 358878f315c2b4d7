import TensorEngine

/// Elements in another order along some axes, each of them at least once: `flip`, `roll`, `tile`.
public struct ReorderingRule: UncountedRule {
    private let axes: @Sendable (_ rank: Int) -> Set<Int>?

    /// - Parameter axes: the axes of the output along which the order is another, for an input of so many axes, counted
    ///   from the end: −1 is the last one. Nil for a rank that does not fit.
    public init(_ axes: @escaping @Sendable (_ rank: Int) -> Set<Int>?) { self.axes = axes }

    /// Elements in another order along these axes, which may be counted from either end; nil for all axes.
    public init(along axes: [Int]?) {
        self.init { rank in
            guard let axes else { return Set((-rank)..<0) }
            return axes.allSatisfy(((-rank)..<rank).contains) ? Set(axes.map { $0 < 0 ? $0 : $0 - rank }) : nil
        }
    }

    /// Nil: the shape is found by calling the function.
    public func outputShapes(for inputs: [BatchShape]) -> [BatchShape]? { nil }

    /// One element of the axes in another order, the same index along the others.
    public func positions(ofOutput output: Int, inputs: [BatchShape], outputs: [BatchShape]) -> [Positions] {
        inputs.map { input in
            let missing = outputs[output].rank - input.rank
            guard let reordered = axes(input.rank), missing >= 0 else { return .unknown(input) }
            return Positions(
                (0..<input.rank).map { axis in
                    let target = axis + missing
                    return reordered.contains(axis - input.rank) ? .single(along: target) : .same(target)
                })
        }
    }
}

/// Elements by their indices along an axis: `take`.
public struct TakingRule: UncountedRule {
    private let indices: [Int]
    private let isSingle: Bool
    private let axis: Int

    /// - Parameters:
    ///   - indices: the indices, which may be counted from the end.
    ///   - isSingle: whether one index was given, so that the axis is left out.
    ///   - axis: the axis, which may be counted from the end.
    public init(_ indices: [Int], isSingle: Bool, along axis: Int) {
        self.indices = indices
        self.isSingle = isSingle
        self.axis = axis
    }

    /// Nil: the shape is found by calling the function.
    public func outputShapes(for inputs: [BatchShape]) -> [BatchShape]? { nil }

    /// The elements at the indices, where these have equal distances or are all of the axis.
    public func positions(ofOutput output: Int, inputs: [BatchShape], outputs: [BatchShape]) -> [Positions] {
        inputs.map { input in
            let place = axis < 0 ? axis + input.rank : axis
            guard (0..<input.rank).contains(place), outputs[output].rank == input.rank - (isSingle ? 1 : 0) else {
                return .unknown(input)
            }
            if isSingle { return .chosen(indices.first, along: place, of: input) }
            var positions = Positions.same(input)
            positions.axes[place] = taken(input.dims[place], place)
            return positions
        }
    }

    private func taken(_ size: Dim, _ axis: Int) -> Positions.Axis {
        guard let size = size.known ?? (indices.contains { $0 < 0 } ? nil : Int.max), let first = indices.first else {
            return .unknown
        }
        let places = indices.map { $0 < 0 ? $0 &+ size : $0 }
        let step = places.count > 1 ? places[1] - places[0] : 1
        if step > 0, zip(places.dropFirst(), places).allSatisfy({ $0 - $1 == step }) {
            return .exact(
                .window(taps: 1, stride: step, dilation: 1, paddingBefore: -(first < 0 ? first &+ size : first)),
                along: axis)
        }
        return Set(places).count == size ? .single(along: axis) : .unknown
    }
}

/// A tensor taken apart along an axis, which is left out: `unstack`.
public struct UnstackingRule: UncountedRule {
    private let axis: Int

    /// - Parameter axis: the axis, which may be counted from the end.
    public init(along axis: Int) { self.axis = axis }

    /// Nil: the shapes are found by calling the function.
    public func outputShapes(for inputs: [BatchShape]) -> [BatchShape]? { nil }

    /// The element that has the output's number along the axis.
    public func positions(ofOutput output: Int, inputs: [BatchShape], outputs: [BatchShape]) -> [Positions] {
        inputs.map { input in
            let place = axis < 0 ? axis + input.rank : axis
            guard (0..<input.rank).contains(place) else { return .unknown(input) }
            return .chosen(output, along: place, of: input)
        }
    }
}

/// Sums up to each element along an axis: `cumsum`.
public struct RunningRule: UncountedRule {
    private let axis: Int?

    /// - Parameter axis: the axis, which may be counted from the end; nil where all elements are summed up in one row.
    public init(along axis: Int?) { self.axis = axis }

    /// The axis counted from the front; nil where all elements are one row.
    func place(rank: Int) -> Int? {
        axis.map { $0 < 0 ? $0 + rank : $0 }.flatMap { (0..<rank).contains($0) ? $0 : nil }
    }

    /// Nil: the shape is found by calling the function.
    public func outputShapes(for inputs: [BatchShape]) -> [BatchShape]? { nil }

    /// The elements up to the same index.
    public func positions(ofOutput output: Int, inputs: [BatchShape], outputs: [BatchShape]) -> [Positions] {
        inputs.map { input in
            guard let place = place(rank: input.rank) else { return .unknown(input) }
            var positions = Positions.same(input)
            positions.axes[place] =
                input.dims[place].known.map { length in
                    .exact(
                        .window(taps: length, stride: 1, dilation: 1, paddingBefore: length - 1), along: place)
                } ?? .unknown
            return positions
        }
    }
}

extension Positions {
    /// The elements at one index of an axis that is left out, the same along the others.
    /// - Parameter index: the index, which may be counted from the end; nil where it is not known.
    static func chosen(_ index: Int?, along axis: Int, of input: BatchShape) -> Positions {
        Positions(
            (0..<input.rank).map { place in
                place == axis
                    ? .chosen(index, of: input.dims[axis], outputRank: input.rank - 1)
                    : .same(place < axis ? place : place - 1)
            })
    }
}

extension Positions.Axis {
    /// One index of an axis that is left out, the same for every element of the output.
    /// - Parameters:
    ///   - index: the index, which may be counted from the end; nil where it is not known.
    ///   - size: the length of the axis.
    ///   - outputRank: the number of the output's axes.
    static func chosen(_ index: Int?, of size: Dim, outputRank: Int) -> Positions.Axis {
        guard let index else { return .unknown }
        if size == 1 { return .whole }
        // Where the index does not move, it belongs to any axis of the output but that of the batch.
        guard outputRank > 1, let place = index < 0 ? size.known.map({ $0 + index }) : index else { return .unknown }
        return .exact(IndexRange(numerator: 0, denominator: 1, first: place, last: place), along: 1)
    }
}
