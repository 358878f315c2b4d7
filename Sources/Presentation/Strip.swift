/// The first few maps of a result, side by side in a few lines, with their common range.
public struct Strip: Drawable, Sendable {
    /// All maps; as many as fit are drawn.
    public var maps: [Heatmap]
    /// How many maps there are in all, where `maps` holds only the first of them.
    public var total: Int
    /// The columns left free at the left side.
    public var indent: Int
    /// The lines it may take, labels and range included.
    public var maximumLines: Int

    /// A strip of the first of `maps`.
    public init(maps: [Heatmap], total: Int? = nil, indent: Int = 4, maximumLines: Int = 8) {
        self.maps = maps
        self.total = max(total ?? 0, maps.count)
        self.indent = max(0, indent)
        self.maximumLines = max(3, maximumLines)
    }

    /// How many maps like the first of `maps` can be drawn at most; nil if there is none or the maps are single rows.
    public func mostMaps(for renderer: Renderer) -> Int? {
        guard let first = maps.first, !first.isEmpty, first.rows > 1 else { return nil }
        let room = max(1, renderer.width - indent)
        let block = MapBlocks(maps: [first], renderer: renderer)
        return block.across(pictureSize(first, room: room, labelWidth: 0, renderer: renderer), room: room)
    }

    /// Labels above, maps below, and the range; maps of one row stand one below the other instead.
    public func lines(for renderer: Renderer) -> [StyledText] {
        let drawn = maps.filter { !$0.isEmpty }
        guard let first = drawn.first else { return [] }
        let room = max(1, renderer.width - indent)
        let block = MapBlocks(maps: drawn, renderer: renderer)
        let size = pictureSize(first, room: room, labelWidth: block.labelWidth, renderer: renderer)
        let isLine = first.rows == 1
        let shown = min(drawn.count, isLine ? maximumLines - 1 : block.across(size, room: room))
        let range = drawn.prefix(shown).reduce(into: ValueRange()) { $0.merge($1.range) }
        let scale = scale(drawn.prefix(shown), size, isSigned: range.isSigned, renderer)
        var result =
            isLine
            ? (0..<shown).flatMap { block.labelled($0, size, scale) } : block.sideBySide(0..<shown, size, scale)
        result.append(footer(range, shown: shown, renderer))
        let margin = StyledText(String(repeating: " ", count: indent))
        return result.map { (margin + $0).trimmedAtEnd }
    }

    /// The colours of a strip span what is drawn: means of areas reach less far than the values they come from, and
    /// a preview should show what there is. The range below it is that of the values.
    private func scale(
        _ maps: ArraySlice<Heatmap>, _ size: PictureSize, isSigned: Bool, _ renderer: Renderer
    ) -> ColourMap {
        let usesColours = ColourMap(range: ValueRange(), renderer: renderer).usesColours
        let range = maps.reduce(into: ValueRange()) { range, map in
            range.merge(ValueRange(map.pixels(size, usesColours: usesColours)))
        }
        return ColourMap(range: range, renderer: renderer, isSigned: isSigned)
    }

    private func pictureSize(_ map: Heatmap, room: Int, labelWidth: Int, renderer: Renderer) -> PictureSize {
        let isLine = map.rows == 1
        return PictureSize.fitting(
            rows: map.rows, columns: map.columns, boxLines: maximumLines - 2,
            boxColumns: isLine ? room - labelWidth - 1 : max(16, room / 3 - 2), narrowSide: 8,
            magnifiedSide: isLine ? 64 : 16, evenFactor: !renderer.colour.showsGradients)
    }

    private func footer(_ range: ValueRange, shown: Int, _ renderer: Renderer) -> StyledText {
        var line = range.text
        if shown < total {
            line.append(" · \(NumberText.grouped(shown)) of \(NumberText.grouped(total)) maps", .dim)
        }
        return renderer.encoded(line).truncated(to: max(1, renderer.width - indent), mark: renderer.ellipsis)
    }
}
