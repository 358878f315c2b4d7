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
            items.append(
                "\("[", .dim)\(number(Double(range.minimum), 3)) \(bars(renderer)) \(number(Double(range.maximum), 3))\("]", .dim)"
            )
            items.append("\("μ", .dim) \(number(mean, 2))")
            items.append("\("σ", .dim) \(number(deviation, 2))")
        }
        if zeroCount > 0, !range.isConstant { items.append("\(percentOfZeros, .number)\(" % zeros", .dim)") }
        if range.nanCount > 0 { items.append(StyledText("\(NumberText.grouped(range.nanCount)) nan", .warning)) }
        if range.infinityCount > 0 {
            items.append(StyledText("\(NumberText.grouped(range.infinityCount)) inf", .warning))
        }
        return items
    }

    /// The share of zeros among the finite numbers; 0 and 100 only where they are exact.
    private var percentOfZeros: String {
        let percent = Int((Double(zeroCount) / Double(range.finiteCount) * 100).rounded())
        if percent == 0 { return "<1" }
        return percent == 100 && zeroCount < range.finiteCount ? ">99" : String(percent)
    }

    /// One bar for each part of the histogram; parts without numbers are blank.
    private func bars(_ renderer: Renderer) -> String {
        let bars = Array(renderer.unicode ? "▁▂▃▄▅▆▇█" : "_.-:=+*#")
        let largest = histogram.max() ?? 1
        return histogram.reduce(into: "") { text, count in
            let height = Int((Double(count) / Double(max(1, largest)) * Double(bars.count)).rounded(.up))
            text.append(count == 0 ? " " : bars[max(0, min(height, bars.count) - 1)])
        }
    }
}
