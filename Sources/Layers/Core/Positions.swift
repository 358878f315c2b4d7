import TensorEngine

/// Which elements of an input an element of an output depends on, axis by axis of the input.
public struct Positions: Sendable, Equatable {
    /// One for each axis of the input, the batch axis included.
    public var axes: [Axis]

    /// The indices along one axis of the input.
    public enum Axis: Sendable, Equatable {
        /// These indices, and no others. `along` is the axis of the output whose index they belong to.
        case exact(IndexRange, along: Int)
        /// At most these indices.
        case bound(IndexRange, along: Int)
        /// One of them, which follows from the index along an axis of the output and covers all of them there: where axes
        /// are merged into one.
        case single(along: Int)
        /// All of them, whatever the index of the output.
        case whole
        /// Not known: any of them.
        case unknown
    }

    init(_ axes: [Axis]) { self.axes = axes }

    /// The same elements at most, as where a mask leaves some out.
    public var atMost: Positions {
        Positions(
            axes.map { axis in
                switch axis {
                case .exact(let range, let along): .bound(range, along: along)
                case .whole: .unknown
                case .bound, .single, .unknown: axis
                }
            })
    }

    /// The same index along every axis.
    public static func same(_ input: BatchShape) -> Positions { Positions((0..<input.rank).map(Axis.same)) }

    /// Nothing is known.
    public static func unknown(_ input: BatchShape) -> Positions {
        Positions(Array(repeating: .unknown, count: input.rank))
    }

    /// The same index along every axis but those over which the operation sums, or otherwise looks at all elements.
    public static func mixing(_ mixed: [Int], _ input: BatchShape) -> Positions {
        Positions((0..<input.rank).map { mixed.contains($0) ? .whole : .same($0) })
    }

    /// The same index by numpy's rule of broadcasting: axes are aligned at the last one, and one of size 1 repeats.
    public static func broadcast(_ input: BatchShape, to output: BatchShape) -> Positions {
        let missing = output.rank - input.rank
        return Positions(
            input.dims.enumerated().map { axis, size in
                guard missing >= 0 else { return .unknown }
                let target = output.dims[axis + missing]
                if size == 1, target != 1 { return .whole }
                // An unknown size beside a known one may turn out to be 1.
                return !size.isKnown && target.known.map { $0 > 1 } ?? false ? .unknown : .same(axis + missing)
            })
    }

    /// What an element of an activation's result depends on, where these are the positions of what it is applied to.
    func followed(by activation: Made<ActivationFunction>?, _ output: BatchShape) -> Positions {
        followed(by: activation?.effective?.mixing ?? .none, output)
    }

    /// What an element depends on after elements were combined.
    public func followed(by mixing: ActivationFunction.Mixing, _ output: BatchShape) -> Positions {
        switch mixing {
        case .none: return self
        case .unknown: return Positions(axes.map { _ in .unknown })
        case .axis(let number):
            let mixed = number < 0 ? number + output.rank : number
            return Positions(axes.map { $0.range?.along == mixed ? .whole : $0 })
        }
    }

    /// What an operation over images depends on: the batch axis stays.
    /// - Parameters:
    ///   - spatial: the spatial axes, in order; they are as many in the output.
    ///   - channels: the axis of the channels.
    ///   - format: where the channels are, in the input and in the output.
    static func image(_ spatial: [Axis], channels: Axis, _ format: DataFormat) -> Positions {
        Positions(
            format == .channelsLast ? [.same(0)] + spatial + [channels] : [.same(0), channels] + spatial)
    }
}

extension Positions.Axis {
    /// The index that the output has along that axis.
    public static func same(_ axis: Int) -> Positions.Axis { .exact(.same, along: axis) }

    /// The indices of a range, exact or not; nil where they do not depend on the index of the output.
    public var range: (indices: IndexRange, along: Int)? {
        switch self {
        case .exact(let range, let axis), .bound(let range, let axis): (range, axis)
        case .single, .whole, .unknown: nil
        }
    }
}
