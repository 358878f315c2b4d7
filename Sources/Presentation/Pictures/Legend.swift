/// What the colours or characters of a picture mean, and what the picture leaves out, in as few lines as fit.
struct Legend {
    let scale: ValueScale
    /// The range of all values.
    let range: ValueRange
    /// The colours; nil where shades are drawn.
    let paints: CellPaints?
    let shades: Shades
    let renderer: Renderer
    /// Whether each map has a scale of its own.
    var hasOwnScales = false
    /// Whether these scales are those of all maps of a tensor, of which one is drawn.
    var spansAllMaps = false
    /// Whether colours stand for values at all; colour pictures and plots have no scale.
    var showsRamp = true
    /// Further remarks: `÷2, peaks kept`.
    var remarks: [StyledText] = []
    /// How many drawn cells lie outside the range that was asked for.
    var clipped: (below: Int, above: Int)?

    /// The lines, none wider than `width`; items that belong together are not parted.
    func lines(width: Int) -> [StyledText] {
        Legend.flow(items(width: width).map { renderer.encoded($0) }, width: width)
    }

    private func items(width: Int) -> [StyledText] {
        var items = showsRamp ? scaleItems(width: width) : []
        if let clipped {
            items += signal([.below], clipped.below, "below") + signal([.above], clipped.above, "above")
            items.append(StyledText("data ", .dim) + Legend.shortRange(low: range.minimum, high: range.maximum))
        }
        if range.nanCount > 0 { items += signal([.nan], range.nanCount, "nan") }
        if range.infinityCount > 0 { items += signal([.infinity, .negativeInfinity], range.infinityCount, "inf") }
        return items + remarks
    }

    /// The least value, the ramp, the greatest value.
    private func scaleItems(width: Int) -> [StyledText] {
        if hasOwnScales {
            let text = spansAllMaps ? "each with its own scale, over all channels" : "each with its own scale"
            return [StyledText(width < text.count ? "own scales" : text, .dim)]
        }
        if range.finiteCount == 0 { return [StyledText("no finite values", .dim)] }
        let (low, high) = (number(scale.low), number(scale.high))
        if scale.isConstant { return [low + StyledText(" everywhere", .dim)] }
        let room = width - low.width - high.width - 2
        if room >= 4 { return [low + " " + ramp(min(24, room)) + " " + high] }
        let narrow = max(2, min(8, width - low.width - 1))
        return [low + " " + ramp(narrow), StyledText("… ", .dim) + high]
    }

    private func number(_ value: Float) -> StyledText { StyledText(NumberText.compact(Double(value)), .number) }

    /// `-1…2`
    static func shortRange(low: Float, high: Float) -> StyledText {
        if low == high { return StyledText("\(NumberText.compact(Double(low)))", .dim) }
        return StyledText(
            "\(NumberText.compact(Double(low), digits: 2))…\(NumberText.compact(Double(high), digits: 2))", .dim)
    }

    private func ramp(_ length: Int) -> StyledText {
        guard let paints else { return StyledText(shadeRamp(length)) }
        var line = StyledText()
        var colours = CellColours()
        for (index, value) in scale.samples(2 * length).enumerated() {
            let paint = paints.paint(scale.cell(of: value))
            if index % 2 == 0 { colours.foreground.append(paint) } else { colours.background.append(paint) }
        }
        line.append(cells: String(repeating: "▌", count: length), colours)
        return line
    }

    /// Characters for each sign that there is, as many as its part of the range; a blank for zero between them.
    private func shadeRamp(_ length: Int) -> String {
        let parts: [ClosedRange<Float>]
        if scale.low < 0, scale.high > 0 {
            parts = [scale.low...0, 0...scale.high]
        } else {
            parts = [scale.low...scale.high]
        }
        let span = Double(scale.high) - Double(scale.low)
        let texts = parts.map { part -> String in
            let share = (Double(part.upperBound) - Double(part.lowerBound)) / span
            let count = max(1, Int((share * Double(length - parts.count + 1)).rounded(.down)))
            return (0..<count).reduce(into: "") { text, index in
                let t = (Float(index) + 0.5) / Float(count)
                let value = part.lowerBound * (1 - t) + part.upperBound * t
                text.append(shades.character(of: scale.cell(of: value), scale))
            }
        }
        return texts.joined(separator: " ")
    }

    /// Cells that lie on no scale, with how often there is one; nothing where there is none.
    private func signal(_ cells: [Cell], _ count: Int, _ name: String) -> [StyledText] {
        guard count > 0 else { return [] }
        var item = StyledText()
        if let paints {
            item.append(
                cells: String(repeating: "█", count: cells.count),
                CellColours(
                    foreground: cells.map { paints.paint($0) }, background: cells.map { _ in Paint.none }))
        } else {
            item.append(String(cells.map { shades.character(of: $0, scale) }), .warning)
        }
        item.append(" \(NumberText.grouped(count)) \(name)", .warning)
        return [item]
    }

    /// Items with dots between them, in lines that end between items.
    static func flow(_ items: [StyledText], width: Int) -> [StyledText] {
        var lines: [StyledText] = []
        var line = StyledText()
        for item in items where !item.isEmpty {
            if line.isEmpty {
                line = item
            } else if line.width + 3 + item.width <= width {
                line.append(" · ", .dim)
                line.append(item)
            } else {
                lines.append(line)
                line = item
            }
        }
        return (line.isEmpty ? lines : lines + [line]).map { $0.truncated(to: width) }
    }
}
