/// The legend of heatmaps: the least value, the ramp of colours or shades, the greatest value.
public struct ScaleBar: Drawable, Sendable {
    /// The values that it spans.
    public var range: ValueRange
    /// The cells of the ramp.
    public var length: Int

    /// A legend of `length` cells.
    public init(range: ValueRange, length: Int = 20) {
        self.range = range
        self.length = max(1, length)
    }

    /// One line: `0 ▒▒▒▒ 1.73`.
    public func lines(for renderer: Renderer) -> [StyledText] {
        if range.finiteCount == 0 || range.isConstant { return [renderer.encoded(range.text)] }
        var line = StyledText(NumberText.compact(Double(range.minimum)), .number)
        line.append(" ")
        line.append(ramp(renderer))
        line.append(" ")
        line.append(NumberText.compact(Double(range.maximum)), .number)
        line.append(renderer.encoded(range.nonFiniteText))
        return [line]
    }

    private func ramp(_ renderer: Renderer) -> StyledText {
        let map = ColourMap(range: range, renderer: renderer)
        var result = StyledText()
        for index in 0..<length {
            let t = (Float(index) + 0.5) / Float(length)
            let value = range.minimum * (1 - t) + range.maximum * t
            if map.usesColours {
                result.append("█", .cell(foreground: map.colour(of: value), background: nil))
            } else {
                result.append(String(map.shade(of: value)))
            }
        }
        return result
    }
}
