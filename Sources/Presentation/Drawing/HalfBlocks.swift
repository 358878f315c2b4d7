/// Two cells a character, one above the other, each in a colour of its own.
struct HalfBlocks: MapDrawing {
    /// Whether maps get a frame of one cell, so that light ones have an edge on a light ground.
    let hasFrames: Bool

    var frame: (columns: Int, lines: Int) { hasFrames ? (2, 1) : (0, 0) }

    func cellShapes(rows: Int, columns: Int) -> [CellShape] { [CellShape(columns: (1, 1), lines: (1, 2))] }

    func lines(_ panels: [PlacedPanel], _ shape: CellShape) -> [StyledText] {
        headings(panels)
            + joined(
                panels.map { panel in
                    body(
                        hasFrames ? panel.panel.grid.bordered(.line) { _, _ in .frame } : panel.panel.grid,
                        panel.panel.paints)
                }, panels)
    }

    private func body(_ grid: CellGrid, _ paints: CellPaints?) -> [StyledText] {
        guard let paints else { return [] }
        let upper = HalfBlocks.upper(grid.columns)
        return stride(from: 0, to: grid.rows, by: 2).map { row in
            var colours = CellColours()
            colours.foreground = grid.row(row).map { paints.paint($0) }
            colours.background =
                row + 1 < grid.rows
                ? grid.row(row + 1).map { paints.paint($0) } : Array(repeating: .none, count: grid.columns)
            let isWhole = !colours.foreground.contains(.none)
            var line = StyledText()
            if isWhole {
                line.append(cells: upper, colours)
            } else {
                line.append(cells: HalfBlocks.text(&colours), colours)
            }
            return line
        }
    }

    /// Characters for lines with blank cells: where only the lower cell is drawn, it becomes the foreground.
    private static func text(_ colours: inout CellColours) -> String {
        var text = ""
        for index in colours.foreground.indices {
            if colours.foreground[index] != .none {
                text += "▀"
            } else if colours.background[index] != .none {
                text += "▄"
                swap(&colours.foreground[index], &colours.background[index])
            } else {
                text += " "
            }
        }
        return text
    }

    private static let many = String(repeating: "▀", count: 256)

    /// So many upper halves.
    private static func upper(_ count: Int) -> String {
        count <= 256 ? String(many.utf8.prefix(3 * count)) ?? "" : String(repeating: "▀", count: count)
    }
}

extension Border {
    /// One cell on each side.
    static let line = Border(top: 1, left: 1, bottom: 1, right: 1)
}
