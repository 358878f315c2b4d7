import Inspection
import Presentation

/// Feature maps in full: the title, and a mosaic below it.
extension MapsReport: DisplayedReport {
    /// The title and the maps.
    public func lines(_ renderer: Renderer) -> [StyledText] {
        let shown = maps.count < maps.channelCount ? "   \(maps.count) of \(maps.channelCount) maps" : ""
        let heading: StyledText = "\(title, .heading)\(shown, .dim)"
        return [heading] + Mosaic(maps: (0..<maps.count).map { maps[$0].heatmap }).lines(for: renderer)
    }

    /// Kind `maps`, with all values.
    public var json: JSONText.Members {
        let list = (0..<maps.count).map { index -> JSONText in
            let map = maps[index]
            return .object([
                ("channel", .string(map.label)), ("rows", .int(map.rows)), ("columns", .int(map.columns)),
                ("values", .array(map.values.map { .number(Double($0)) })),
            ])
        }
        return [("kind", .string("maps")), ("title", .string(title))] + maps.json + [("maps", .array(list))]
    }
}

extension FeatureMaps.Map {
    /// The map as a heatmap, labelled with its channel's number.
    var heatmap: Heatmap {
        Heatmap(rows: rows, columns: columns, values: values, label: StyledText("#\(label)", .dim))
    }
}

extension FeatureMaps {
    /// How many channels there are, and the range of their values.
    var json: JSONText.Members {
        let range = self.range
        return [
            ("channels", .int(channelCount)), ("minimum", .number(Double(range.minimum))),
            ("maximum", .number(Double(range.maximum))),
        ]
    }
}
