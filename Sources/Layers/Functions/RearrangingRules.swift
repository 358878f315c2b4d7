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

    /// As many elements as there are indices, along an axis whose size is not known; elsewhere the function itself refuses
    /// indices beyond the axis.
    public func outputShapes(for inputs: [BatchShape]) -> [BatchShape]? {
        guard let input = inputs.first else { return nil }
        let place = axis < 0 ? axis + input.rank : axis
        guard input.dims.indices.contains(place), !input.dims[place].isKnown else { return nil }
        var shape = input
        if isSingle { shape.dims.remove(at: place) } else { shape.dims[place] = Dim(indices.count) }
        return [shape]
    }

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
    private let count: Int?

    /// - Parameters:
    ///   - axis: the axis, which may be counted from the end.
    ///   - count: the size of the axis, where it is given; nil where it is not.
    public init(along axis: Int, count: Int?) { (self.axis, self.count) = (axis, count) }

    /// The shapes where the size of the axis is given or known.
    public func outputShapes(for inputs: [BatchShape]) -> [BatchShape]? {
        guard let input = inputs.first, let place = place(in: input), let count = input.dims[place].known ?? count
        else {
            return nil
        }
        guard (0..<100_000).contains(count) else { return nil }
        var shape = input
        shape.dims.remove(at: place)
        return Array(repeating: shape, count: count)
    }

    /// There must be a number of outputs.
    public func refusal(of inputs: [BatchShape]) -> Refusal? {
        guard let input = inputs.first, let place = place(in: input), !input.dims[place].isKnown, count == nil else {
            return nil
        }
        return Refusal(
            "Cannot infer argument `num` from shape \(input). Either provide a tensor with a concrete shape in the `axis` "
                + "dimension or explicitly pass the `num` argument.")
    }

    private func place(in input: BatchShape) -> Int? {
        let place = axis < 0 ? axis + input.rank : axis
        return (0..<input.rank).contains(place) ? place : nil
    }

    /// The element that has the output's number along the axis.
    public func positions(ofOutput output: Int, inputs: [BatchShape], outputs: [BatchShape]) -> [Positions] {
        inputs.map { input in
            guard let place = place(in: input) else { return .unknown(input) }
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

/// The element at the same position, or a constant in its place: `tril`.
public struct KeepingRule: UncountedRule {
    /// The rule.
    public init() {}

    /// The shape of the input.
    public func outputShapes(for inputs: [BatchShape]) -> [BatchShape]? { inputs }

    /// At most the same position.
    public func positions(ofOutput output: Int, inputs: [BatchShape], outputs: [BatchShape]) -> [Positions] {
        inputs.map { input in Positions((0..<input.rank).map { .bound(.same, along: $0) }) }
    }
}
