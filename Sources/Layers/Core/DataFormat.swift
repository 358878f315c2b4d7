import TensorEngine

/// Which axis of an image holds the channels.
public enum DataFormat: String, Sendable, CaseIterable {
    /// (batch, spatial…, channels): Keras's default, once called "tf".
    case channelsLast = "channels_last"
    /// (batch, channels, spatial…): once called "th".
    case channelsFirst = "channels_first"

    /// The argument by which layers are told: `data_format="channels_first"`.
    public var argument: String { "data_format=\"\(rawValue)\"" }

    /// The same in Keras 1, and what stands there for all layers.
    public var oldArgument: String {
        let name = self == .channelsFirst ? "th" : "tf"
        return "dim_ordering=\"\(name)\" in the layers, or K.set_image_dim_ordering(\"\(name)\") before them"
    }

    /// The channel axis of a tensor with `rank` axes, the batch axis included.
    public func channelAxis(rank: Int) -> Int { self == .channelsLast ? rank - 1 : 1 }

    /// The spatial axes of a tensor with `rank` axes, the batch axis included.
    public func spatialAxes(rank: Int) -> Range<Int> { self == .channelsLast ? 1..<(rank - 1) : 2..<rank }

    /// Puts sizes together in this format's order.
    /// - Parameters:
    ///   - batch: the batch size.
    ///   - spatial: the spatial sizes.
    ///   - channels: the number of channels.
    public func shape(batch: Dim, spatial: [Dim], channels: Dim) -> BatchShape {
        BatchShape(self == .channelsLast ? [batch] + spatial + [channels] : [batch, channels] + spatial)
    }
}
