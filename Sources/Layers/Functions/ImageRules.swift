import TensorEngine

/// Zeros or copies of elements around a tensor: `pad`.
public struct PaddingRule: UncountedRule {
    private let widths: [(before: Int, after: Int)]
    private let isConstant: Bool

    /// - Parameters:
    ///   - widths: elements before and after each axis.
    ///   - isConstant: whether they are constants, not elements of the tensor.
    public init(_ widths: [(before: Int, after: Int)], isConstant: Bool) {
        self.widths = widths
        self.isConstant = isConstant
    }

    /// Nil: the shape is found by calling the function.
    public func outputShapes(for inputs: [BatchShape]) -> [BatchShape]? { nil }

    /// The same element behind the padding; copies of elements may come from anywhere.
    public func positions(ofOutput output: Int, inputs: [BatchShape], outputs: [BatchShape]) -> [Positions] {
        inputs.map { input in
            guard widths.count == input.rank else { return .unknown(input) }
            return Positions(
                widths.enumerated().map { axis, width in
                    if width.before == 0, width.after == 0 { return .same(axis) }
                    guard isConstant else { return .unknown }
                    return .exact(
                        .window(taps: 1, stride: 1, dilation: 1, paddingBefore: width.before), along: axis)
                })
        }
    }
}

/// Blocks of pixels that become channels, or channels that become blocks of pixels.
public struct BlockRule: UncountedRule {
    private let size: Int
    private let format: DataFormat
    private let joinsPixels: Bool

    /// - Parameters:
    ///   - size: the length of a block.
    ///   - format: where the channels are.
    ///   - joinsPixels: whether pixels become channels.
    public init(size: Int, format: DataFormat, joinsPixels: Bool) {
        self.size = size
        self.format = format
        self.joinsPixels = joinsPixels
    }

    /// Nil: the shape is found by calling the function.
    public func outputShapes(for inputs: [BatchShape]) -> [BatchShape]? { nil }

    /// The pixel whose block it is, or at most the pixels of the block.
    public func positions(ofOutput output: Int, inputs: [BatchShape], outputs: [BatchShape]) -> [Positions] {
        inputs.map { input in
            guard input.rank == 4, size > 0 else { return .unknown(input) }
            let spatial = format.spatialAxes(rank: 4).map { axis -> Positions.Axis in
                joinsPixels
                    ? .bound(.window(taps: size, stride: size, dilation: 1, paddingBefore: 0), along: axis)
                    : .exact(.transposed(taps: size, stride: size, dilation: 1, crop: 0), along: axis)
            }
            return .image(spatial, channels: .unknown, format)
        }
    }
}

/// Each element along an axis repeated: `repeat`.
public struct RepetitionRule: UncountedRule {
    private let times: Int
    private let axis: Int

    /// - Parameters:
    ///   - times: how often an element stands in the output.
    ///   - axis: the axis, which may be counted from the end.
    public init(times: Int, along axis: Int) {
        self.times = times
        self.axis = axis
    }

    /// Nil: the shape is found by calling the function.
    public func outputShapes(for inputs: [BatchShape]) -> [BatchShape]? { nil }

    /// The repeated element.
    public func positions(ofOutput output: Int, inputs: [BatchShape], outputs: [BatchShape]) -> [Positions] {
        inputs.map { input in
            let place = axis < 0 ? axis + input.rank : axis
            guard times > 0, (0..<input.rank).contains(place) else { return .unknown(input) }
            var positions = Positions.same(input)
            positions.axes[place] = .exact(
                .transposed(taps: times, stride: times, dilation: 1, crop: 0), along: place)
            return positions
        }
    }
}
