import Inspection
import Presentation

/// How feature maps look in full.
enum MapsDisplay {
    /// A channel as a heatmap, labelled with its number.
    static func heatmap(_ map: FeatureMaps.Map) -> Heatmap {
        Heatmap(rows: map.rows, columns: map.columns, values: map.values, label: StyledText("#\(map.label)", .dim))
    }

    /// The title, and the mosaic below it.
    static func lines(_ maps: FeatureMaps, title: String, _ renderer: Renderer) -> [StyledText] {
        let shown = maps.count < maps.channelCount ? "   \(maps.count) of \(maps.channelCount) maps" : ""
        let heading: StyledText = "\(title, .heading)\(shown, .dim)"
        return [heading] + Mosaic(maps: (0..<maps.count).map { heatmap(maps[$0]) }).lines(for: renderer)
    }
}
