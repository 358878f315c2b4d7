extension Statistics {
    /// `[-2.1 ▂▅█▇▂▁ 2.6]  μ 0.03  σ 0.4  51 % zeros  3 nan`, in lines of at most the renderer's width.
    func lines(for renderer: Renderer) -> [StyledText] {
        let items = items(renderer)
        var lines: [StyledText] = []
        for item in items.map({ renderer.encoded($0) }) {
            if let last = lines.last, last.width + 2 + item.width <= renderer.width {
                lines[lines.count - 1] = last + "  " + item
            } else {
                lines.append(item)
            }
        }
        return lines
    }

    private func items(_ renderer: Renderer) -> [StyledText] {
        var items: [StyledText] = []
        func number(_ value: Double, _ digits: Int) -> StyledText {
            StyledText(NumberText.compact(value, digits: digits), .number)
        }
        if range.finiteCount == 0 {
            items.append(StyledText("no finite values", .dim))
        } else if range.isConstant {
            items.append("\("[", .dim)\(number(Double(range.minimum), 3))\(" everywhere]", .dim)")
        } else {
            let (low, high) = (number(Double(range.minimum), 3), number(Double(range.maximum), 3))
            let room = renderer.width - low.width - high.width - 4
            items.append("\("[", .dim)\(low) \(bars(renderer, within: room)) \(high)\("]", .dim)")
            items.append("\("μ", .dim) \(number(isRoundingOnly ? 0 : mean, 2))")
            items.append("\("σ", .dim) \(number(deviation, 2))")
        }
        if zeroCount > 0, !range.isConstant { items.append("\(percentOfZeros, .number)\(" % zeros", .dim)") }
        if range.nanCount > 0 { items.append(StyledText("\(NumberText.grouped(range.nanCount)) nan", .warning)) }
        if range.infinityCount > 0 {
            items.append(StyledText("\(NumberText.grouped(range.infinityCount)) inf", .warning))
        }
        return items
    }

    /// Whether the mean is less than what rounding leaves of the largest number, as in a map whose numbers cancel.
    private var isRoundingOnly: Bool {
        abs(mean) < Double(max(abs(range.minimum), abs(range.maximum)) * Float.ulpOfOne / 2)
    }

    /// The share of zeros among the finite numbers; 0 and 100 only where they are exact.
    private var percentOfZeros: String {
        let percent = Int((Double(zeroCount) / Double(range.finiteCount) * 100).rounded())
        if percent == 0 { return "<1" }
        return percent == 100 && zeroCount < range.finiteCount ? ">99" : String(percent)
    }

    /// One bar for each part of the histogram, parts joined in pairs until they fit; parts without numbers are blank. Dots where
    /// there is no room.
    private func bars(_ renderer: Renderer, within room: Int) -> String {
        var counts = histogram
        while counts.count > room, counts.count > 2 {
            counts = stride(from: 0, to: counts.count, by: 2).map {
                counts[$0] + ($0 + 1 < counts.count ? counts[$0 + 1] : 0)
            }
        }
        if counts.count > room { return renderer.unicode ? "…" : ".." }
        let bars = Array(renderer.unicode ? "▁▂▃▄▅▆▇█" : "_.-:=+*#")
        let largest = counts.max() ?? 1
        return counts.reduce(into: "") { text, count in
            let height = Int((Double(count) / Double(max(1, largest)) * Double(bars.count)).rounded(.up))
            text.append(count == 0 ? " " : bars[max(0, min(height, bars.count) - 1)])
        }
    }
}
