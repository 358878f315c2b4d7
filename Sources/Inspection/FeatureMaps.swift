import Layers
import Network
import TensorEngine

/// Where the channels of a feature map lie in a tensor.
///
/// A tensor is (batch, spatial…, channels) or (batch, channels, spatial…). Two spatial axes are rows and columns, one is
/// a line; of more, each place along the others is a slice of its own.
public struct FeatureMaps: Sendable {
    /// The tensor.
    public let tensor: Tensor
    /// The sample whose channels these are.
    public let sample: Int
    /// The number of samples.
    public let sampleCount: Int
    /// The number of channels of a sample.
    public let channelCount: Int
    /// The places of the sample's numbers in the tensor.
    public let part: Range<Int>
    /// Whether there is one spatial axis only.
    public let isLine: Bool
    /// Whether its three channels are red, green and blue, and shown as a colour picture before them.
    public let isColour: Bool
    private let rows: Int
    private let columns: Int
    private let slices: Int
    private let strides: (channel: Int, slice: Int, row: Int, column: Int)

    /// The channels of one sample.
    /// - Parameters:
    ///   - dataFormat: where the channels are.
    ///   - sample: the sample; the last one where there are not so many.
    ///   - isPicture: whether three channels are colours.
    public init(_ tensor: Tensor, dataFormat: DataFormat, sample: Int = 0, isPicture: Bool = false) {
        let shape = tensor.shape.dims
        self.tensor = tensor
        sampleCount = shape.first ?? 1
        self.sample = max(0, min(sample, sampleCount - 1))
        var sizes = Array(shape.dropFirst())
        // What has no channels has one.
        let hasChannels = sizes.count >= 2
        let isLast = dataFormat == .channelsLast
        channelCount = hasChannels ? (isLast ? sizes[sizes.count - 1] : sizes[0]) : 1
        if hasChannels { if isLast { sizes.removeLast() } else { sizes.removeFirst() } }
        let size = sizes.reduce(channelCount, *)
        part = self.sample * size..<(self.sample + 1) * size
        columns = sizes.last ?? 1
        rows = sizes.count > 1 ? sizes[sizes.count - 2] : 1
        slices = sizes.dropLast(2).reduce(1, *)
        isLine = sizes.count <= 1
        isColour = isPicture && channelCount == 3 && sizes.count == 2
        let column = isLast ? channelCount : 1
        strides = (isLast ? 1 : size / max(1, channelCount), rows * columns * column, columns * column, column)
    }

    /// The value of a tensor with all the axes that maps have: an index may have taken away the batch axis, as in `x[0]`, or the
    /// channels, as in `x[..., 0]`.
    /// - Parameter format: where the channels are in what has all axes; an axis that is added for them is the last one.
    public static func withAllAxes(
        _ value: Tensor, of tensor: SymbolicTensor, _ format: DataFormat
    ) -> (value: Tensor, format: DataFormat) {
        let sizes = value.shape.dims
        var all = sizes
        if tensor.hasLostBatch {
            all = [1] + (sizes.count == 2 ? sizes + [1] : sizes)
        } else if tensor.hasLostChannels {
            all = sizes + [1]
        }
        guard all != sizes, let whole = try? value.reshaped(Shape(all)) else { return (value, format) }
        return (whole, all.last == 1 ? .channelsLast : format)
    }

    /// Whether there is nothing to draw.
    public var isEmpty: Bool { tensor.count == 0 }

    /// The slices of each channel; one where there are at most two spatial axes.
    public var sliceCount: Int { isEmpty ? 0 : slices }

    /// How many maps there are in all; the colour picture of three of them is none of its own.
    public var total: Int { channelCount * sliceCount }

    /// The numbers of the sample.
    public var source: MapsReport.Source { MapsReport.Source(tensor, part) }

    /// One slice of one channel. Both must exist.
    public func view(channel: Int, slice: Int = 0) -> MapView {
        MapView(
            tensor, offset: part.lowerBound + channel * strides.channel + slice * strides.slice, rows: rows,
            columns: columns, rowStride: strides.row, columnStride: strides.column)
    }

    /// One group for each volume, or one for all channels, labelled with their numbers.
    /// - Parameters:
    ///   - channels: the channels, which exist; nil for all.
    ///   - limit: how many maps there are at most.
    public func groups(channels: [Int]? = nil, limit: Int) -> [MapsReport.Group] {
        guard !isEmpty else { return [] }
        let shown = (channels ?? Array(0..<min(channelCount, limit))).prefix(max(1, limit / slices))
        let volumes = shown.map { channel in
            MapsReport.Group(
                (0..<min(slices, limit)).map { slice in
                    let view = view(channel: channel, slice: slice)
                    return MapsReport.Panel(
                        slices > 1 ? "#\(channel) z\(slice)" : "#\(channel)", isLine ? .plot(view) : .map(view))
                })
        }
        guard slices <= 1 else { return volumes }
        let colours = (0..<3).map { view(channel: min($0, channelCount - 1)) }
        let picture = MapsReport.Panel("rgb", .colour(colours[0], colours[1], colours[2]))
        return [MapsReport.Group((isColour && channels == nil ? [picture] : []) + volumes.flatMap(\.panels))]
    }
}

extension SymbolicTensor {
    /// Whether it is one sample, taken out of a batch of any size by an index.
    public var hasLostBatch: Bool {
        guard layer.className == "GetItem", let input = node.inputs.first else { return false }
        return input.shape.dims.first?.known == nil && shape.dims.first?.known != nil
    }

    /// Whether it is one channel of maps, taken out by an index.
    fileprivate var hasLostChannels: Bool {
        guard layer.className == "GetItem", let input = node.inputs.first, input.shape.rank == 4 else { return false }
        return shape.perSample == input.shape.perSample.dropLast()
    }
}
