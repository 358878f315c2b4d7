/// The feature maps of a tensor, or of an array, under a title.
public struct MapsReport: Report {
    /// What they are maps of: `conv2d  (None, 26, 26, 8)`.
    public let title: String
    /// The maps.
    public let maps: FeatureMaps

    /// A report on these maps.
    public init(title: String, maps: FeatureMaps) {
        self.title = title
        self.maps = maps
    }
}
