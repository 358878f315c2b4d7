/// All maps of a result in a grid that fits the width, each labelled, with one scale for all.
public struct Mosaic: Drawable, Sendable {
    /// The maps, all of one size.
    public var maps: [Heatmap]
    /// The lines that the grid should not exceed; maps become smaller for it, down to a few pixels.
    public var preferredLines: Int

    /// A mosaic of all `maps`.
    public init(maps: [Heatmap], preferredLines: Int = 48) {
        self.maps = maps
        self.preferredLines = max(1, preferredLines)
    }

    /// The grid and, as its last line, the scale.
    public func lines(for renderer: Renderer) -> [StyledText] {
        let drawn = maps.filter { !$0.isEmpty }
        guard let first = drawn.first else { return [StyledText("no values", .dim)] }
        let blocks = MapBlocks(maps: drawn, renderer: renderer)
        let range = drawn.reduce(into: ValueRange()) { $0.merge($1.range) }
        let scale = ColourMap(range: range, renderer: renderer)
        var result: [StyledText] = []
        if first.rows == 1 {
            let room = renderer.width - blocks.labelWidth - 1
            let size = PictureSize.fitting(
                rows: 1, columns: first.columns, boxLines: 1, boxColumns: room, narrowSide: 4, magnifiedSide: 64,
                evenFactor: false)
            result = drawn.indices.flatMap { blocks.labelled($0, size, scale) }
        } else {
            let size = pictureSize(first, blocks)
            let across = blocks.across(size, room: renderer.width)
            for start in stride(from: 0, to: drawn.count, by: across) {
                result += blocks.sideBySide(start..<min(start + across, drawn.count), size, scale)
            }
        }
        return result.map(\.trimmedAtEnd) + ScaleBar(range: range).lines(for: renderer)
    }

    /// The largest size at which the whole grid stays within the preferred lines.
    private func pictureSize(_ map: Heatmap, _ blocks: MapBlocks) -> PictureSize {
        let renderer = blocks.renderer
        var size = PictureSize(pixelRows: 1, pixelColumns: 1)
        for side in stride(from: max(renderer.width, preferredLines), through: 8, by: -2) {
            size = PictureSize.fitting(
                rows: map.rows, columns: map.columns, boxLines: side / 2, boxColumns: min(side, renderer.width),
                narrowSide: 4, magnifiedSide: 12, evenFactor: !renderer.colour.showsGradients)
            let across = blocks.across(size, room: renderer.width)
            let gridRows = (maps.count + across - 1) / across
            if gridRows * (size.lines + 1) <= preferredLines { break }
        }
        return size
    }
}
