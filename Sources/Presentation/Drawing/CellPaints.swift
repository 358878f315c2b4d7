/// The colours of cells at one depth, looked up by level.
struct CellPaints: Sendable {
    /// What the terminal can show.
    let depth: ColourDepth
    /// Whether the level in the middle stands for zero.
    let isDiverging: Bool
    private let levels: [Paint]

    init(_ map: ColourMap, depth: ColourDepth) {
        self.depth = depth
        isDiverging = map.isDiverging
        levels = (0..<ColourMap.levels).map { level in
            switch depth {
            case .truecolor: .rgb(map.colours[level])
            case .ansi256: .palette(ColourMap.entry(map.palette, level))
            case .ansi16: .sixteen(ColourMap.entry(map.sixteen, level))
            case .none: .none
            }
        }
    }

    /// The colour of a cell; none for a blank.
    func paint(_ cell: Cell) -> Paint {
        switch cell {
        case .level(let level): levels[min(Int(level), levels.count - 1)]
        case .blank: .none
        case .colour(let colour): Paint(colour, depth: depth)
        // Red is an end of the maps around zero, yellow one of the others.
        case .mark where !isDiverging: Paint(Colour(255, 0, 0), depth: depth)
        default: cell.signalColour.map { Paint($0, depth: depth) } ?? .none
        }
    }
}
