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
        let width = shape.columns(of: 1)
        var texts: [ValueScale: [[UInt8]]] = [:]
        let framed = panels.map { panel -> [StyledText] in
            let (grid, scale) = (panel.panel.grid, panel.panel.scale)
            let levels = texts[scale] ?? shades.texts(scale, repeated: width).map { Array($0.utf8) }
            texts[scale] = levels
            let body = (0..<grid.rows).map { row -> StyledText in
                var line: [UInt8] = []
                line.reserveCapacity(grid.columns * width * 3)
                for column in 0..<grid.columns {
                    if case .level(let level) = grid[row, column] {
                        line += levels[min(Int(level), levels.count - 1)]
                    } else {
                        let character = shades.character(of: grid[row, column], scale)
                        for _ in 0..<width { line += character.utf8 }
                    }
                }
                return StyledText(visible: String(decoding: line, as: UTF8.self))
            }
            return TextFrame(isASCII: isASCII).around(body, columns: grid.columns * width, panel)
        }
        return joined(framed, panels, areFilled: true)
    }
}

/// A frame of lines around the body of a map, with the label in its upper edge and the caption in its lower one: as wide as
/// its place.
struct TextFrame {
    let isASCII: Bool

    /// - Parameters:
    ///   - body: the lines.
    ///   - columns: how wide each of them is.
    func around(_ body: [StyledText], columns: Int, _ placed: PlacedPanel) -> [StyledText] {
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
            var row = StyledText()
            row.reserveSpans(line.spans.count + 3)
            row.append(side)
            row.append(line)
            row.append(blanks: inner - columns)
            row.append(side)
            return row
        }
        return [edge(characters[0], placed.panel.label, characters[1])] + rows
            + [edge(characters[2], placed.panel.caption ?? StyledText(), characters[3])]
    }
}
