import Inspection
import Presentation

/// How feature maps look in full.
enum MapsDisplay {
    /// Each channel as a heatmap, labelled with its number.
    static func heatmaps(_ maps: FeatureMaps) -> [Heatmap] {
        maps.maps.map { map in
            Heatmap(rows: map.rows, columns: map.columns, values: map.values, label: StyledText("#\(map.label)", .dim))
        }
    }

    /// The title, and the mosaic below it.
    static func lines(_ maps: FeatureMaps, title: String, _ renderer: Renderer) -> [StyledText] {
        let shown = maps.maps.count < maps.channelCount ? "   \(maps.maps.count) of \(maps.channelCount) maps" : ""
        let heading: StyledText = "\(title, .heading)\(shown, .dim)"
        return [heading] + Mosaic(maps: heatmaps(maps)).lines(for: renderer)
    }
}
