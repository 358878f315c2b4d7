import TensorEngine

/// How an operation moves a window along the spatial axes of its input.
public struct WindowMotion: Sendable, Equatable {
    /// Which channels of the input one channel of the output reads.
    public enum Channels: Sendable, Equatable {
        /// All of its group.
        case summed(groups: Int)
        /// One: output channel f reads input channel ⌊f / multiplier⌋.
        case separate(multiplier: Int)
    }

    /// One for each spatial axis.
    public let axes: [WindowAxis]
    /// The channels that an output reads.
    public let channels: Channels
    /// Where the channels are.
    public let dataFormat: DataFormat
    /// What the window is called: `kernel` or `pool`.
    public var window = "kernel"

    /// Whether the window fits along every axis, as far as is known.
    public var fits: Bool { axes.allSatisfy(\.fits) }

    /// The arithmetic of each axis.
    public var arithmetic: [AxisArithmetic] {
        zip(axes, axisNames).map { AxisArithmetic($0, name: $1, window: window) }
    }

    /// What the axes are called: `length`; `height`, `width`; `depth`, `height`, `width`.
    public var axisNames: [String] { WindowMotion.axisNames(rank: axes.count) }

    /// What so many spatial axes are called.
    public static func axisNames(rank: Int) -> [String] {
        rank == 1 ? ["length"] : Array(["depth", "height", "width"].suffix(rank))
    }
}

/// An operation that moves a window over the spatial axes of its one input: convolutions, pooling, padding, cropping and
/// enlarging by whole factors.
public protocol WindowedOperation: MultiplyingOperation {
    /// How the window moves over an input, whether or not it fits.
    /// - Throws: `Refusal` for a shape with other axes.
    func motion(over input: BatchShape) throws(Refusal) -> WindowMotion
}

/// An operation of one input that can say what its multiply-accumulate operations are.
public protocol MultiplyingOperation: SingleOutputOperation {
    /// The multiply-accumulate operations for one sample, step by step; empty for an operation without any.
    func costTerms(input: BatchShape, output: BatchShape) -> [CostTerm]
}

extension MultiplyingOperation {
    /// The sum of the terms.
    public func multiplyAccumulates(inputs: [BatchShape], output: BatchShape) -> Dim {
        Dim.sum(costTerms(input: inputs[0], output: output).map(\.total))
    }

    /// No multiplications.
    public func costTerms(input: BatchShape, output: BatchShape) -> [CostTerm] { [] }
}

/// Multiply-accumulate operations as a product: so many elements, and so many operations for each of them.
public struct CostTerm: Sendable, Equatable {
    /// What is counted: `outputs`, `inputs`.
    public let what: String
    /// The sizes whose product is the number of elements.
    public let elements: [Dim]
    /// The sizes whose product is the number of operations for each element.
    public let each: [Dim]

    /// A product of these sizes.
    public init(_ what: String, _ elements: [Dim], each: [Dim]) {
        self.what = what
        self.elements = elements
        self.each = each
    }

    /// The number of operations; unknown where a size is unknown or the product overflows.
    public var total: Dim { Dim.product(elements + each) }
}
