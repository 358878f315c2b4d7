import TensorEngine

/// A part of a tensor by an index: `x[:, ::2]`.
public struct SlicingRule: UncountedRule {
    /// One item of the index.
    public enum Item: Sendable, Equatable {
        /// Elements from `start` up to `stop`, by steps; nil for the usual ends.
        case slice(start: Int?, stop: Int?, step: Int)
        /// One element: the axis is left out.
        case index(Int)
        /// A new axis of size 1.
        case newAxis
    }

    private let items: [Item]

    /// - Parameter items: the items, without an ellipsis; axes beyond them are taken whole.
    public init(_ items: [Item]) { self.items = items }

    /// There must be an axis for each item, and an element at each index.
    public func refusal(of inputs: [BatchShape]) -> Refusal? {
        for input in inputs {
            var axis = 0
            for item in items where item != .newAxis {
                guard axis < input.rank else {
                    return Refusal("Array has shape \(input) but the slice has too many indices.")
                }
                if case .index(let index) = item, let size = input.dims[axis].known, !(-size..<size).contains(index) {
                    return Refusal(
                        "Array has shape \(input) but the out-of-bounds index \(index) of axis \(axis) was requested.",
                        remedy: size > 0 ? "use an index from \(-size) to \(size - 1)" : nil)
                }
                axis += 1
            }
        }
        return nil
    }

    /// The lengths of the slices; that of a slice of an unknown size is unknown, as in Keras.
    public func outputShapes(for inputs: [BatchShape]) -> [BatchShape]? {
        guard refusal(of: inputs) == nil else { return nil }
        return inputs.map { input in
            var rest = input.dims[...]
            var dims: [Dim] = []
            for item in items {
                if item == .newAxis {
                    dims.append(1)
                } else if let size = rest.popFirst(), case .slice(let start, let stop, let step) = item {
                    dims.append(SlicingRule.length(start, stop, step, of: size))
                }
            }
            return BatchShape(dims + rest)
        }
    }

    /// How many elements a slice has, by Python's rule.
    private static func length(_ start: Int?, _ stop: Int?, _ step: Int, of size: Dim) -> Dim {
        guard let size = size.known else { return unknownLength(start, stop, step, of: size) }
        guard step != 0 else { return .unknown }
        let (low, high) = step > 0 ? (0, size) : (-1, size - 1)
        func place(_ index: Int?, or usual: Int) -> Int {
            index.map { min(max($0 < 0 ? $0 &+ size : $0, low), high) } ?? usual
        }
        let first = place(start, or: step > 0 ? low : high)
        let last = place(stop, or: step > 0 ? high : low)
        let span = step > 0 ? last - first : first - last
        return Dim(span > 0 ? (span - 1) / Int(clamping: step.magnitude) + 1 : 0)
    }

    /// How many elements a slice of an unknown number has, where it leaves out so many at either end.
    private static func unknownLength(_ start: Int?, _ stop: Int?, _ step: Int, of size: Dim) -> Dim {
        let (first, last) = (start ?? 0, stop ?? 0)
        guard step > 0, first >= 0, last <= 0, stop != 0 else { return .unknown }
        guard let some = try? size - Dim(first) + Dim(last) else { return .unknown }
        return some.ceilDivided(by: step)
    }

    /// The elements by the slices' starts and steps.
    public func positions(ofOutput output: Int, inputs: [BatchShape], outputs: [BatchShape]) -> [Positions] {
        inputs.map { input in
            var axes: [Positions.Axis] = []
            var target = 0
            for item in items where axes.count < input.rank || item == .newAxis {
                switch item {
                case .newAxis: target += 1
                case .index(let index):
                    axes.append(
                        .chosen(index, of: input.dims[axes.count], outputRank: outputs[output].rank))
                case .slice(nil, nil, -1):
                    axes.append(.single(along: target))
                    target += 1
                case .slice(let start, _, let step):
                    axes.append(SlicingRule.axis(start, step, input.dims[axes.count], target))
                    target += 1
                }
            }
            while axes.count < input.rank {
                axes.append(.same(target))
                target += 1
            }
            return Positions(axes)
        }
    }

    private static func axis(_ start: Int?, _ step: Int, _ size: Dim, _ target: Int) -> Positions.Axis {
        guard step > 0 else { return .unknown }
        var first: Int? = start ?? 0
        if let start, start < 0 { first = size.known.map { max(start + $0, 0) } }
        return .exact(
            .window(taps: 1, stride: step, dilation: 1, paddingBefore: first.map { -$0 }), along: target)
    }
}
