import Layers
import TensorEngine

/// The channels of a feature map as pictures: plain numbers, ready to be drawn. Each is cut out when it is asked for.
public struct FeatureMaps: Sendable {
    /// One channel of one sample, row by row.
    public struct Map: Sendable, Equatable {
        /// What it is: the channel's number, `3`, or channel and depth, `3 z2`.
        public let label: String
        /// Number of rows.
        public let rows: Int
        /// Number of columns.
        public let columns: Int
        /// rows × columns values.
        public let values: [Float]

        /// Makes one from its parts.
        public init(label: String, rows: Int, columns: Int, values: [Float]) {
            self.label = label
            self.rows = rows
            self.columns = columns
            self.values = values
        }
    }

    private let tensor: Tensor
    private let cut: Cut
    private let chosen: [Int]

    /// Cuts the first sample of a tensor into maps.
    /// - Parameters:
    ///   - tensor: (batch, spatial…, channels) or (batch, channels, spatial…).
    ///   - limit: how many maps there are at most.
    ///   - dataFormat: where the channels are.
    ///   - only: the channels to show; nil for the first ones.
    public init(_ tensor: Tensor, limit: Int, dataFormat: DataFormat, only: [Int]? = nil) {
        self.tensor = tensor
        let cut = Cut(shape: tensor.shape.dims, dataFormat: dataFormat)
        self.cut = cut
        // A tensor without samples, or whose maps have no pixels, has nothing to show.
        let channels = tensor.count == 0 ? 0 : cut.channels
        let wanted = only ?? Array(0..<min(channels, max(0, limit)))
        chosen = Array(wanted.filter { $0 >= 0 && $0 < channels }.prefix(max(0, limit)))
    }

    /// How many maps there are, at most as many as were asked for.
    public var count: Int { chosen.count }

    /// How many values all maps have together.
    public var pixelCount: Int { chosen.count * cut.rows * cut.columns }

    /// How many channels there are in all.
    public var channelCount: Int { cut.channels }

    /// One of the maps.
    /// - Parameter index: its place among them, below `count`.
    public subscript(index: Int) -> Map { tensor.withUnsafeBufferPointer { cut.map(of: chosen[index], $0) } }

    /// Smallest and largest finite value over all channels, shown or not; 0 and 0 where there is none.
    public var range: (minimum: Float, maximum: Float) {
        tensor.withUnsafeBufferPointer { values in
            var low = Float.infinity
            var high = -Float.infinity
            for value in values where value.isFinite {
                low = min(low, value)
                high = max(high, value)
            }
            return low <= high ? (low, high) : (0, 0)
        }
    }
}

/// Where the pixels of a channel lie in a tensor.
private struct Cut: Sendable {
    let channels: Int
    let rows: Int
    let columns: Int
    let channelStride: Int
    let rowStride: Int
    let columnStride: Int

    init(shape: [Int], dataFormat: DataFormat) {
        let sizes = Array(shape.dropFirst())
        switch sizes.count {
        case 0: (channels, rows, columns) = (1, 1, 1)
        case 1: (channels, rows, columns) = (1, 1, sizes[0])
        default:
            let isLast = dataFormat == .channelsLast
            channels = isLast ? sizes[sizes.count - 1] : sizes[0]
            let spatial = isLast ? Array(sizes.dropLast()) : Array(sizes.dropFirst())
            columns = spatial[spatial.count - 1]
            // A volume is shown by the slice in its middle.
            rows = spatial.count > 1 ? spatial[spatial.count - 2] : 1
            middle = spatial.count > 2 ? spatial[0] / 2 : 0
            columnStride = isLast ? channels : 1
            rowStride = columns * columnStride
            depthStride = rows * rowStride
            channelStride = isLast ? 1 : spatial.reduce(1, *)
            return
        }
        (channelStride, rowStride, columnStride, depthStride, middle) = (0, columns, 1, 0, 0)
    }

    private let depthStride: Int
    private let middle: Int

    func map(of channel: Int, _ values: UnsafeBufferPointer<Float>) -> FeatureMaps.Map {
        let start = channel * channelStride + middle * depthStride
        var picked: [Float] = []
        picked.reserveCapacity(rows * columns)
        for row in 0..<rows {
            for column in 0..<columns { picked.append(values[start + row * rowStride + column * columnStride]) }
        }
        return FeatureMaps.Map(label: String(channel), rows: rows, columns: columns, values: picked)
    }
}
