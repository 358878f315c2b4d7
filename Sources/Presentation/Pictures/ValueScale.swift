/// Sorts values into levels between two ends.
struct ValueScale: Hashable, Sendable {
    /// The value at the lower end of the legend.
    let low: Float
    /// The value at the upper end.
    let high: Float
    /// Whether zero stands in the middle and both signs reach as far.
    let isDiverging: Bool
    /// The level that stands for zero and for nothing else; nil where zero is not told apart.
    let zeroLevel: Int?
    /// Levels for each unit of value; finite even for the smallest ranges, because it is a double.
    private let factor: Double

    /// A scale over a range, or over the part of it that was asked for.
    init(_ range: ValueRange, clip: ClosedRange<Float>? = nil, isDiverging: Bool) {
        low = clip?.lowerBound ?? range.minimum
        high = clip?.upperBound ?? range.maximum
        self.isDiverging = isDiverging
        zeroLevel = isDiverging ? ColourMap.levels / 2 : (low == 0 ? 0 : nil)
        let span = isDiverging ? Double(max(abs(low), abs(high))) : Double(high) - Double(low)
        let steps = isDiverging ? ColourMap.levels / 2 : ColourMap.levels - 1
        factor = span > 0 ? Double(steps) / span : 0
    }

    /// Whether both ends are the same.
    var isConstant: Bool { low == high }

    /// The cell of a value.
    func cell(of value: Float) -> Cell {
        if value >= low, value <= high { return .level(UInt8(truncatingIfNeeded: level(of: value))) }
        if value.isNaN { return .nan }
        if value.isInfinite { return value > 0 ? .infinity : .negativeInfinity }
        return value > high ? .above : .below
    }

    /// The level of a value between the ends. Only zero gets zero's own level.
    func level(of value: Float) -> Int {
        if isDiverging {
            let middle = ColourMap.levels / 2
            let steps = ValueScale.nearest(Double(value) * factor)
            return value == 0 ? middle : middle + (steps == 0 ? (value < 0 ? -1 : 1) : steps)
        }
        if isConstant { return low == 0 ? 0 : ColourMap.levels / 2 }
        let level = ValueScale.nearest((Double(value) - Double(low)) * factor)
        return level == 0 && zeroLevel == 0 && value != 0 ? 1 : level
    }

    /// The nearest whole number, of two the one farther from zero: `rounded()`, which is a call of a function here.
    private static func nearest(_ value: Double) -> Int {
        let whole = Int(value)
        return whole + Int(2 * (value - Double(whole)))
    }

    /// The cells of values, row by row.
    func cells(of grid: Grid) -> CellGrid {
        CellGrid(rows: grid.rows, columns: grid.columns, cells: grid.values.map { cell(of: $0) })
    }

    /// `count` values from one end to the other.
    func samples(_ count: Int) -> [Float] {
        (0..<count).map { index in
            let t = count > 1 ? Float(index) / Float(count - 1) : 0
            return index == count - 1 ? high : low * (1 - t) + high * t
        }
    }
}
