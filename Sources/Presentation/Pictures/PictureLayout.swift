/// Fits a picture into the columns there are and draws it.
struct PictureLayout {
    let picture: Picture
    let renderer: Renderer
    private let style: PictureStyle
    /// The colours of data without and with a sign; nil where there are none.
    private let unsigned: CellPaints?
    private let signed: CellPaints?
    private let shades: Shades
    private let indent: Int
    /// The columns that sentences have, however narrow the picture is.
    private let textWidth: Int
    private static let leastTextWidth = 20

    init(_ picture: Picture, _ renderer: Renderer) {
        self.picture = picture
        var renderer = renderer
        textWidth = max(picture.options.width ?? renderer.width, min(renderer.width, PictureLayout.leastTextWidth))
        if let width = picture.options.width { renderer.width = max(1, width) }
        self.renderer = renderer
        style = picture.options.style ?? renderer.effectivePictureStyle
        let depth = style.depth(renderer)
        let chosen = picture.options.colourMap
        unsigned = depth.map { [map = chosen ?? renderer.colourMap] in CellPaints(map, depth: $0) }
        signed = depth.map { CellPaints(chosen ?? .balance, depth: $0) }
        shades = style == .ascii || !renderer.unicode ? .ascii : .unicode
        if case .strip(let indent) = picture.extent { self.indent = indent } else { indent = 0 }
    }

    private var isASCII: Bool { style == .ascii || !renderer.unicode }
    private var isStrip: Bool { picture.extent != .full }
    /// The columns for panels and legend.
    private var room: Int { max(1, renderer.width - indent) }

    func lines() -> [StyledText] {
        var result: [StyledText] = []
        if let title = picture.title { result += renderer.encoded(title).wrapped(to: textWidth, indent: 4) }
        if let statistics = picture.statistics {
            var wide = renderer
            wide.width = textWidth
            result += statistics.lines(for: wide)
        }
        guard !picture.groups.isEmpty else {
            return isStrip ? result : result + [StyledText("no values", .dim)]
        }
        let body = picture.runs.flatMap { run in
            run.groups[0].panels[0].content.isPlot
                ? PlotRows(run, renderer, style: style, room: room, isASCII: isASCII).lines()
                : PictureLayout(run, renderer).maps(run.groups.flatMap(\.panels))
        }
        let margin = StyledText(Blanks.text(indent))
        return result + (margin.isEmpty ? body : body.map { $0.isEmpty ? $0 : margin + $0 })
    }

    // MARK: Maps

    private func maps(_ panels: [Panel]) -> [StyledText] {
        let numbers = CellNumbers(wantsValues(panels) ? Array(panels.flatMap(\.values).prefix(100_000)) : [])
        let valueDrawing = ValueCells(hasColours: unsigned != nil, width: numbers.width, isASCII: isASCII)
        let showsValues = wantsValues(panels) && fitsWithValues(panels, valueDrawing)
        let drawing: any MapDrawing = showsValues ? valueDrawing : self.drawing
        let (factor, shape) = fit(panels, drawing)
        var maker = PanelMaker(
            picture: picture, factor: factor, paints: paints(over:), showsValues: showsValues, numbers: numbers)
        maker.columnsThatFit = max(0, room - drawing.frame.columns) * shape.columns.1 / shape.columns.0
        let keepsSome = panels.contains { maker.factor(of: $0) < factor }
        let (rows, shown, clipped) = rows(maker, drawing, shape)
        guard !picture.options.isTile else { return rows }
        var legend = Legend(
            scale: maker.shared, range: picture.range, paints: paints(over: picture.range), shades: shades,
            renderer: renderer)
        legend.hasOwnScales =
            picture.options.hasOwnScales || panels.allSatisfy { $0.range != nil && $0.content.isOnScale }
        legend.spansAllMaps = !picture.options.hasOwnScales && panels.contains(where: \.sharesItsRange)
        legend.showsRamp = panels.contains { $0.content.isOnScale }
        legend.clipped = picture.options.clip == nil || !legend.showsRamp ? nil : clipped
        legend.remarks = remarks(factor: factor, keepsSome: keepsSome, shown: shown)
        return rows + legend.lines(width: max(room, textWidth - indent))
    }

    private func remarks(factor: Int, keepsSome: Bool, shown: Int) -> [StyledText] {
        var remarks: [StyledText] = []
        if factor > 1 {
            remarks.append(StyledText("÷\(factor), peaks kept\(keepsSome ? ", kernel whole" : "")", .dim))
        }
        if let hatching { remarks.append(StyledText("hatched: \(hatching)", .dim)) }
        if [.quadrants, .sextants, .octants].contains(style) {
            remarks.append(StyledText("two colours a character", .dim))
        }
        if shown < picture.total {
            remarks.append(
                StyledText("\(NumberText.grouped(shown)) of \(NumberText.grouped(picture.total)) maps", .dim))
        }
        return remarks
    }

    /// What the hatched parts of the panels are; nil where there are none.
    private var hatching: String? {
        let panels = picture.groups.flatMap(\.panels)
        let kinds = [
            panels.contains { $0.padding != .none } ? "padding" : nil,
            panels.contains { !$0.hatched.isEmpty } ? "read by no output" : nil,
        ].compactMap { $0 }
        return kinds.isEmpty ? nil : kinds.joined(separator: ", or ")
    }

    /// Whether numbers are asked for; unasked, small maps of a full picture have them.
    private func wantsValues(_ panels: [Panel]) -> Bool {
        if let asked = picture.options.showsValues { return asked }
        guard !isStrip else { return false }
        return panels.allSatisfy { max($0.paddedSize.rows, $0.paddedSize.columns) <= 8 }
            && panels.contains { $0.content.isOnScale }
            && panels.reduce(0) { $0 + $1.size.rows * $1.size.columns } <= 1024
    }

    private func fitsWithValues(_ panels: [Panel], _ drawing: ValueCells) -> Bool {
        if picture.options.showsValues == true { return true }
        let shape = drawing.cellShapes(rows: 8, columns: 8)[0]
        return panels.allSatisfy { shape.columns(of: $0.paddedSize.columns) + drawing.frame.columns <= room }
    }

    /// The colours of data of some range.
    private func paints(over range: ValueRange) -> CellPaints? {
        range.isSigned || (picture.options.clip?.lowerBound ?? 0) < 0 ? signed : unsigned
    }

    private var drawing: any MapDrawing {
        let hasFrames = renderer.background == .light
        guard unsigned != nil else {
            return ShadeBlocks(shades: shades, isASCII: isASCII, isUnstyled: renderer.colour == .none)
        }
        if style.isImage { return ImageBlocks(style: style, cellSize: renderer.cellSize, hasFrames: hasFrames) }
        switch style {
        case .quadrants: return PartBlocks(division: .quadrants, hasFrames: hasFrames)
        case .sextants: return PartBlocks(division: .sextants, hasFrames: hasFrames)
        case .octants: return PartBlocks(division: .octants, hasFrames: hasFrames)
        default: return HalfBlocks(hasFrames: hasFrames)
        }
    }

    /// The smallest whole factor by which all maps shrink together so that each fits, and the shape of a cell.
    private func fit(_ panels: [Panel], _ drawing: any MapDrawing) -> (factor: Int, shape: CellShape) {
        let rows = panels.map(\.paddedSize.rows).max() ?? 1
        let columns = panels.map(\.paddedSize.columns).max() ?? 1
        // No terminal has room for more pixels than this, and the padding of a wide kernel can have many more.
        let mostPixels = 1 << 16
        var factor = max(rows, columns) / mostPixels + 1
        while true {
            let (r, c) = ((rows - 1) / factor + 1, (columns - 1) / factor + 1)
            let shapes = drawing.cellShapes(rows: r, columns: c)
            // The next factor that leaves fewer cells: the padding of a wide kernel may have very many pixels.
            let next =
                [(rows, r), (columns, c)].compactMap { $1 > 1 ? ($0 - 1) / ($1 - 1) + 1 : nil }.min() ?? factor + 1
            if let most = picture.options.mostCells, max(r, c) > most, max(r, c) > 1 {
                factor = next
                continue
            }
            if let shape = shapes.first(where: { fits(r, c, $0, drawing, panels.count, isShrunk: factor > 1) }) {
                return (factor, shape)
            }
            if factor >= max(rows, columns) { return (factor, shapes[shapes.count - 1]) }
            factor = next
        }
    }

    /// Whether maps of so many cells fit: side by side as they should, and in height. A strip of maps that are shrunk
    /// anyway takes no more lines than one of half blocks.
    private func fits(
        _ rows: Int, _ columns: Int, _ shape: CellShape, _ drawing: any MapDrawing, _ count: Int, isShrunk: Bool
    ) -> Bool {
        let width = shape.columns(of: columns) + drawing.frame.columns
        let height = shape.lines(of: rows) + drawing.frame.lines
        guard width <= room else { return false }
        if drawing is ValueCells { return true }
        if isStrip { return max(rows, columns) <= drawing.plainSide && !(isShrunk && height > 18) }
        // About 32 cells: a little more saves a whole factor.
        if max(rows, columns) <= drawing.plainSide * 5 / 4 { return true }
        guard height <= 50 else { return false }
        // Maps of few rows may stand one below the other.
        if rows <= 8 { return true }
        // One, two or three large maps share the width.
        let across = min(count, 3)
        return across * (width + 1) - 1 <= room && count <= 3
    }

    /// Panels in rows that fit, how many of them were drawn, and how many of their cells lie outside of what was asked for.
    private func rows(
        _ maker: PanelMaker, _ drawing: any MapDrawing, _ shape: CellShape
    ) -> (lines: [StyledText], shown: Int, clipped: (below: Int, above: Int)) {
        var lines: [StyledText] = []
        var shown = 0
        var clipped = (below: 0, above: 0)
        for group in picture.groups {
            var placed = place(group.panels, maker, drawing, shape)[...]
            while !placed.isEmpty {
                let row = Array(placed.prefix(across(placed, drawing)))
                shown += group.panels[placed.startIndex..<placed.startIndex + row.count].count { picture.counts($0) }
                placed = placed.dropFirst(row.count)
                lines += drawing.lines(row, shape)
                if picture.options.clip != nil { row.forEach { count($0.panel.grid, &clipped) } }
                if isStrip { return (lines, shown, clipped) }
            }
        }
        return (lines, shown, clipped)
    }

    private func count(_ grid: CellGrid, _ clipped: inout (below: Int, above: Int)) {
        for cell in grid.cells {
            if cell == .below { clipped.below += 1 }
            if cell == .above { clipped.above += 1 }
        }
    }

    /// How many of the first panels stand side by side: at least one.
    private func across(_ panels: ArraySlice<PlacedPanel>, _ drawing: any MapDrawing) -> Int {
        var width = -drawing.gap
        var count = 0
        for panel in panels.prefix(max(1, picture.options.columns ?? panels.count)) {
            width += panel.width + drawing.gap
            if width > room { break }
            count += 1
        }
        return max(1, count)
    }

    /// The panels of a group as they are drawn; panels of one size get one width, so that they stand in columns. Of a
    /// strip, only as many as could fit are made.
    private func place(
        _ panels: [Panel], _ maker: PanelMaker, _ drawing: any MapDrawing, _ shape: CellShape
    ) -> [PlacedPanel] {
        let narrowest =
            panels.map { shape.columns(of: ($0.paddedSize.columns - 1) / maker.factor(of: $0) + 1) }.min() ?? 1
        let limit = isStrip ? (room + drawing.gap) / (narrowest + drawing.frame.columns + drawing.gap) : panels.count
        let prepared = panels.prefix(max(1, limit)).map { panel -> PreparedPanel in
            var result = maker.prepare(panel)
            result.label = renderer.encoded(result.label)
            result.caption = result.caption.map { renderer.encoded($0) }
            return result
        }
        let widths = prepared.map { panel in
            let text = max(panel.label.width, panel.caption?.width ?? 0)
            return max(shape.columns(of: panel.grid.columns), min(text, 24)) + drawing.frame.columns
        }
        let sizes = Set(prepared.map(\.grid.columns))
        let common = sizes.count == 1 ? widths.max() : nil
        return zip(prepared, widths).map { PlacedPanel(panel: $0, width: min(room, common ?? $1)) }
    }
}

extension Panel {
    /// The numbers of a map.
    fileprivate var values: [Float] {
        if case .map(let plane) = content { plane.values } else { [] }
    }
}

extension PictureStyle {
    /// The colours that cells are drawn in; nil for none. A style that was asked for has its colours, whatever the text has.
    func depth(_ renderer: Renderer) -> ColourDepth? {
        switch self {
        case .kitty, .sixel, .iterm2, .truecolor: .truecolor
        case .palette: .ansi256
        case .sixteen: .ansi16
        case .shades, .ascii: nil
        case .quadrants, .sextants, .octants: renderer.colour.showsColours ? renderer.colour : .truecolor
        }
    }
}

extension Renderer {
    /// The way to draw pictures: the one that was chosen, or the best that characters and colours allow.
    var effectivePictureStyle: PictureStyle {
        if let pictureStyle { return pictureStyle }
        guard unicode else { return .ascii }
        switch colour {
        case .truecolor: return .truecolor
        case .ansi256: return .palette
        case .ansi16: return .sixteen
        case .none: return .shades
        }
    }
}

extension Picture: Drawable {
    /// Title, statistics, panels and legend.
    public func lines(for renderer: Renderer) -> [StyledText] { PictureLayout(self, renderer).lines() }
}
