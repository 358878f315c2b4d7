/// A line through the numbers of one row, over axes: each number is a level piece, and neighbours are joined.
struct LinePlot {
    let values: [Float]
    /// The numbers that share one column; of each block everything from the least to the greatest is drawn.
    let factor: Int
    /// The columns of one number, where there is room for several.
    let steps: Int
    /// The lines of the plot without its lower axis.
    let lineCount: Int
    /// The number on the lowest line.
    let low: Float
    /// The number on the uppermost line.
    let high: Float
    /// Whether numbers beyond these were cut off on purpose, and are marked.
    let isClipped: Bool
    let unicode: Bool
    /// The columns of the labels of the vertical axis.
    let labelWidth: Int

    /// How numbers become columns for plots in a room of some columns.
    struct Fit {
        let factor: Int
        let steps: Int
        /// The columns of the plot alone.
        let columns: Int

        /// - Parameters:
        ///   - count: the numbers of the longest row.
        ///   - room: the columns there are for the plot alone.
        ///   - most: the columns that a plot takes at most unless it has more numbers.
        ///   - mostSteps: the columns that a number takes at most.
        init(count: Int, room: Int, most: Int, mostSteps: Int) {
            let room = max(1, room)
            factor = max(1, (count - 1) / room + 1)
            let blocks = max(1, (count - 1) / factor + 1)
            steps = max(1, min(mostSteps, min(room, most) / blocks))
            columns = blocks * steps
        }
    }

    /// The columns that the labels of an axis take.
    static func labelWidth(low: Float, high: Float) -> Int {
        [low, high, 0].map { NumberText.compact(Double($0)).utf8.count }.max() ?? 1
    }

    /// The plot: lines with the vertical axis at their left, then the horizontal axis with the first and last place.
    func lines() -> [StyledText] {
        let plot = draw()
        let zero = low < 0 && high > 0 ? line(of: 0) : nil
        var result = (0..<lineCount).map { index -> StyledText in
            let value = label(of: index, zero: zero)
            let text = value.map { NumberText.compact(Double($0)) } ?? ""
            var line = StyledText(Blanks.text(labelWidth - text.utf8.count) + text, .number)
            line.append(unicode ? (value == nil ? " │" : " ┤") : " |", .dim)
            line.append(String(plot[index]), .shape)
            return line
        }
        result.append(axis())
        return result
    }

    /// The number beside a line, if it has one: a range of one number has one label, where its line is.
    private func label(of index: Int, zero: Int?) -> Float? {
        if low == high { return index == line(of: low) && values.contains(where: \.isFinite) ? low : nil }
        if index == 0 { return high }
        return index == lineCount - 1 ? low : (index == zero ? 0 : nil)
    }

    /// The lower axis; what is not a number is marked on it.
    private func axis() -> StyledText {
        let (corner, dash): (String, Character) = unicode ? ("└", "─") : ("+", "-")
        var characters = Array(repeating: dash, count: columns)
        let last = Array(String(values.count - 1))
        if characters.count >= last.count + 3, values.count > 1 {
            characters[0] = "0"
            characters.replaceSubrange(characters.count - last.count..<characters.count, with: last)
        }
        for (index, value) in values.enumerated() where value.isNaN { characters[column(of: index)] = "?" }
        return StyledText(Blanks.text(labelWidth + 1) + corner + String(characters), .dim)
    }

    private var columns: Int { ((values.count - 1) / factor + 1) * steps }

    private func column(of index: Int) -> Int { min(columns - 1, index / factor * steps) }

    /// The line of a value, from the top.
    private func line(of value: Float) -> Int {
        let span = Double(high) - Double(low)
        guard span > 0 else { return lineCount / 2 }
        let place = (Double(high) - Double(value)) / span * Double(lineCount - 1)
        return Int(max(0, min(Double(lineCount - 1), place.rounded())))
    }

    private func draw() -> [[Character]] {
        var plot = Array(repeating: [Character](repeating: " ", count: columns), count: lineCount)
        var before: ClosedRange<Int>?
        for (block, start) in stride(from: 0, to: values.count, by: factor).enumerated() {
            let part = values[start..<min(start + factor, values.count)]
            let first = block * steps
            let range = ValueRange(part)
            if range.finiteCount > 0 {
                let lines = line(of: range.maximum)...line(of: range.minimum)
                drawBlock(lines, after: before, from: first, in: &plot)
                before = lines
            } else {
                before = nil
            }
            if isClipped, range.finiteCount > 0 {
                if range.maximum > high { plot[0][first] = ">" }
                if range.minimum < low { plot[lineCount - 1][first] = "<" }
            }
            if part.contains(.infinity) { plot[0][first] = unicode ? "▲" : "^" }
            if part.contains(-.infinity) { plot[lineCount - 1][first] = unicode ? "▼" : "v" }
        }
        return plot
    }

    /// Draws the lines of one block: a level piece that is joined to the one before, or everything from the least to the
    /// greatest where there are several numbers in it.
    private func drawBlock(
        _ lines: ClosedRange<Int>, after before: ClosedRange<Int>?, from first: Int, in plot: inout [[Character]]
    ) {
        let (level, rise): (Character, Character) = unicode ? ("─", "│") : ("-", "|")
        guard factor == 1, lines.count == 1 else {
            var reach = lines
            // The join reaches from the line of the block before to this one.
            if let before {
                if before.upperBound < reach.lowerBound { reach = before.upperBound...reach.upperBound }
                if before.lowerBound > reach.upperBound { reach = reach.lowerBound...before.lowerBound }
            }
            for line in reach { plot[line][first] = reach.count == 1 ? level : rise }
            return
        }
        let line = lines.lowerBound
        for column in first..<first + steps { plot[line][column] = level }
        guard let old = before?.lowerBound, old != line else { return }
        let corners: [Character] = unicode ? ["╯", "╭", "╮", "╰"] : ["'", ".", ".", "'"]
        let rises = line < old
        plot[old][first] = corners[rises ? 0 : 2]
        plot[line][first] = corners[rises ? 1 : 3]
        for between in min(old, line) + 1..<max(old, line) { plot[between][first] = rise }
    }
}
