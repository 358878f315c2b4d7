/// A map of numbers, drawn with a colour or a shade for each.
public struct Heatmap: Sendable {
    /// The values' rows.
    public let rows: Int
    /// The values' columns.
    public let columns: Int
    /// `rows` × `columns` values, row by row.
    public let values: [Float]
    /// What stands above the map; collections number those that have none.
    public var label: StyledText?
    /// The least and greatest of the values.
    public let range: ValueRange

    /// A map of `rows` × `columns` values. Rows that `values` does not reach are left out, surplus values dropped;
    /// what the last row lacks is not a number.
    public init(rows: Int, columns: Int, values: [Float], label: StyledText? = nil) {
        self.columns = max(0, columns)
        self.rows = self.columns == 0 ? 0 : max(0, min(rows, (values.count + columns - 1) / columns))
        let count = self.rows * self.columns
        let missing = max(0, count - values.count)
        self.values =
            values.count == count ? values : values.prefix(count) + Array(repeating: .nan, count: missing)
        self.label = label
        range = ValueRange(self.values)
    }

    /// Whether there is nothing to draw.
    public var isEmpty: Bool { rows == 0 || columns == 0 || values.isEmpty }

    /// The picture alone, in `size`, with the colours or shades of `scale`.
    func picture(_ size: PictureSize, scale: ColourMap) -> [StyledText] {
        if isEmpty { return [] }
        let pixels = pixels(size, usesColours: scale.usesColours)
        return scale.usesColours ? halfBlocks(pixels, size, scale) : shades(pixels, size, scale)
    }

    /// The values that are drawn in `size`: one a pixel in colours, one a character in shades.
    func pixels(_ size: PictureSize, usesColours: Bool) -> [Float] {
        Resampling.areaMean(
            values, rows: rows, columns: columns, newRows: usesColours ? size.pixelRows : size.lines,
            newColumns: size.pixelColumns)
    }

    private func halfBlocks(_ pixels: [Float], _ size: PictureSize, _ scale: ColourMap) -> [StyledText] {
        stride(from: 0, to: size.pixelRows, by: 2).map { row in
            var line = StyledText()
            for column in 0..<size.pixelColumns {
                let top = scale.colour(of: pixels[row * size.pixelColumns + column])
                let hasBottom = row + 1 < size.pixelRows
                let bottom = hasBottom ? scale.colour(of: pixels[(row + 1) * size.pixelColumns + column]) : nil
                line.append("▀", .cell(foreground: top, background: bottom))
            }
            return line
        }
    }

    private func shades(_ pixels: [Float], _ size: PictureSize, _ scale: ColourMap) -> [StyledText] {
        (0..<size.lines).map { row in
            let line = pixels[row * size.pixelColumns..<(row + 1) * size.pixelColumns]
            return StyledText(String(line.map { scale.shade(of: $0) }))
        }
    }
}

extension Heatmap: Drawable {
    /// The label, the picture in at most 24 lines, and the scale.
    public func lines(for renderer: Renderer) -> [StyledText] {
        if isEmpty { return [label ?? StyledText(), StyledText("no values", .dim)].filter { !$0.isEmpty } }
        let size = PictureSize.fitting(
            rows: rows, columns: columns, boxLines: 24, boxColumns: renderer.width, narrowSide: 4,
            magnifiedSide: rows == 1 ? 64 : 24, evenFactor: !renderer.colour.showsGradients)
        var result: [StyledText] = []
        if let label { result.append(renderer.encoded(label).truncated(to: renderer.width, mark: renderer.ellipsis)) }
        result += picture(size, scale: ColourMap(range: range, renderer: renderer))
        return result.map(\.trimmedAtEnd) + ScaleBar(range: range).lines(for: renderer)
    }
}
