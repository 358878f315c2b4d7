/// Something in a network that is seldom wanted, and what to do about it.
public struct Finding: Sendable, Equatable {
    /// The kinds of findings, by their names in JSON.
    public enum Kind: String, Sendable, CaseIterable {
        case channelOrder = "channel_order"
        case unreadPixels = "unread_pixels"
        case mostlyPadding = "mostly_padding"
        case gridding
        case checkerboard
        case biasBeforeNormalization = "bias_before_normalization"
        case heavyDense = "heavy_dense"
        case deadMaps = "dead_maps"
        case saturated
        case undefined
    }

    /// What kind of finding it is.
    public let kind: Kind
    /// The variable or the layer where it is.
    public let place: String
    /// What there is, a sentence without a full stop.
    public let text: String
    /// What to do; it was tried on shapes where it is a call.
    public let fix: String
}
