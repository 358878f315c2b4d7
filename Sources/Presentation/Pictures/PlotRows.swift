/// Plots of one-dimensional maps, side by side and one below the other.
struct PlotRows {
    private let picture: Picture
    private let renderer: Renderer
    private let room: Int
    private let style: PictureStyle
    private let unicode: Bool

    init(_ picture: Picture, _ renderer: Renderer, style: PictureStyle, room: Int, isASCII: Bool) {
        self.picture = picture
        self.renderer = renderer
        self.room = room
        self.style = style
        unicode = !isASCII
    }

    private var isStrip: Bool { picture.extent != .full }
    /// The columns between two plots.
    private let gap = 2
    /// The lines of a plot above its axis.
    private var lineCount: Int { isStrip ? 4 : 8 }

    /// A line and what is said of it.
    private struct Plot {
        let label: StyledText
        let plane: Plane
        /// The range of its axis, where it has one of its own.
        let range: ValueRange?
    }

    /// The plots of the picture.
    private var plots: [Plot] {
        picture.groups.flatMap(\.panels).compactMap { panel in
            guard case .plot(let plane) = panel.content else { return nil }
            return Plot(label: panel.label, plane: plane, range: panel.range)
        }
    }

    /// The numbers on the lowest and the uppermost line of plots that share a scale.
    private var shared: (low: Float, high: Float) {
        let clip = picture.options.clip
        return (clip?.lowerBound ?? picture.range.minimum, clip?.upperBound ?? picture.range.maximum)
    }

    private func range(of plot: Plot) -> (low: Float, high: Float) {
        guard picture.options.clip == nil else { return shared }
        if let own = plot.range { return (own.minimum, own.maximum) }
        return picture.options.hasOwnScales ? (plot.plane.range.minimum, plot.plane.range.maximum) : shared
    }

    func lines() -> [StyledText] {
        let plots = plots
        let labelWidth =
            plots.map { LinePlot.labelWidth(low: range(of: $0).low, high: range(of: $0).high) }
            .max() ?? 1
        let longest = plots.map(\.plane.columns).max() ?? 1
        if longest == 1, !style.isImage { return numbers(plots) }
        return style.isImage ? images(plots, longest, labelWidth) : texts(plots, longest, labelWidth)
    }

    /// Single numbers, which need no axes: `#0 = 0.57 · #1 = 2`.
    private func numbers(_ plots: [Plot]) -> [StyledText] {
        let shown = isStrip ? min(plots.count, 12) : plots.count
        let items = plots.prefix(shown).map { plot -> StyledText in
            let number = plot.plane.values.first.map { NumberText.compact(Double($0)) } ?? ""
            return renderer.encoded(plot.label + StyledText(" = ", .dim) + StyledText(number, .number))
        }
        return Legend.flow(items, width: room) + legend(factor: 1, shown: shown, paints: nil)
    }

    /// How many of some plots stand side by side, and how many of them are drawn.
    private func arrange(_ count: Int, width: Int) -> (across: Int, shown: Int) {
        let across = max(1, min(picture.options.columns ?? count, (room + gap) / (width + gap)))
        return (across, isStrip ? min(count, across * 3) : count)
    }

    private func texts(
        _ plots: [Plot], _ longest: Int, _ labelWidth: Int
    ) -> [StyledText] {
        let fit = LinePlot.Fit(count: longest, room: room - labelWidth - 2, most: 48, mostSteps: 4)
        let width = labelWidth + 2 + fit.columns
        let (across, shown) = arrange(plots.count, width: width)
        var result: [StyledText] = []
        for start in stride(from: 0, to: shown, by: across) {
            let row = plots[start..<min(start + across, shown)].map { plot -> [StyledText] in
                let (low, high) = range(of: plot)
                let body = LinePlot(
                    values: plot.plane.values, factor: fit.factor, steps: fit.steps, lineCount: lineCount,
                    low: low, high: high, isClipped: picture.options.clip != nil, unicode: unicode,
                    labelWidth: labelWidth)
                return [heading(plot, width)] + body.lines()
            }
            for line in 0..<(row.map(\.count).max() ?? 0) {
                let parts = row.map { (line < $0.count ? $0[line] : StyledText()).padded(to: width) }
                result.append(parts.joined(separator: StyledText(Blanks.text(gap))).trimmedAtEnd)
            }
        }
        return result + legend(factor: fit.factor, shown: shown, paints: nil)
    }

    private func images(
        _ plots: [Plot], _ longest: Int, _ labelWidth: Int
    ) -> [StyledText] {
        let cell = renderer.cellSize
        let frame = PlotImage.Frame(labelWidth: labelWidth, cell: cell, isSmall: isStrip)
        let fit = LinePlot.Fit(count: longest, room: room * cell.width - frame.left, most: 480, mostSteps: 32)
        let width = (frame.left + fit.columns + cell.width - 1) / cell.width
        let (across, shown) = arrange(plots.count, width: width)
        let theme = Theme.of(renderer.background)
        var result: [StyledText] = []
        for start in stride(from: 0, to: shown, by: across) {
            let row = plots[start..<min(start + across, shown)]
            let columns = row.count * (width + gap) - gap
            var image = PixelImage(width: columns * cell.width, height: frame.lines * cell.height)
            for (index, plot) in row.enumerated() {
                let (low, high) = range(of: plot)
                PlotImage(
                    values: plot.plane.values, factor: fit.factor, step: fit.steps, low: low, high: high,
                    isClipped: picture.options.clip != nil, frame: frame, theme: theme
                ).draw(on: &image, atX: index * (width + gap) * cell.width)
            }
            let headings = row.map { heading($0, width).padded(to: width) }
            result.append(headings.joined(separator: StyledText(Blanks.text(gap))).trimmedAtEnd)
            var line = StyledText()
            line.append(image: InlineImage(pixels: image, columns: columns, lines: frame.lines, style: style))
            result.append(line)
        }
        let map = picture.options.colourMap ?? renderer.colourMap
        return result + legend(factor: fit.factor, shown: shown, paints: CellPaints(map, depth: .truecolor))
    }

    private func heading(_ plot: Plot, _ width: Int) -> StyledText {
        renderer.encoded(plot.label + remark(plot.plane)).truncated(to: width)
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

    /// What the marks mean, and what is left out.
    private func legend(factor: Int, shown: Int, paints: CellPaints?) -> [StyledText] {
        var legend = Legend(
            scale: ValueScale(picture.range, clip: picture.options.clip, isDiverging: false), range: picture.range,
            paints: paints, shades: unicode ? .unicode : .ascii, renderer: renderer)
        legend.showsRamp = false
        if let clip = picture.options.clip {
            let values = plots.prefix(shown).flatMap(\.plane.values).filter(\.isFinite)
            legend.clipped = (
                values.count { $0 < clip.lowerBound }, values.count { $0 > clip.upperBound }
            )
        }
        if factor > 1 { legend.remarks.append(StyledText("÷\(factor), peaks kept", .dim)) }
        if shown < picture.total {
            legend.remarks.append(
                StyledText("\(NumberText.grouped(shown)) of \(NumberText.grouped(picture.total)) maps", .dim))
        }
        return legend.lines(width: room)
    }
}
