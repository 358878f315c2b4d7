import Layers
import Network
import TensorEngine

/// One element of a tensor, calculated by hand: all that it reads, its weights, the products and what becomes of them.
public struct Trace: Report {
    /// A tensor that the element's layer reads.
    public struct Input: Sendable {
        /// The name of the layer that made it.
        public let name: String
        /// The sizes of its value, batch axis included.
        public let sizes: [Int]
    }

    /// The layer's name: `conv2d`.
    public let name: String
    /// The layer's class: `Conv2D`.
    public let layer: String
    /// The tensor's shape.
    public let shape: BatchShape
    /// The element's index along each axis after the batch axis.
    public let place: [Int]
    /// The sample of the batch.
    public let sample: Int
    /// Whether the place is that of the largest value of its channel, because none was given.
    public var isLargest = false
    /// What the layer reads.
    public let inputs: [Input]
    /// Where the numbers are.
    public let calculation: Calculation
    /// The numbers.
    public let element: CalculatedElement
    /// The statistics by which a normalisation divides; nil for anything else.
    public let statistics: (mean: Double, variance: Double)?
    /// The name of the function that is applied to the sum; nil for none.
    public let activation: String?
    /// How many values the function looks at together; 1 for one that is applied to each by itself.
    public let activationCount: Int
    /// The value in double precision; nil where the function cannot be applied to single values.
    public let value: Double?
    /// The value that the engine computed.
    public let engineValue: Float
    /// Whether the two are the same up to rounding.
    public let agrees: Bool
    /// The planes of the window, those with the largest sums first where there are many; empty without a window.
    public let planes: [TracePlane]
    /// The part of the input that the window is on; nil where nothing can be drawn.
    public let map: TraceMap?
    /// The way of the largest contributions back to another tensor; empty where none was asked for.
    public var path: [TraceStep] = []

    /// Whether the input of its window has several channels.
    public var hasChannels = false

    /// Whether the layer hands on one value that it has read.
    public var isCopy: Bool {
        calculation.terms.count == 1 && calculation.combining == .sum && element.terms[0].weight == nil
    }
}

/// The products of one channel under one slice of a window: rows and columns of the input with the weights over them.
public struct TracePlane: Sendable {
    /// The channel that is read.
    public let channel: Int
    /// The slice of a volume that is read; nil where there are no slices.
    public let slice: Int?
    /// The rows of the input, in ascending order; of a line just one row, 0.
    public let rows: [Int]
    /// The columns of the input, in ascending order.
    public let columns: [Int]
    /// The tap of the window over each row.
    public let rowTaps: [Int]
    /// The tap over each column.
    public let columnTaps: [Int]
    /// What is read, row by row: 0 in the padding.
    public let values: [Double]
    /// Which of them lie in the padding.
    public let isPadding: [Bool]
    /// The weights over them; nil for a window without weights.
    public let weights: [Double]?
    /// The products.
    public let products: [Double]
    /// Their sum.
    public let sum: Double
    /// The place of the value that was chosen, where the largest is and lies in this plane.
    public let chosen: Int?
    /// What the sum is multiplied by in a second step; nil where there is only one.
    public let factor: Double?
}

/// A map of the input, and where on it the window is.
public struct TraceMap: Sendable {
    /// The numbers of one channel, of one slice.
    public let view: MapView
    /// The range of the whole input's values belongs to it.
    public let source: MapsReport.Source
    /// The rows and columns under the window; negative ones lie in the padding.
    public let rows: Range<Int>
    /// The columns under the window.
    public let columns: Range<Int>
    /// Rows and columns of padding around the map.
    public let padding: (top: Int, left: Int, bottom: Int, right: Int)
}

/// One step on the way of the largest contributions back.
public struct TraceStep: Sendable {
    /// The layer's name.
    public let name: String
    /// The layer's class.
    public let layer: String
    /// The element's index along each axis after the batch axis.
    public let place: [Int]
    /// Its value.
    public let value: Double
    /// What it contributes to the element after it: weight · value, or the value where there is no weight. Nil for the first.
    public let contribution: Double?
    /// The weight by which it is multiplied there; nil for none.
    public let weight: Double?
    /// How many values the element after it reads.
    public let count: Int
}
