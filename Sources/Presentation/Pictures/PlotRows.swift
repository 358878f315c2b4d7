/// Plots of one-dimensional maps, side by side and one below the other.
struct PlotRows {
    private let picture: Picture
    private let renderer: Renderer
    private let room: Int
    private let unicode: Bool

    init(_ picture: Picture, _ renderer: Renderer, room: Int, isASCII: Bool) {
        self.picture = picture
        self.renderer = renderer
        self.room = room
        unicode = !isASCII
    }

    private var isStrip: Bool { picture.extent != .full }
    /// The columns between two plots.
    private let gap = 2
    /// The lines of a plot above its axis.
    private var lineCount: Int { isStrip ? 4 : 8 }

    func lines() -> [StyledText] {
        let plots = picture.groups.flatMap(\.panels).compactMap { panel -> (panel: Panel, plane: Plane)? in
            if case .plot(let plane) = panel.content { (panel, plane) } else { nil }
        }
        let (low, high) = (
            picture.options.clip?.lowerBound ?? picture.range.minimum,
            picture.options.clip?.upperBound ?? picture.range.maximum
        )
        let labelWidth = LinePlot.labelWidth(low: low, high: high)
        let longest = plots.map(\.plane.columns).max() ?? 1
        let fit = LinePlot.Fit(count: longest, room: room - labelWidth - 2)
        let width = labelWidth + 2 + fit.columns
        let across = max(1, min(picture.options.columns ?? plots.count, (room + gap) / (width + gap)))
        let shown = isStrip ? min(plots.count, across * 3) : plots.count
        var result: [StyledText] = []
        for start in stride(from: 0, to: shown, by: across) {
            let row = plots[start..<min(start + across, shown)].map { plot -> [StyledText] in
                let range = picture.options.hasOwnScales ? plot.plane.range : nil
                let body = LinePlot(
                    values: plot.plane.values, factor: fit.factor, steps: fit.steps, lineCount: lineCount,
                    low: range?.minimum ?? low, high: range?.maximum ?? high, unicode: unicode, labelWidth: labelWidth)
                return [renderer.encoded(plot.panel.label + remark(plot.plane)).truncated(to: width)] + body.lines()
            }
            for line in 0..<(row.map(\.count).max() ?? 0) {
                let parts = row.map { (line < $0.count ? $0[line] : StyledText()).padded(to: width) }
                result.append(parts.joined(separator: StyledText(Blanks.text(gap))).trimmedAtEnd)
            }
        }
        return result + Legend.flow(remarks(fit, shown).map { renderer.encoded($0) }, width: room)
    }

    /// What is remarkable about a whole plot.
    private func remark(_ plane: Plane) -> StyledText {
        let range = plane.range
        var text = StyledText()
        if range.nanCount > 0 { text.append(" nan", .warning) }
        if range.infinityCount > 0 { text.append(" inf", .warning) }
        if range.finiteCount > 1, range.isConstant, range.nanCount + range.infinityCount == 0 {
            text.append(
                range.minimum == 0 ? " dead" : " = \(NumberText.compact(Double(range.minimum)))",
                range.minimum == 0 ? .warning : .dim)
        }
        return text
    }

    private func remarks(_ fit: LinePlot.Fit, _ shown: Int) -> [StyledText] {
        var items: [StyledText] = []
        if fit.factor > 1 { items.append(StyledText("÷\(fit.factor), peaks kept", .dim)) }
        if shown < picture.total {
            items.append(StyledText("\(NumberText.grouped(shown)) of \(NumberText.grouped(picture.total)) maps", .dim))
        }
        return items
    }
}
