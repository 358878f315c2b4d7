/// A line through the numbers of one row, over axes, as pixels: each number is a level piece, and neighbours are joined.
///
/// The plot is as wide as so many columns of text and as high as so many lines. Its ground is transparent.
struct PlotImage {
    let values: [Float]
    /// The numbers that share one piece; of each block everything from the least to the greatest is drawn.
    let factor: Int
    /// The pixels of one piece from left to right.
    let step: Int
    /// The number on the lowest row of the plot.
    let low: Float
    /// The number on the uppermost row of the plot.
    let high: Float
    /// Whether numbers beyond these were cut off on purpose, and are marked.
    let isClipped: Bool
    let frame: Frame
    let theme: Theme

    /// Where things stand in the image of a plot, in pixels.
    struct Frame {
        /// The pixels to the left of the vertical axis, which stands in the last of them.
        let left: Int
        /// The uppermost row of the plot.
        let top = Glyphs.cellSize.height / 2
        /// The rows of the plot.
        let height: Int
        /// The lines of text that the whole image takes.
        let lines: Int

        /// - Parameters:
        ///   - labelWidth: the columns of the labels of the vertical axis.
        ///   - isSmall: whether the plot is one of a strip.
        init(labelWidth: Int, cell: CellSize, isSmall: Bool) {
            left = labelWidth * Glyphs.cellSize.width + 6
            let wanted = isSmall ? 100 : 180
            lines = (wanted + cell.height - 1) / cell.height
            height = lines * cell.height - top - Frame.below
        }

        /// The rows below the plot: a gap, the horizontal axis, its labels.
        static let below = 8 + Glyphs.cellSize.height
        /// The row of the horizontal axis.
        var axis: Int { top + height + 4 }
    }

    /// The thickness of the line, whose uppermost row is that of the value.
    static let thickness = 2

    /// The row of a value, from the top of the plot.
    static func row(of value: Float, low: Float, high: Float, height: Int) -> Int {
        let last = Double(height - thickness)
        let span = Double(high) - Double(low)
        guard span > 0 else { return Int(last) / 2 }
        let place = (Double(high) - Double(value)) / span * last
        return Int(max(0, min(last, place.rounded())))
    }

    private func row(of value: Float) -> Int {
        frame.top + PlotImage.row(of: value, low: low, high: high, height: frame.height)
    }

    /// Draws the plot with its left edge at some column of pixels.
    func draw(on image: inout PixelImage, atX x: Int) {
        drawAxes(on: &image, atX: x)
        drawLine(on: &image, atX: x + frame.left)
        drawSignals(on: &image, atX: x + frame.left)
    }

    private var width: Int { ((values.count - 1) / factor + 1) * step }

    /// Both axes, a line of dots at zero, and the labels.
    private func drawAxes(on image: inout PixelImage, atX x: Int) {
        let axis = x + frame.left - 2
        image.fill(theme.dim, x: axis, y: frame.top, width: 1, height: frame.axis - frame.top + 1)
        image.fill(theme.dim, x: axis, y: frame.axis, width: width + 2, height: 1)
        var ticks = low < high ? [low, high] : (values.contains(where: \.isFinite) ? [low] : [])
        if low < 0, high > 0 {
            for place in stride(from: x + frame.left, to: x + frame.left + width, by: 4) {
                image.fill(theme.dim, x: place, y: row(of: 0), width: 1, height: 1)
            }
            // Where zero lies close to an end, the labels would cover one another.
            let distance = min(abs(row(of: 0) - row(of: low)), abs(row(of: 0) - row(of: high)))
            if distance >= Glyphs.cellSize.height { ticks.append(0) }
        }
        for value in ticks {
            image.fill(theme.dim, x: axis - 2, y: row(of: value), width: 2, height: 1)
            let text = NumberText.compact(Double(value))
            image.draw(
                text, in: theme.colour(of: .number), on: theme.ground,
                x: axis - 3 - text.count * Glyphs.cellSize.width, y: row(of: value) - Glyphs.cellSize.height / 2)
        }
        let last = String(values.count - 1)
        guard values.count > 1, width >= (last.count + 2) * Glyphs.cellSize.width else { return }
        let below = frame.axis + 3
        image.draw("0", in: theme.dim, on: theme.ground, x: x + frame.left, y: below)
        image.draw(
            last, in: theme.dim, on: theme.ground,
            x: x + frame.left + width - last.count * Glyphs.cellSize.width, y: below)
    }

    private func drawLine(on image: inout PixelImage, atX x: Int) {
        let colour = theme.colour(of: .shape)
        var before: ClosedRange<Int>?
        for (block, start) in stride(from: 0, to: values.count, by: factor).enumerated() {
            let range = ValueRange(values[start..<min(start + factor, values.count)])
            guard range.finiteCount > 0 else {
                before = nil
                continue
            }
            let rows = row(of: range.maximum)...row(of: range.minimum)
            let place = x + block * step
            image.fill(colour, x: place, y: rows.lowerBound, width: step, height: rows.count - 1 + PlotImage.thickness)
            if let before {
                // The join stands in the first pixels of this piece.
                let (from, to) = (
                    min(before.upperBound, rows.upperBound), max(before.lowerBound, rows.lowerBound)
                )
                if from < to {
                    image.fill(
                        colour, x: place, y: from, width: min(step, PlotImage.thickness),
                        height: to - from + PlotImage.thickness)
                }
            }
            before = rows
        }
    }

    /// What is not a finite number within the range: marks at the upper edge, the lower edge and on the axis.
    private func drawSignals(on image: inout PixelImage, atX x: Int) {
        for (index, value) in values.enumerated() {
            let cell: Cell
            if value.isNaN {
                cell = .nan
            } else if value.isInfinite {
                cell = value > 0 ? .infinity : .negativeInfinity
            } else if isClipped, value < low || value > high {
                cell = value > high ? .above : .below
            } else {
                continue
            }
            let y =
                switch cell {
                case .nan: frame.axis - 2
                case .infinity, .above: frame.top - 5
                default: frame.top + frame.height
                }
            let colour = cell.signalColour ?? theme.text
            image.fill(colour, x: x + index / factor * step, y: y, width: step, height: 4)
        }
    }
}

extension PixelImage {
    /// Writes a line of text, mixed with `ground` where nothing was drawn.
    fileprivate mutating func draw(_ text: String, in colour: Colour, on ground: Colour, x: Int, y: Int) {
        var glyphs = Glyphs()
        let cell = Glyphs.cellSize
        for (index, character) in text.enumerated() {
            let coverage = glyphs.coverage(of: character, isBold: false)
            for row in 0..<cell.height {
                for column in 0..<cell.width where coverage[row * cell.width + column] > 0 {
                    let (column, row, part) = (
                        x + index * cell.width + column, y + row,
                        Float(coverage[row * cell.width + column]) / Float(Glyphs.full)
                    )
                    guard (0..<width).contains(column), (0..<height).contains(row) else { continue }
                    let pixel = pixels[row * width + column]
                    let below = pixel == PixelImage.transparent ? ground : Colour(hex: pixel)
                    set(column, row, below.mixed(with: colour, part).hex)
                }
            }
        }
    }
}
