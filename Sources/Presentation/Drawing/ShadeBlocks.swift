/// One or two characters a cell, denser for greater magnitudes, in frames that show how far the maps reach.
struct ShadeBlocks: MapDrawing {
    let shades: Shades
    let isASCII: Bool

    var frame: (columns: Int, lines: Int) { (2, 2) }

    /// Two characters are about a square; where they do not fit, one keeps more cells.
    func cellShapes(rows: Int, columns: Int) -> [CellShape] {
        [CellShape(columns: (2, 1), lines: (1, 1)), CellShape(columns: (1, 1), lines: (1, 1))]
    }

    func lines(_ panels: [PlacedPanel], _ shape: CellShape) -> [StyledText] {
        joined(
            panels.map { panel in
                let (grid, scale) = (panel.panel.grid, panel.panel.scale)
                let width = shape.columns(of: 1)
                let levels = shades.texts(scale, repeated: width)
                let body = (0..<grid.rows).map { row in
                    var line = ""
                    for column in 0..<grid.columns {
                        if case .level(let level) = grid[row, column] {
                            line += levels[min(Int(level), levels.count - 1)]
                        } else {
                            let character = shades.character(of: grid[row, column], scale)
                            for _ in 0..<width { line.append(character) }
                        }
                    }
                    return line
                }
                return TextFrame(isASCII: isASCII).around(body.map { StyledText($0) }, panel)
            }, panels)
    }
}

/// A frame of lines around the body of a map, with the label in its upper edge and the caption in its lower one.
struct TextFrame {
    let isASCII: Bool

    func around(_ body: [StyledText], _ placed: PlacedPanel) -> [StyledText] {
        let inner = max(0, placed.width - 2)
        let characters = isASCII ? ["+", "+", "+", "+", "-", "|"] : ["┌", "┐", "└", "┘", "─", "│"]
        func edge(_ left: String, _ text: StyledText, _ right: String) -> StyledText {
            let text = text.truncated(to: inner, mark: isASCII ? "." : "…")
            var line = StyledText(left, .dim)
            line.append(text)
            line.append(String(repeating: characters[4], count: max(0, inner - text.width)) + right, .dim)
            return line
        }
        let side = StyledText(characters[5], .dim)
        let rows = body.map { line -> StyledText in
            var row = side
            row.append(line.padded(to: inner))
            row.append(side)
            return row
        }
        return [edge(characters[0], placed.panel.label, characters[1])] + rows
            + [edge(characters[2], placed.panel.caption ?? StyledText(), characters[3])]
    }
}
