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

    /// Nil: the shape is found by calling the function.
    public func outputShapes(for inputs: [BatchShape]) -> [BatchShape]? { nil }

    /// The elements by the slices' starts and steps.
    public func positions(ofOutput output: Int, inputs: [BatchShape], outputs: [BatchShape]) -> [Positions] {
        inputs.map { input in
            var axes: [Positions.Axis] = []
            var target = 0
            for item in items where axes.count < input.rank || item == .newAxis {
                switch item {
                case .newAxis: target += 1
                case .index(let index):
                    // One element, the same for every element of the output.
                    axes.append(input.dims[axes.count] == 1 && (index == 0 || index == -1) ? .whole : .unknown)
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
