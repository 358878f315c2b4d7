/// A number in each cell: on the cell's colour, or in a frame where there are no colours.
struct ValueCells: MapDrawing {
    /// Whether the cells have colours.
    let hasColours: Bool
    /// The characters of the longest number.
    let width: Int
    let isASCII: Bool

    /// What stands for a colour where there are none.
    private var shades: Shades { isASCII ? .ascii : .unicode }

    var frame: (columns: Int, lines: Int) { hasColours ? (0, 0) : (2, 2) }

    /// The columns of a cell: a blank on each side keeps the numbers apart.
    private var cellWidth: Int { width + 2 }

    func cellShapes(rows: Int, columns: Int) -> [CellShape] { [CellShape(columns: (cellWidth, 1), lines: (1, 1))] }

    func lines(_ panels: [PlacedPanel], _ shape: CellShape) -> [StyledText] {
        guard hasColours else {
            let framed = panels.map { panel in
                let columns = panel.panel.grid.columns * cellWidth
                return TextFrame(isASCII: isASCII).around(body(panel.panel), columns: columns, panel)
            }
            return joined(framed, panels, areFilled: true)
        }
        return headings(panels) + joined(panels.map { body($0.panel) }, panels)
    }

    private func body(_ panel: PreparedPanel) -> [StyledText] {
        (0..<panel.grid.rows).map { row in
            (0..<panel.grid.columns).reduce(into: StyledText()) { line, column in
                let index = row * panel.grid.columns + column
                let text = self.text(panel, index)
                guard let paints = panel.paints, let colour = paints.paint(panel.grid[row, column]).colour else {
                    return line.append(text, panel.marked.contains(index) ? .strong : .plain)
                }
                let ink = Paint(colour.lightness > 0.5 ? Colour(0, 0, 0) : Colour(255, 255, 255), depth: paints.depth)
                let behind = paints.paint(panel.grid[row, column])
                line.append(
                    cells: text,
                    CellColours(
                        foreground: Array(repeating: ink, count: text.count),
                        background: Array(repeating: behind, count: text.count)))
            }
        }
    }

    /// What stands in a cell, as wide as the cell.
    private func text(_ panel: PreparedPanel, _ index: Int) -> String {
        let isMarked = panel.marked.contains(index)
        if case .padding = panel.grid.cells[index] {
            let line = String(repeating: isASCII ? "/" : "╱", count: isMarked ? cellWidth - 2 : cellWidth)
            return isMarked ? "[\(line)]" : line
        }
        if panel.grid.cells[index] == .pending, !isMarked {
            return Blanks.text(cellWidth - 2) + (isASCII ? "'" : "·") + " "
        }
        if !hasColours, case .colour = panel.grid.cells[index], !isMarked {
            // A pixel of a colour picture, which has no single number.
            let shade = shades.character(of: panel.grid.cells[index], panel.scale)
            return String(repeating: shade, count: cellWidth)
        }
        let number = panel.texts?[index] ?? ""
        // A mark reaches the number: ` [0.5]`.
        let body = isMarked ? "[\(number)]" : "\(number) "
        return Blanks.text(cellWidth - body.count) + body
    }
}
