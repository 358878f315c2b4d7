/// Draws maps side by side, in one kind of characters or pixels.
protocol MapDrawing: Sendable {
    /// What a frame takes, in columns and lines.
    var frame: (columns: Int, lines: Int) { get }
    /// The sizes that a cell may have where the largest map has so many cells, the best first.
    func cellShapes(rows: Int, columns: Int) -> [CellShape]
    /// How many cells a map may have along its longer side if it is to be drawn cell for cell, whatever else would fit.
    var plainSide: Int { get }
    /// The maps with their labels, each `width` columns wide, one behind the other with `gap` columns between.
    func lines(_ panels: [PlacedPanel], _ shape: CellShape) -> [StyledText]
}

/// A prepared panel and the columns that it stands in.
struct PlacedPanel: Sendable {
    let panel: PreparedPanel
    let width: Int
}

/// The size of a cell in characters: fractions, since a character may hold several cells.
struct CellShape: Sendable {
    /// Columns of a cell: numerator and denominator.
    let columns: (Int, Int)
    /// Lines of a cell: numerator and denominator.
    let lines: (Int, Int)

    /// The columns of text that so many cells take.
    func columns(of cells: Int) -> Int { CellShape.up(cells, columns) }
    /// The lines of text that so many cells take.
    func lines(of cells: Int) -> Int { CellShape.up(cells, lines) }

    private static func up(_ cells: Int, _ part: (Int, Int)) -> Int {
        let (product, overflow) = cells.multipliedReportingOverflow(by: part.0)
        return overflow ? Int.max / 2 : (product + part.1 - 1) / part.1
    }
}

extension MapDrawing {
    /// The columns between two maps.
    var gap: Int { 1 }
    /// The longer side up to which maps are drawn cell for cell.
    var plainSide: Int { 32 }

    /// The lines above the maps: their labels and, if one has any, their captions.
    func headings(_ panels: [PlacedPanel]) -> [StyledText] {
        let labels = panels.map { ($0.panel.label, $0.width) }
        let captions = panels.map { ($0.panel.caption ?? StyledText(), $0.width) }
        let lines = panels.contains { $0.panel.caption != nil } ? [labels, captions] : [labels]
        return lines.map { line in
            line.enumerated().reduce(into: StyledText()) { result, entry in
                if entry.offset > 0 { result.append(Blanks.text(gap)) }
                result.append(entry.element.0.truncated(to: entry.element.1).padded(to: entry.element.1))
            }.trimmedAtEnd
        }
    }

    /// Bodies of maps side by side, each line padded to the map's width.
    /// - Parameter areFilled: whether the lines are as wide as that already.
    func joined(_ bodies: [[StyledText]], _ panels: [PlacedPanel], areFilled: Bool = false) -> [StyledText] {
        (0..<(bodies.map(\.count).max() ?? 0)).map { line in
            var result = StyledText()
            result.reserveSpans(bodies.reduce(0) { $0 + (line < $1.count ? $1[line].spans.count : 0) + 2 })
            for (index, body) in bodies.enumerated() {
                if index > 0 { result.append(blanks: gap) }
                if line < body.count {
                    result.append(body[line])
                    if !areFilled { result.append(blanks: panels[index].width - body[line].width) }
                } else {
                    result.append(blanks: panels[index].width)
                }
            }
            return result.trimmedAtEnd
        }
    }
}
