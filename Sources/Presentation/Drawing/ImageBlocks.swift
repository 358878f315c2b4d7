/// Maps as images: one for all that stand side by side, under a line of labels.
struct ImageBlocks: MapDrawing {
    /// How terminals are sent them: one of the styles that send images.
    let style: PictureStyle
    let cellSize: CellSize
    let hasFrames: Bool

    var frame: (columns: Int, lines: Int) { hasFrames ? (1, 1) : (0, 0) }
    /// One pixel a cell is enough.
    var plainSide: Int { 256 }

    /// Squares of up to eight pixels; fewer in larger maps, so that the longer side stays within 256 pixels.
    func cellShapes(rows: Int, columns: Int) -> [CellShape] {
        let side = max(1, min(8, 256 / max(rows, columns, 1)))
        return [CellShape(columns: (side, cellSize.width), lines: (side, cellSize.height))]
    }

    func lines(_ panels: [PlacedPanel], _ shape: CellShape) -> [StyledText] {
        let side = shape.columns.0
        let columns = panels.reduce(-gap) { $0 + $1.width + gap }
        let margin = hasFrames ? 1 : 0
        let lines = panels.map { shape.lines(of: $0.panel.grid.rows) + (hasFrames ? 1 : 0) }.max() ?? 1
        var image = PixelImage(width: columns * cellSize.width, height: lines * cellSize.height)
        var column = 0
        for panel in panels {
            guard let paints = panel.panel.paints else { continue }
            let grid = panel.panel.grid
            let x = column * cellSize.width
            if hasFrames {
                let edge = CellGrid(
                    rows: grid.rows * side + 2, columns: grid.columns * side + 2,
                    cells: Array(repeating: .frame, count: (grid.rows * side + 2) * (grid.columns * side + 2)))
                image.draw(edge, atX: x, y: 0, side: 1, paints)
            }
            image.draw(grid, atX: x + margin, y: margin, side: side, paints)
            column += panel.width + gap
        }
        var line = StyledText()
        line.append(image: InlineImage(pixels: image, columns: columns, lines: lines, style: style))
        return headings(panels) + [line]
    }
}
