import Layers
import TensorEngine

/// Pixels of a tensor, drawn beside its data: what is outlined there are the rows and columns from the first to the last one,
/// with the padding over which they reach.
struct FieldPicture {
    /// The tensor's name.
    let name: String
    /// Its value; nil to draw the pixels alone.
    let data: Tensor?
    /// Where its channels are.
    let format: DataFormat
    /// The pixels.
    let mask: PixelMask
    /// What they are called: `seen by c2`.
    let maskName: String

    /// Slices of a volume that are drawn at most.
    private static let mostSlices = 16

    /// The maps.
    /// - Parameter reach: for each spatial axis, from the first to the last index, padding included; nil for that of the pixels.
    /// - Returns: nil where the padding is far larger than the tensor, so that nothing could be seen.
    func report(reach: [ClosedRange<Int>?]) -> MapsReport? {
        let hulls = reach.enumerated().map { $1 ?? mask.indices($0).hull }
        guard
            zip(hulls, mask.sizes).allSatisfy({ hull, size in
                hull.map { max(-$0.lowerBound, $0.upperBound - size) <= 8 * size + 64 } ?? true
            }), !mask.sizes.contains(0)
        else { return nil }
        let depth = mask.sizes.count > 2 ? hulls[0]?.clamped(to: 0...mask.sizes[0] - 1) : 0...0
        let slices = depth.map { Array($0.prefix(FieldPicture.mostSlices)) } ?? []
        let groups = slices.compactMap { self.slice($0, hulls) }
        let sources = groups.flatMap(\.panels).compactMap(\.source)
        guard !sources.isEmpty else { return nil }
        let merged = mask.sizes.count > 2 ? [MapsReport.Group(groups.flatMap(\.panels))] : groups
        return MapsReport(title: "", sources: sources, groups: merged, total: 0)
    }

    private func slice(_ slice: Int, _ hulls: [ClosedRange<Int>?]) -> MapsReport.Group? {
        guard let tensor = try? Tensor(Shape([mask.rows, mask.columns]), mask.values(slice: slice)) else { return nil }
        let view = MapView(
            tensor, offset: 0, rows: mask.rows, columns: mask.columns, rowStride: mask.columns, columnStride: 1)
        let isVolume = mask.sizes.count > 2
        let size = mask.sizes.count > 1 ? "\(mask.rows)×\(mask.columns)" : "\(mask.columns)"
        var panel = MapsReport.Panel(isVolume ? "\(maskName) z\(slice)" : maskName, .map(view))
        panel.source = MapsReport.Source(tensor)
        var panels = [panel]
        if let data, !isVolume {
            let maps = FeatureMaps(data, dataFormat: format, isPicture: true)
            if let content = content(maps) {
                var picture = MapsReport.Panel("\(name) \(size)", content)
                picture.source = maps.source
                panels.insert(picture, at: 0)
            }
        }
        // Where all are meant, there is nothing to tell apart.
        if panels.count > 1, mask.count == mask.all { panels.removeLast() }
        return MapsReport.Group(
            panels.enumerated().map { place, panel in
                var panel = marked(panel, hulls)
                // The pixels need no outline, unless it lies in the padding.
                let isWithin = panel.padding == (0, 0, 0, 0)
                if place == panels.count - 1, panel.label.hasPrefix(maskName), isWithin { panel.marks = [] }
                return panel
            })
    }

    private func content(_ maps: FeatureMaps) -> MapsReport.Panel.Content? {
        let view = maps.view(channel: 0)
        guard !maps.isEmpty, view.rows == mask.rows, view.columns == mask.columns else { return nil }
        return maps.isColour ? .colour(view, maps.view(channel: 1), maps.view(channel: 2)) : .map(view)
    }

    /// The panel with the padding around it and the outline on it.
    private func marked(_ panel: MapsReport.Panel, _ hulls: [ClosedRange<Int>?]) -> MapsReport.Panel {
        var panel = panel
        let columns = hulls[hulls.count - 1]
        let rows = hulls.count > 1 ? hulls[hulls.count - 2] : 0...0
        guard let rows, let columns else { return panel }
        panel.padding = (
            max(0, -rows.lowerBound), max(0, -columns.lowerBound), max(0, rows.upperBound - mask.rows + 1),
            max(0, columns.upperBound - mask.columns + 1)
        )
        panel.marks = [MapsReport.Mark(rows: rows, columns: columns)]
        return panel
    }
}
