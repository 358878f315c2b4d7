/// Two cells a character, one above the other, each in a colour of its own.
struct HalfBlocks: MapDrawing {
    /// Whether maps get a frame of one cell, so that light ones have an edge on a light ground.
    let hasFrames: Bool

    var frame: (columns: Int, lines: Int) { hasFrames ? (2, 1) : (0, 0) }

    func cellShapes(rows: Int, columns: Int) -> [CellShape] { [CellShape(columns: (1, 1), lines: (1, 2))] }

    func lines(_ panels: [PlacedPanel], _ shape: CellShape) -> [StyledText] {
        let bodies = panels.map { panel in
            HalfBody(
                grid: hasFrames ? panel.panel.grid.bordered(.line) { _, _ in .frame } : panel.panel.grid,
                paints: panel.panel.paints, width: panel.width)
        }
        let height = ((bodies.map(\.grid.rows).max() ?? 0) + 1) / 2
        let whole = text(of: bodies)
        return headings(panels) + (0..<height).map { line(2 * $0, of: bodies, whole: whole) }
    }

    /// A line of all maps, as one run of cells: two rows of each map, and nothing between the maps.
    /// - Parameter whole: the characters where each map has the row and no cell is blank.
    private func line(_ row: Int, of bodies: [HalfBody], whole: String) -> StyledText {
        var colours = CellColours()
        let count = bodies.reduce(0) { $0 + $1.width + gap }
        colours.foreground.reserveCapacity(count)
        colours.background.reserveCapacity(count)
        var isWhole = true
        for index in bodies.indices {
            if index > 0 { colours.append(blanks: gap) }
            let start = colours.foreground.count
            bodies[index].append(row, to: &colours)
            isWhole =
                isWhole && row < bodies[index].grid.rows && !colours.foreground[start...].contains(.none)
            colours.append(blanks: bodies[index].width - bodies[index].grid.columns)
        }
        colours.trim()
        var line = StyledText()
        if colours.foreground.isEmpty { return line }
        line.append(cells: isWhole ? whole : HalfBlocks.text(&colours), colours)
        return line
    }

    /// The characters of a line without blank cells.
    private func text(of bodies: [HalfBody]) -> String {
        var text = ""
        for index in bodies.indices {
            let body = bodies[index]
            text += String(repeating: "▀", count: body.grid.columns)
            if index < bodies.count - 1 { text += Blanks.text(body.width - body.grid.columns + gap) }
        }
        return text
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
}

/// What is drawn of a panel.
private struct HalfBody {
    let grid: CellGrid
    let paints: CellPaints?
    /// The columns that it takes.
    let width: Int

    /// Adds the colours of a row and the row below it.
    func append(_ row: Int, to colours: inout CellColours) {
        guard let paints, row < grid.rows else { return colours.append(blanks: grid.columns) }
        grid.cells.withUnsafeBufferPointer { cells in
            let start = row * grid.columns
            for place in start..<start + grid.columns { colours.foreground.append(paints.paint(cells[place])) }
            guard row + 1 < grid.rows else {
                return colours.background.append(contentsOf: repeatElement(.none, count: grid.columns))
            }
            for place in start + grid.columns..<start + 2 * grid.columns {
                colours.background.append(paints.paint(cells[place]))
            }
        }
    }
}

extension CellColours {
    /// Adds cells that show nothing.
    mutating func append(blanks count: Int) {
        guard count > 0 else { return }
        foreground.append(contentsOf: repeatElement(.none, count: count))
        background.append(contentsOf: repeatElement(.none, count: count))
    }

    /// Takes the cells at the end away that show nothing.
    mutating func trim() {
        var count = foreground.count
        while count > 0, foreground[count - 1] == .none, background[count - 1] == .none { count -= 1 }
        foreground.removeLast(foreground.count - count)
        background.removeLast(background.count - count)
    }
}

extension Border {
    /// One cell on each side.
    static let line = Border(top: 1, left: 1, bottom: 1, right: 1)
}
