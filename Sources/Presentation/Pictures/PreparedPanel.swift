/// A panel as it is drawn: cells instead of numbers, with all that is said of them.
struct PreparedPanel: Sendable {
    var label: StyledText
    /// What stands below the label, or in the frame: the range of a scale of its own.
    var caption: StyledText?
    /// The cells, padding included.
    var grid: CellGrid
    /// How values were sorted into levels.
    var scale: ValueScale
    /// The colours of the levels; nil where there are none.
    var paints: CellPaints?
    /// The number in each cell, where numbers are shown; padding and what lies beyond have none.
    var texts: [String]?
    /// The places of the marked cells that hold numbers.
    var marked: Set<Int> = []
}

/// Makes prepared panels for one picture.
struct PanelMaker {
    let picture: Picture
    /// The side of the blocks that become one cell.
    var factor: Int
    /// The columns of cells for which there is room.
    var columnsThatFit = Int.max
    /// The colours of data of some range; nil where there are none.
    let paints: (ValueRange) -> CellPaints?
    let showsValues: Bool
    /// Decimals of the numbers in cells.
    let numbers: CellNumbers

    /// The factor by which a panel shrinks.
    func factor(of panel: Panel) -> Int {
        panel.isKeptWhole && panel.paddedSize.columns <= columnsThatFit ? 1 : factor
    }

    func prepare(_ panel: Panel) -> PreparedPanel {
        if factor(of: panel) < factor {
            var maker = self
            maker.factor = 1
            return maker.prepare(panel)
        }
        switch panel.content {
        case .map(let plane): return map(panel, plane.peaks(factor: factor), plane)
        case .colour(let red, let green, let blue):
            let content = ColourPicture([red, green, blue], range: panel.range ?? panel.valueRange)
            let bounds = content.bounds
            let caption: StyledText =
                bounds.lowerBound < 0
                ? StyledText("±\(NumberText.compact(Double(bounds.upperBound)))", .dim)
                : StyledText("0…\(NumberText.compact(Double(bounds.upperBound)))", .dim)
            let scale = ValueScale(ValueRange([bounds.lowerBound, bounds.upperBound]), isDiverging: false)
            return framed(
                PreparedPanel(
                    label: panel.label, caption: caption, grid: content.cells(factor: factor), scale: scale,
                    paints: paints(picture.range)),
                panel)
        case .plot:
            return PreparedPanel(label: panel.label, grid: CellGrid(rows: 0, columns: 0, cells: []), scale: shared)
        }
    }

    /// The scale of the panels that have none of their own.
    var shared: ValueScale { scale(over: picture.range) }

    /// The scale over a range: without colours, the sign has to be seen all the same.
    private func scale(over range: ValueRange) -> ValueScale {
        ValueScale(range, clip: picture.options.clip, isDiverging: paints(range)?.isDiverging ?? range.isSigned)
    }

    /// The range that the colours of one panel span.
    private func range(of panel: Panel) -> ValueRange {
        panel.range ?? (picture.options.hasOwnScales ? panel.valueRange : picture.range)
    }

    private func map(_ panel: Panel, _ grid: Grid, _ plane: Plane) -> PreparedPanel {
        let range = range(of: panel)
        let scale = scale(over: range)
        var result = PreparedPanel(
            label: panel.label + remark(grid, plane), grid: scale.cells(of: grid), scale: scale,
            paints: paints(range),
            texts: showsValues ? grid.values.map { numbers.text($0) } : nil)
        if picture.options.hasOwnScales || panel.range != nil {
            result.caption = Legend.shortRange(low: scale.low, high: scale.high)
        }
        return framed(result, panel)
    }

    /// What is remarkable about all values of a map: ` dead`, ` = 0.5`, ` nan`, ` inf`.
    private func remark(_ grid: Grid, _ plane: Plane) -> StyledText {
        if picture.options.isTile { return StyledText() }
        let range = ValueRange(grid.values)
        var text = StyledText()
        if range.nanCount > 0 { text.append(" nan", .warning) }
        if range.infinityCount > 0 { text.append(" inf", .warning) }
        if range.finiteCount > 0, range.isConstant, grid.values.count > 1, range.nanCount + range.infinityCount == 0 {
            if range.minimum == 0 {
                text.append(" dead", .warning)
            } else if factor == 1 || plane.range.isConstant {
                text.append(" = \(NumberText.compact(Double(range.minimum)))", .dim)
            }
        }
        return text
    }

    /// The panel with its padding around it and its marks on it.
    private func framed(_ panel: PreparedPanel, _ source: Panel) -> PreparedPanel {
        var result = panel
        hatch(source, &result)
        hide(source, &result)
        let border = source.padding.divided(by: factor)
        if border != .none {
            let inner = result.grid
            // Lines from the lower left to the upper right, three cells apart.
            result.grid = result.grid.bordered(border) { row, column in
                .padding(isLine: (row + column) % 3 == 0)
            }
            if let texts = result.texts {
                var all = [String](repeating: "", count: result.grid.cells.count)
                for row in 0..<inner.rows {
                    for column in 0..<inner.columns {
                        all[(row + border.top) * result.grid.columns + column + border.left] =
                            texts[row * inner.columns + column]
                    }
                }
                result.texts = all
            }
        }
        for mark in source.marks { apply(mark, border, to: &result) }
        return result
    }

    /// Hatches the rows and columns that nothing reads.
    private func hatch(_ source: Panel, _ panel: inout PreparedPanel) {
        guard !source.hatched.isEmpty else { return }
        let size = source.size
        let part = source.hatched.divided(by: factor, rows: size.rows, columns: size.columns)
        for row in 0..<panel.grid.rows {
            for column in 0..<panel.grid.columns where part.rows.contains(row) || part.columns.contains(column) {
                panel.grid[row, column] = .padding(isLine: (row + column) % 3 == 0)
                panel.texts?[row * panel.grid.columns + column] = ""
            }
        }
    }

    /// Leaves out what is not drawn yet.
    private func hide(_ source: Panel, _ panel: inout PreparedPanel) {
        guard let shown = source.shown else { return }
        let columns = source.size.columns
        for row in 0..<panel.grid.rows {
            for column in 0..<panel.grid.columns where row * factor * columns + column * factor >= shown {
                panel.grid[row, column] = .pending
                panel.texts?[row * panel.grid.columns + column] = ""
            }
        }
    }

    /// Outlines a marked part by the cells around it; where numbers are shown, they are bracketed instead.
    private func apply(_ mark: Mark, _ border: Border, to panel: inout PreparedPanel) {
        let rows = range(mark.rows, border.top, panel.grid.rows)
        let columns = range(mark.columns, border.left, panel.grid.columns)
        guard let top = rows.first, let bottom = rows.last, let left = columns.first, let right = columns.last else {
            return
        }
        if panel.texts != nil {
            for row in rows { for column in columns { panel.marked.insert(row * panel.grid.columns + column) } }
            return
        }
        for row in max(0, top - 1)...min(bottom + 1, panel.grid.rows - 1) {
            for column in max(0, left - 1)...min(right + 1, panel.grid.columns - 1)
            where !rows.contains(row) || !columns.contains(column) {
                panel.grid[row, column] = .mark
            }
        }
    }

    /// The cells of a range of rows or columns, moved by the padding before it.
    private func range(_ part: Range<Int>, _ before: Int, _ count: Int) -> Range<Int> {
        func place(_ index: Int, roundsUp: Bool) -> Int {
            // Padding may be marked, too: places before the first row are negative.
            let quotient = Double(index) / Double(factor)
            let cell = quotient.rounded(roundsUp ? .up : .down)
            return max(0, min(count, before + Int(max(-1e9, min(1e9, cell)))))
        }
        let (low, high) = (place(part.lowerBound, roundsUp: false), place(part.upperBound, roundsUp: true))
        return low..<max(low, high)
    }
}
